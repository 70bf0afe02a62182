using System.Runtime.InteropServices;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>The text of values that are neither objects nor lists.</summary>
internal static class ScalarText
{
    /// <summary>The text that a URL or a message shows: a string's content, a number or boolean as JSON writes it.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => throw new ArgumentException($"A text, number or boolean is expected, not {value.ValueKind}.", nameof(value)),
    };

    public static bool IsScalar(JsonElement value)
        => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null;

    public static bool Equals(JsonElement value, string text) => value.ValueKind switch
    {
        JsonValueKind.String => value.ValueEquals(text),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => string.Equals(value.GetRawText(), text, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The number of Unicode code points of a string.</summary>
    public static int CountCharacters(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text)[1..^1];
        if (raw.Contains((byte)'\\'))
        {
            var count = 0;
            foreach (var _ in text.GetString()!.EnumerateRunes())
            {
                count++;
            }

            return count;
        }

        // Every code point has exactly one byte that does not continue another.
        var points = 0;
        foreach (var unit in raw)
        {
            points += (unit & 0xC0) != 0x80 ? 1 : 0;
        }

        return points;
    }
}
