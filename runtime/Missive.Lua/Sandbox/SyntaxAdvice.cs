namespace Missive.Lua;

/// <summary>How Lua writes what other languages write otherwise, by the symbol at which it stops to understand.</summary>
internal static class SyntaxAdvice
{
    private static readonly (string Ending, string Advice)[] Known =
    [
        (" near '!'", "Not equal is ~=, and not is not."),
        (" near '&'", "Conditions are joined with and."),
        (" near '|'", "Conditions are joined with or."),
        (" near '?'", "There is no ?: and no ?. in Lua: write condition and a or b, and a and a.b."),
        (" near '`'", "Texts stand between quotes, or between [[ and ]]."),
        ("'then' expected near '='", "Equality is ==."),
        ("unexpected symbol near '['", "Lists are written in braces: { 1, 2 }."),
        ("unexpected symbol near '//'", "Comments begin with --."),
        ("unexpected symbol near '#'", "Comments begin with --."),
        ("syntax error near '+'", "There is no += and no ++ in Lua: write x = x + 1."),
        ("syntax error near '-'", "There is no -= in Lua: write x = x - 1."),
    ];

    /// <summary>Explains a message of Lua's compiler; null when nothing is known about it.</summary>
    public static string? Explain(string message)
    {
        if (message.Contains(" invalid escape sequence near ", StringComparison.Ordinal))
        {
            return "In a text, \\ is written twice, as in \"\\\\d\"; between [[ and ]] it is written once.";
        }

        foreach (var (ending, advice) in Known)
        {
            if (message.EndsWith(ending, StringComparison.Ordinal))
            {
                return advice;
            }
        }

        return null;
    }
}
