using System.Text;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Makes one line of any text.</summary>
internal static class LineText
{
    /// <summary>
    /// The text with every run of white space and control characters made one blank: what some reader takes for a
    /// line end (CR, LF, U+0085, U+2028, U+2029 …) cannot end a comment, a table row or a paragraph.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (line.Length > 0 && line[line.Length - 1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                line.Append(c).Append(text[++i]);
            }
            else
            {
                line.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>The text with U+FFFD for every half of a surrogate pair: UTF-8 has no encoding of it, so the file would not be the text.</summary>
    public static string WithoutHalfPairs(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                whole.Append(text[i]).Append(text[++i]);
            }
            else
            {
                whole.Append(char.IsSurrogate(text[i]) ? '\uFFFD' : text[i]);
            }
        }

        return whole.ToString();
    }
}
