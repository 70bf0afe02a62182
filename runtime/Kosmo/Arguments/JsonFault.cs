using System.Globalization;
using System.Text.Json;

namespace Kosmo.Arguments;

/// <summary>Says where a text stops being JSON.</summary>
internal static class JsonFault
{
    public static string Describe(JsonException error) => string.Create(
        CultureInfo.InvariantCulture, $"It is not valid JSON, from line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1} on.");
}
