using System.Text;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes plain text into Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>One line of running text, in which nothing is markup.</summary>
    public static string Text(string value)
    {
        var line = LineText.OneLine(value);
        var text = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (NeedsBackslash(line, i))
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>As <see cref="Text"/>, for the cell of a table.</summary>
    public static string Cell(string value) => Text(value);

    /// <summary>A row of a table with these cells: each a text, or a text and what stands in bold behind it, if anything.</summary>
    public static string Row(IEnumerable<object?> cells)
    {
        var text = new StringBuilder("|");
        foreach (var cell in cells)
        {
            var (content, mark) = cell switch
            {
                string plain => (plain, null),
                IList<object?> and [string plain, var second] when second is null or string => (plain, (string?)second),
                _ => throw new ArgumentException("A cell is a text, or a list of a text and another, which is shown in bold or null."),
            };
            text.Append(' ').Append(Cell(content)).Append(Cell(mark ?? "").Trim() is { Length: > 0 } bold ? $" **{bold}** |" : " |");
        }

        return text.ToString();
    }

    /// <summary>A code span, whatever the text holds.</summary>
    public static string Code(string value)
    {
        var line = LineText.OneLine(value);
        if (line.Contains('|'))
        {
            // A pipe ends the cell of a table even inside a code span, and a backslash before it shows elsewhere.
            return $"<code>{Text(line).Replace("\\|", "&#124;")}</code>";
        }

        var fence = new string('`', LongestRun(line, '`') + 1);
        var padding = line.Length == 0 || line[0] == '`' || line[line.Length - 1] == '`' ? " " : "";
        return fence + padding + line + padding + fence;
    }

    /// <summary>Text that is Markdown already, with line ends of one kind and without what no text file should hold.</summary>
    public static string Prose(string value)
    {
        var text = new StringBuilder(value.Length);
        var lines = value.Replace("\r\n", "\n");
        foreach (var c in LineText.WithoutHalfPairs(lines))
        {
            text.Append(c is '\r' or '\u0085' or '\u2028' or '\u2029' ? '\n' : c != '\n' && char.IsControl(c) ? ' ' : c);
        }

        return text.ToString();
    }

    /// <summary>Part of a relative link's target.</summary>
    public static string Url(string value) => Uri.EscapeDataString(LineText.WithoutHalfPairs(value)).Replace("(", "%28").Replace(")", "%29");

    /// <summary>A code block in a fence that the code cannot close.</summary>
    public static string Fence(string language, string code)
    {
        var fence = new string('`', Math.Max(3, LongestRun(code, '`') + 1));
        return $"{fence}{LineText.OneLine(language).Replace("`", "")}\n{code}\n{fence}";
    }

    private static bool NeedsBackslash(string line, int i)
    {
        bool IsWord(int at) => at >= 0 && at < line.Length && char.IsLetterOrDigit(line[at]);
        switch (line[i])
        {
            case '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '~':
                return true;
            case '_':
                return !(IsWord(i - 1) && IsWord(i + 1));
            case '&':
                return i + 1 < line.Length && (char.IsLetter(line[i + 1]) || line[i + 1] == '#');
            case '!':
                return i + 1 < line.Length && line[i + 1] == '[';
            case '#':
                // At the start a heading begins, after a blank one may end.
                return i == 0 || line[i - 1] == ' ';
            case '-' or '+' or '=':
                return i == 0;
            case '.' or ')':
                // "1." at the start of a line would begin a list.
                return i is > 0 and < 10 && line.Substring(0, i).All(c => c is >= '0' and <= '9');
            default:
                return false;
        }
    }

    private static int LongestRun(string text, char c)
    {
        var longest = 0;
        var run = 0;
        foreach (var current in text)
        {
            run = current == c ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
