using System.Text.RegularExpressions;

namespace Missive.Lua;

/// <summary>
/// A pattern as scripts write it: alone, or between delimiters with modifiers behind, as PHP wants it.
/// </summary>
/// <param name="Body">The pattern itself.</param>
/// <param name="Options">What the modifiers ask for.</param>
/// <param name="IsAnchored">Whether it matches only where the search begins.</param>
/// <param name="EndsAtEnd">Whether <c>$</c> means the very end, and not also the place before a last line feed.</param>
internal readonly record struct PatternText(string Body, RegexOptions Options, bool IsAnchored, bool EndsAtEnd)
{
    // Characters that hardly begin and end a pattern that has none. Brackets of other kinds do.
    private const string Delimiters = "/#~%!@";

    /// <summary>Takes the delimiters off, if there are any.</summary>
    /// <exception cref="LuaException">A modifier is not known.</exception>
    public static PatternText Parse(string pattern)
    {
        if (pattern.Length > 1)
        {
            var closing = pattern[0] == '{' ? '}' : Delimiters.Contains(pattern[0], StringComparison.Ordinal) ? pattern[0] : '\0';
            var end = closing == '\0' ? -1 : pattern.LastIndexOf(closing);
            if (end > 0 && IsWord(pattern.AsSpan(end + 1)) && !IsEscaped(pattern, end))
            {
                return Modify(pattern[1..end], pattern[(end + 1)..]);
            }
        }

        return new PatternText(pattern, RegexOptions.None, IsAnchored: false, EndsAtEnd: false);
    }

    private static PatternText Modify(string body, string modifiers)
    {
        var options = RegexOptions.None;
        foreach (var modifier in modifiers)
        {
            options |= modifier switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,

                // Text is always Unicode here, and how much a pattern is studied is nobody's business.
                'u' or 'S' or 'X' or 'A' or 'D' => RegexOptions.None,
                _ => throw new LuaException($"the modifier '{modifier}' is not available; there are i, m, s, x, u, A and D"),
            };
        }

        return new PatternText(
            body, options, modifiers.Contains('A', StringComparison.Ordinal), modifiers.Contains('D', StringComparison.Ordinal));
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEscaped(string text, int index)
    {
        var slashes = 0;
        while (index - slashes > 0 && text[index - slashes - 1] == '\\')
        {
            slashes++;
        }

        return slashes % 2 == 1;
    }
}
