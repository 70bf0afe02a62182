using System.Text.Encodings.Web;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Pieces of JSON text.</summary>
internal static class JsonText
{
    /// <summary>The object or list that a text holds as JSON, for callers who encoded a value twice; null when it holds none.</summary>
    public static string? Decode(JsonElement value)
    {
        if (!JsonValueReader.TryReadString(value, out var text) || text.TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return JsonElement.Parse(text).GetRawText();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
