using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kosmo.Arguments;

/// <summary>JSON that somebody typed or piped in.</summary>
internal static class JsonText
{
    /// <summary>How deep objects and lists may lie in each other: as deep as Lua's tables may.</summary>
    public const int MaxDepth = 512;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>For what was made of such JSON: arguments and envelopes lie around it.</summary>
    public static readonly JsonDocumentOptions Composed = new() { MaxDepth = MaxDepth + 4 };

    /// <exception cref="JsonException">The text is no JSON, or too deep.</exception>
    public static JsonElement Parse(string text) => JsonElement.Parse(text, Options);

    /// <summary>Says what kept a text from being read.</summary>
    /// <param name="error">What <see cref="Parse"/> threw.</param>
    /// <param name="text">The text.</param>
    public static string Describe(JsonException error, string text) => IsTooDeep(text)
        ? string.Create(CultureInfo.InvariantCulture, $"Its objects and lists lie in each other more than {MaxDepth} deep, which is the most that is taken.")
        : string.Create(CultureInfo.InvariantCulture, $"It is not valid JSON, from line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1} on.");

    // The parser's exceptions do not tell one from the other.
    private static bool IsTooDeep(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= MaxDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
        }

        return false;
    }
}
