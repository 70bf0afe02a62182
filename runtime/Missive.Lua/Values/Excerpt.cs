using System.Text;

namespace Missive.Lua;

/// <summary>
/// Scripts' texts in messages. They are cut: a script may make them of any length, and messages are kept outside of the memory
/// that it is allowed.
/// </summary>
internal static class Excerpt
{
    /// <summary>The beginning of a text; what is not UTF-8 in it is replaced.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many bytes are wanted at most.</param>
    public static string Of(ReadOnlySpan<byte> text, int length)
    {
        if (text.Length <= length)
        {
            return Encoding.UTF8.GetString(text);
        }

        // Not through a character.
        var end = length;
        while (end > 0 && (text[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return $"{Encoding.UTF8.GetString(text[..end])}…";
    }
}
