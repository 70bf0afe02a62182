using System.Text;

namespace Kosmo.Completion;

/// <summary>Splits an unfinished command line as a shell does: at blanks, minding quotes and backslashes.</summary>
internal static class ShellWords
{
    /// <summary>The words; the last one is the unfinished one, empty after a blank. There are always two at least.</summary>
    public static string[] Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        var isWord = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0')
            {
                if (c == quote)
                {
                    quote = '\0';
                }
                else
                {
                    word.Append(c == '\\' && quote == '"' && i + 1 < line.Length ? line[++i] : c);
                }
            }
            else if (c is '\'' or '"')
            {
                quote = c;
                isWord = true;
            }
            else if (c == '\\' && i + 1 < line.Length)
            {
                word.Append(line[++i]);
                isWord = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                Finish();
            }
            else
            {
                word.Append(c);
                isWord = true;
            }
        }

        words.Add(word.ToString());
        return words.Count > 1 ? [.. words] : [words[0], ""];

        void Finish()
        {
            if (isWord)
            {
                words.Add(word.ToString());
                word.Clear();
                isWord = false;
            }
        }
    }
}
