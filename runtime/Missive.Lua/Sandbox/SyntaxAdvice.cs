using System.Text.RegularExpressions;

namespace Missive.Lua;

/// <summary>How Lua writes what other languages write otherwise, by the symbol at which it stops to understand.</summary>
internal static partial class SyntaxAdvice
{
    private static readonly (string Ending, string Advice)[] Known =
    [
        (" near '!'", "Not equal is ~=, and not is not."),
        (" near '&'", "Conditions are joined with and."),
        (" near '|'", "Conditions are joined with or."),
        (" near '?'", "There is no ?: and no ?. in Lua: write condition and a or b, and a and a.b."),
        (" near '`'", "Texts stand between quotes, or between [[ and ]]."),
        ("'then' expected near '='", "Equality is ==."),
        ("unexpected symbol near '='", "Equality is ==."),
        ("')' expected near '='", "Arguments by name stand in braces: f({ name = value }). Equality is ==."),
        ("'}' expected near ':'", "Fields are written name = value, or [\"a name\"] = value."),
        (" near '{'", "Blocks have no braces: then, do or function begins them, and end ends them."),
        ("<name> expected near '('", "Loops are written without brackets: for i = 1, 3 do … end."),
        ("syntax error near 'end'", "A name alone does nothing. There is no continue: goto next goes on at ::next::."),
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

        if (UnclosedBlock().IsMatch(message))
        {
            return "Every if, for, while, do and function has an end of its own; else if is one word, elseif.";
        }

        foreach (var (ending, advice) in Known)
        {
            if (message.EndsWith(ending, StringComparison.Ordinal))
            {
                return advice;
            }
        }

        return TwoNames().IsMatch(message) ? "Variables are declared with local, functions with function f() … end; else if is elseif." : null;
    }

    // "'end' expected (to close 'if' at line 3) near <eof>"
    [GeneratedRegex(@"'end' expected( \(.+\))? near <eof>$")]
    private static partial Regex UnclosedBlock();

    // "syntax error near 'x'"
    [GeneratedRegex(@"syntax error near '[A-Za-z_][A-Za-z0-9_]*'$")]
    private static partial Regex TwoNames();
}
