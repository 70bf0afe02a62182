using System.Text;

namespace Kosmo.Output;

/// <summary>Makes texts that came from elsewhere safe to show: none may steer the terminal.</summary>
internal static class PlainText
{
    /// <summary>Whether a character makes a terminal show others in another order than they have.</summary>
    public static bool Reorders(int character) => character is (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069);

    /// <summary>The text with control characters other than line breaks and tabs replaced.</summary>
    public static string Of(string text) => Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), static c => c is '\n' or '\t');

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => Replace(text, static _ => false);

    /// <summary>A word on one line up to its <c>=</c>: what stands behind may be a token, in a place where none belongs.</summary>
    public static string WithoutValue(string word)
        => OneLine(word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? $"{word[..equals]}=…" : word);

    private static string Replace(string text, Func<char, bool> isKept)
    {
        if (!text.Any(c => IsUnsafe(c) && !isKept(c)))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(!IsUnsafe(c) || isKept(c) ? c : c is '\n' or '\t' ? ' ' : '\uFFFD');
        }

        return plain.ToString();
    }

    private static bool IsUnsafe(char c) => char.IsControl(c) || Reorders(c);
}
