using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Missive.Lua;

/// <summary>Writes JSON values as Lua has them, on one line: <c>{ state = "open", limit = 5 }</c>.</summary>
internal static class LuaLiteral
{
    private static readonly HashSet<string> Keywords = new(
        [
            "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or", "repeat", "return",
            "then", "true", "until", "while",
        ],
        StringComparer.Ordinal);

    /// <summary>The value as an expression of Lua.</summary>
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendTable(text, value.EnumerateObject(), static (text, property) =>
                {
                    AppendKey(text, property.Name);
                    text.Append(" = ");
                    Append(text, property.Value);
                });
                break;
            case JsonValueKind.Array:
                AppendTable(text, value.EnumerateArray(), Append);
                break;
            case JsonValueKind.String:
                AppendText(text, value.GetString()!);
                break;
            case JsonValueKind.Null:
                text.Append("json.null");
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendTable<T>(StringBuilder text, IEnumerable<T> entries, Action<StringBuilder, T> append)
    {
        var start = text.Length;
        foreach (var entry in entries)
        {
            text.Append(text.Length == start ? "{ " : ", ");
            append(text, entry);
        }

        text.Append(text.Length == start ? "{}" : " }");
    }

    private static void AppendKey(StringBuilder text, string key)
    {
        var isName = key.Length > 0
            && !char.IsAsciiDigit(key[0])
            && key.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_')
            && !Keywords.Contains(key);
        if (isName)
        {
            text.Append(key);
            return;
        }

        text.Append('[');
        AppendText(text, key);
        text.Append(']');
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"' or '\\':
                    text.Append('\\').Append(character);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ' or '\x7f':
                    text.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}");
                    break;
                default:
                    text.Append(character);
                    break;
            }
        }

        text.Append('"');
    }
}
