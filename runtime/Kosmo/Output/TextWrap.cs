using Missive.Codegen.Runtime;

namespace Kosmo.Output;

/// <summary>Breaks lines at blanks.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text, none longer than <paramref name="width"/>; a longer word is broken.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        while (text.Length > width)
        {
            var end = text.LastIndexOf(' ', width);
            if (end <= 0)
            {
                end = Math.Max(1, Excerpt.EndOf(text, width));
                yield return text[..end];
                text = text[end..];
            }
            else
            {
                yield return text[..end];
                text = text[(end + 1)..];
            }
        }

        yield return text;
    }
}
