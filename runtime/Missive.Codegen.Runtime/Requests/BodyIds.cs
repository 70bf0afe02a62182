using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>The ids that the objects of a bulk body carry.</summary>
internal static class BodyIds
{
    public const string Key = "id";

    public static bool TryGet(JsonElement item, out string id)
    {
        id = string.Empty;
        return item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty(Key, out var value)
            && JsonValueReader.TryReadString(value, out id);
    }
}
