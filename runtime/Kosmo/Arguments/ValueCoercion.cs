using System.Globalization;
using System.Text.Json;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Arguments;

/// <summary>
/// Reads a flag's text as the JSON value that its parameter's type asks for. What does not fit stays a text, so that
/// validation says what was expected.
/// </summary>
internal static class ValueCoercion
{
    /// <summary>The value as JSON text.</summary>
    /// <param name="parameter">The parameter; null when the function has none of that name.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="JsonException">The text begins like an object or a list and is no JSON.</exception>
    public static string ToJson(FieldDefinition? parameter, string text)
    {
        if (parameter is { Nullable: true } && IsNull(text))
        {
            return "null";
        }

        return parameter?.Type switch
        {
            StringType or EnumType => Quote(text),
            IntegerType or TimestampType => Whole(text) ?? Quote(text),
            NumberType => Number(text) ?? Quote(text),
            BooleanType => Boolean(text) ?? Quote(text),
            ObjectType or AnyObjectType or MapType or ArrayType => Structure(text) ?? Quote(text),
            _ => Guess(text),
        };
    }

    public static bool IsBooleanWord(string text) => Boolean(text) is not null || IsNull(text);

    // No type says what is meant: what JSON would read is read, and the rest is text. 007 is no JSON number.
    private static string Guess(string text)
    {
        if (Boolean(text) is { } boolean)
        {
            return boolean;
        }

        if (IsNull(text))
        {
            return "null";
        }

        return text.AsSpan().Trim() is ['-' or '{' or '[' or (>= '0' and <= '9'), ..] && IsJson(text) ? text.Trim() : Quote(text);
    }

    private static string? Structure(string text) => text.AsSpan().Trim() is ['{' or '[', ..] ? JsonText.Parse(text).GetRawText() : null;

    // Leading zeros, a plus, and 1e3 are numbers to people; JSON knows only one way to write each.
    private static string? Whole(string text)
    {
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole))
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        return decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number) && decimal.IsInteger(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : Number(text);
    }

    private static string? Number(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? IsJson(text) ? text.Trim() : number.ToString("R", CultureInfo.InvariantCulture)
            : null;

    private static string? Boolean(string text)
        => text.Equals("true", StringComparison.OrdinalIgnoreCase) ? "true"
            : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? "false"
            : null;

    private static bool IsNull(string text) => text.Equals("null", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string text)
    {
        try
        {
            JsonText.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Quote(string text) => Json.Compact(writer => writer.WriteStringValue(text));
}
