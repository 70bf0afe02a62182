using System.Globalization;
using System.Text;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes text into C#.</summary>
internal static class CSharpText
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>A string literal with its quotes. Everything beyond printable ASCII is escaped, for a raw U+0085 or U+2028 would end it.</summary>
    public static string Literal(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"' or '\\':
                    text.Append('\\').Append(c);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case < ' ' or > '~':
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.Append('"').ToString();
    }

    /// <summary>One line of a documentation comment.</summary>
    public static string Doc(string value)
    {
        var line = LineText.OneLine(value);
        var text = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            switch (c)
            {
                case '&':
                    text.Append("&amp;");
                    break;
                case '<':
                    text.Append("&lt;");
                    break;
                case '>':
                    text.Append("&gt;");
                    break;
                case '\uFFFE' or '\uFFFF':
                    // Not characters of XML.
                    text.Append('\uFFFD');
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>An identifier, or several with dots between them, with <c>@</c> before a keyword.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Name(string value)
    {
        if (IsIdentifier(value))
        {
            return Keywords.Contains(value) ? "@" + value : value;
        }

        var parts = value.Split('.');
        return parts.Length > 1 && parts.All(IsIdentifier)
            ? string.Join(".", parts.Select(Name))
            : throw new ArgumentException($"'{LineText.OneLine(value)}' is no name in C#.", nameof(value));
    }

    private static bool IsIdentifier(string text)
    {
        if (text.Length == 0 || text[0] is >= '0' and <= '9')
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
