using System.Text;
using System.Text.RegularExpressions;

namespace Missive.Tools;

/// <summary>Makes short plain texts of Markdown, for notifications and titles.</summary>
internal static partial class PlainText
{
    /// <summary>How much of a text a notification shows.</summary>
    public const int MaxNotification = 140;

    private const int MarkedLengthPerLength = 20;

    /// <summary>A text without Markdown's marks, on one line, cut.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="max">The most characters (Unicode code points).</param>
    public static string Of(string markdown, int max)
    {
        // Marks take room too, but a text of nothing else is none; and the patterns take long on long lines.
        var text = LineMarks().Replace(Cut(markdown, max * MarkedLengthPerLength), "");
        text = Links().Replace(text, "$1");
        text = Emphasis().Replace(text, "$2");
        text = Blanks().Replace(text, " ").Trim();
        return Cut(text, max);
    }

    /// <summary>The first line that is not blank, cut.</summary>
    public static string FirstLine(string text, int max)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                return Cut(line.Trim().ToString(), max);
            }
        }

        return "";
    }

    /// <summary>The number of characters (Unicode code points).</summary>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    private static string Cut(string text, int max)
    {
        // Most texts are short, and no text has more code points than units.
        if (text.Length <= max)
        {
            return text;
        }

        var cut = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(max))
        {
            cut.Append(rune);
        }

        return cut.ToString();
    }

    // Headings, quotes, list marks and fences at the begin of a line.
    [GeneratedRegex(@"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d+[.)][ \t]+|```[^\r\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LineMarks();

    // [text](address) and ![text](address)
    [GeneratedRegex(@"!?\[([^\]\r\n]*)\]\([^)\s]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Links();

    // **text**, __text__, ~~text~~, *text*, _text_, `text`; an underscore inside a word is none.
    [GeneratedRegex(@"(?<![\w*_~`])(\*\*|__|~~|\*|_|`)(?=\S)([^\r\n]+?)(?<=\S)\1(?![\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
