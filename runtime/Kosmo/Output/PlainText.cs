using System.Text;

namespace Kosmo.Output;

/// <summary>Makes texts that came from elsewhere safe to show: none may steer the terminal.</summary>
internal static class PlainText
{
    /// <summary>The text with control characters other than line breaks and tabs replaced.</summary>
    public static string Of(string text) => Replace(text, static c => c is '\n' or '\t');

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => Replace(text, static _ => false);

    private static string Replace(string text, Func<char, bool> isKept)
    {
        if (!text.Any(c => char.IsControl(c) && !isKept(c)))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            plain.Append(!char.IsControl(c) || isKept(c) ? c : c is '\n' or '\t' ? ' ' : '\uFFFD');
        }

        return plain.ToString();
    }
}
