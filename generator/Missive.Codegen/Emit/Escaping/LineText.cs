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
                // Half of a pair has no encoding in UTF-8; the file would not be the text.
                line.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
            }
        }

        return line.ToString().TrimEnd(' ');
    }
}
