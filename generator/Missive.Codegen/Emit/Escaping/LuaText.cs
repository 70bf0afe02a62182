using System.Globalization;
using System.Text;
using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes text and values into Lua.</summary>
internal static class LuaText
{
    /// <summary>The table of a Lua host that holds everything; scripts begin with it.</summary>
    public const string HostTable = "app";

    /// <summary>How wide a line may be before a table in it is broken up.</summary>
    private const int Width = 72;

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or",
        "repeat", "return", "then", "true", "until", "while",
    };

    public static bool IsKeyword(string text) => Keywords.Contains(text);

    /// <summary>A string literal with its quotes.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"' or '\\':
                    text.Append('\\').Append(c);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case < ' ' or '\u007F':
                    text.Append('\\').Append(((int)c).ToString("d3", CultureInfo.InvariantCulture));
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                    {
                        text.Append(c).Append(value[++i]);
                    }
                    else if (char.IsSurrogate(c) || c is '\u0085' or '\u2028' or '\u2029')
                    {
                        text.Append("\\u{").Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append('}');
                    }
                    else
                    {
                        text.Append(c);
                    }

                    break;
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>A line of a comment, also where the comment is an annotation: it neither opens a long comment nor becomes a tag.</summary>
    public static string Comment(string value)
    {
        var line = LineText.OneLine(value);
        return line.Length == 0 ? line : line[0] switch
        {
            '[' => " " + line,
            '@' or '|' => "\\" + line,
            _ => line,
        };
    }

    /// <summary>The description at the end of an annotation. Only a letter or digit at its beginning cannot be taken for more of the type before it.</summary>
    public static string Tail(string value)
    {
        var line = LineText.OneLine(value);
        return line.Length == 0 || line[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? line : "# " + line;
    }

    /// <summary>A member of a table, after the table's name: <c>.name</c>, or <c>["end"]</c> for a keyword.</summary>
    public static string Index(string name) => IsIdentifier(name) ? "." + name : $"[{Literal(name)}]";

    /// <summary>Where a script finds a function.</summary>
    public static string Path(string ns, string function) => $"{HostTable}.integrations{Index(ns)}{Index(function)}";

    /// <summary>A name in an annotation, of a field or within that of a type; it may be a keyword.</summary>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public static string Name(string name) =>
        IsIdentifier(name) || IsKeyword(name) ? name : throw new ArgumentException($"'{name}' is no name.", nameof(name));

    /// <summary>The key of a table constructor: <c>name</c>, or <c>["end"]</c> for a keyword.</summary>
    public static string Key(string name) => IsIdentifier(name) ? name : $"[{Literal(name)}]";

    /// <summary>A call whose result a local variable takes.</summary>
    public static string Statement(string variable, string path, DataMap args)
    {
        var call = $"local {variable} = {path}(";
        return call + Value(args, 0, call.Length, 1) + ")";
    }

    /// <summary>
    /// A value as a Lua expression. A table stands on one line when it fits and is easy to read there: it has one entry,
    /// or is itself an item of a list; otherwise each entry has a line of its own.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">The blanks before the line that the expression begins on.</param>
    /// <param name="before">How much of that line is taken before the expression.</param>
    /// <param name="after">How much of that line is needed after the expression.</param>
    public static string Value(DataValue value, int indent, int before, int after)
    {
        var inline = Inline(value);
        var fits = before + inline.Length + after <= Width;
        switch (value)
        {
            case DataMap { Entries.Count: > 0 } map when !(fits && IsSimple(map)):
                return "{\n" + string.Join(",\n", map.Entries.Select(entry =>
                {
                    var key = new string(' ', indent + 2) + Key(entry.Name) + " = ";
                    return key + Value(entry.Value, indent + 2, key.Length, 0);
                })) + "\n" + new string(' ', indent) + "}";
            case DataList { Items.Count: > 0 } list when !fits:
                return "{\n" + string.Join(",\n", list.Items.Select(item =>
                {
                    var fitsInLine = indent + 2 + Inline(item).Length <= Width;
                    return new string(' ', indent + 2) + (fitsInLine ? Inline(item) : Value(item, indent + 2, indent + 2, 0));
                })) + "\n" + new string(' ', indent) + "}";
            default:
                return inline;
        }
    }

    private static bool IsSimple(DataMap map) =>
        map.Entries.Count <= 1 && map.Entries.All(e => e.Value is not DataMap inner || IsSimple(inner));

    private static string Inline(DataValue value) => value switch
    {
        DataMap { Entries.Count: 0 } or DataList { Items.Count: 0 } => "{}",
        DataMap map => "{ " + string.Join(", ", map.Entries.Select(e => $"{Key(e.Name)} = {Inline(e.Value)}")) + " }",
        DataList list => "{ " + string.Join(", ", list.Items.Select(Inline)) + " }",
        DataScalar { Kind: "string" } text => Literal(text.Text),
        DataScalar { Kind: "null" } => "json.null",
        DataScalar scalar => scalar.Text,
        _ => throw new InvalidOperationException($"No Lua for {value.Kind}."),
    };

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && !IsKeyword(name) && name[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
}
