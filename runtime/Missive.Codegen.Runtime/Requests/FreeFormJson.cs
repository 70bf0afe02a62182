using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>
/// Writes JSON whose fields nobody declared. Keys go out in ordinal order: some callers' tables have no order of their own,
/// and every caller's bytes have to be the same.
/// </summary>
internal static class FreeFormJson
{
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, property) in Sort([.. value.EnumerateObject()]))
                {
                    writer.WritePropertyName(name);
                    Write(writer, property);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>The properties by name; of a repeated name, the last.</summary>
    public static SortedDictionary<string, JsonElement> Sort(List<JsonProperty> properties)
    {
        var sorted = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            sorted[property.Name] = property.Value;
        }

        return sorted;
    }
}
