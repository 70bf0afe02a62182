using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Shows callers' values in messages: on one line, and never in full when they are long.</summary>
internal static class Excerpt
{
    public const int MaxLength = 80;

    public static SearchValues<char> NameCharacters { get; }
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>A text, cut.</summary>
    public static string Of(string text, int length = MaxLength)
        => text.Length <= length ? text : string.Concat(text.AsSpan(0, EndOf(text, length)), "…");

    /// <summary>Where the first <paramref name="length"/> units of a longer text end: not between the halves of a character.</summary>
    public static int EndOf(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;

    /// <summary>A text in quotes, control characters escaped, cut.</summary>
    public static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(Of(text))}\"";

    /// <summary>A JSON value: scalars as JSON writes them, cut; of objects and lists only the kind.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => value.GetArrayLength() switch
        {
            0 => "empty array",
            1 => "array of 1 item",
            var count => $"array of {count} items",
        },
        JsonValueKind.Undefined => "nothing",
        _ => OfRaw(JsonMarshal.GetRawUtf8Value(value)),
    };

    private static string OfRaw(ReadOnlySpan<byte> raw)
    {
        // No character takes more than four bytes, so this holds all that will be shown.
        const int Enough = (MaxLength + 1) * 4;
        return raw.Length <= Enough ? Of(Encoding.UTF8.GetString(raw)) : Of(Encoding.UTF8.GetString(raw[..Enough]));
    }
}
