using System.Globalization;
using System.Text;
using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes JSON.</summary>
internal static class JsonText
{
    private const int Width = 120;

    /// <summary>A value on one line, with blanks neither after <c>:</c> nor after <c>,</c>.</summary>
    public static string Compact(DataValue value)
    {
        var text = new StringBuilder();
        Write(value, text, indent: -1);
        return text.ToString();
    }

    /// <summary>A value over several lines, indented by two blanks a level.</summary>
    public static string Pretty(DataValue value)
    {
        var text = new StringBuilder();
        Write(value, text, indent: 0);
        return text.ToString();
    }

    /// <summary>A value over as many lines as it takes for none to be wide; what fits stands on one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">The column in which the line begins that the value stands in.</param>
    public static string Wrapped(DataValue value, int indent)
    {
        var text = new StringBuilder();
        Wrap(value, text, indent, Width - indent);
        return text.ToString();
    }

    /// <summary>A JSON string with its quotes. Control characters and line separators are escaped, half a surrogate pair is replaced; not safe inside HTML <c>&lt;script&gt;</c>.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        Quote(value, text);
        return text.ToString();
    }

    private static void Write(DataValue value, StringBuilder text, int indent)
    {
        switch (value)
        {
            case DataScalar { Kind: "string" } scalar:
                Quote(scalar.Text, text);
                break;
            case DataScalar scalar:
                text.Append(scalar.Text);
                break;
            case DataList { Items.Count: 0 }:
                text.Append("[]");
                break;
            case DataList list:
                WriteAll(list.Items, '[', ']', text, indent, (item, inner) => Write(item, text, inner));
                break;
            case DataMap { Entries.Count: 0 }:
                text.Append("{}");
                break;
            case DataMap map:
                WriteAll(map.Entries, '{', '}', text, indent, (entry, inner) =>
                {
                    Quote(entry.Name, text);
                    text.Append(inner < 0 ? ":" : ": ");
                    Write(entry.Value, text, inner);
                });
                break;
        }
    }

    private static void Wrap(DataValue value, StringBuilder text, int indent, int room)
    {
        switch (value)
        {
            case DataList { Items.Count: > 0 } list when Length(value, room) > room:
                WriteAll(list.Items, '[', ']', text, indent, (item, inner) => Wrap(item, text, inner, Width - inner));
                break;
            case DataMap { Entries.Count: > 0 } map when Length(value, room) > room:
                WriteAll(map.Entries, '{', '}', text, indent, (entry, inner) =>
                {
                    Quote(entry.Name, text);
                    text.Append(": ");
                    Wrap(entry.Value, text, inner, Width - inner - entry.Name.Length - 4);
                });
                break;
            default:
                Write(value, text, indent: -1);
                break;
        }
    }

    /// <summary>About how wide the value is on one line; counted no further than to <paramref name="limit"/>.</summary>
    private static int Length(DataValue value, int limit)
    {
        var length = 2;
        switch (value)
        {
            case DataScalar scalar:
                return scalar.Text.Length + 2;
            case DataList list:
                for (var i = 0; i < list.Items.Count && length <= limit; i++)
                {
                    length += Length(list.Items[i], limit - length) + 1;
                }

                break;
            case DataMap map:
                for (var i = 0; i < map.Entries.Count && length <= limit; i++)
                {
                    length += map.Entries[i].Name.Length + 3 + Length(map.Entries[i].Value, limit - length) + 1;
                }

                break;
        }

        return length;
    }

    private static void WriteAll<T>(EquatableArray<T> items, char open, char close, StringBuilder text, int indent, Action<T, int> write)
    {
        var inner = indent < 0 ? indent : indent + 2;
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            NewLine(text, inner);
            write(items[i], inner);
        }

        NewLine(text, indent);
        text.Append(close);
    }

    private static void NewLine(StringBuilder text, int indent)
    {
        if (indent >= 0)
        {
            text.Append('\n').Append(' ', indent);
        }
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (isPair)
            {
                text.Append(c).Append(value[++i]);
            }
            else if (c is '"' or '\\')
            {
                text.Append('\\').Append(c);
            }
            else if (c == '\n')
            {
                text.Append("\\n");
            }
            else if (char.IsSurrogate(c))
            {
                // Readers refuse an escaped half of a pair, and UTF-8 has no encoding of it.
                text.Append("\\ufffd");
            }
            else if (c is < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029')
            {
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        text.Append('"');
    }
}
