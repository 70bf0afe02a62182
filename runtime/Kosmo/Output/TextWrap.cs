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
                yield return text[..width];
                text = text[width..];
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
