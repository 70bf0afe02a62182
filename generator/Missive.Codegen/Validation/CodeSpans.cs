using Missive.Codegen.Reading;

namespace Missive.Codegen.Validation;

/// <summary>A code span of a text that looks like a function.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Call">The whole span where it shows a call, else null.</param>
internal sealed record MentionedFunction(string Name, string? Call);

/// <summary>Finds what a text says about functions: <c>`list_tasks`</c> and <c>`list_tasks({ params? })`</c>.</summary>
internal static class CodeSpans
{
    private static readonly char[] Ends = ['`', '\n'];

    /// <summary>The functions that the code spans of a text name, whether there are such functions or not.</summary>
    public static IEnumerable<MentionedFunction> Functions(string text)
    {
        for (var start = text.IndexOf('`'); start >= 0;)
        {
            var end = text.IndexOfAny(Ends, start + 1);
            var isSpan = end > start + 1 && text[end] == '`';
            if (isSpan && Function(text.Substring(start + 1, end - start - 1)) is { } function)
            {
                yield return function;
            }

            start = text.IndexOf('`', isSpan ? end + 1 : start + 1);
        }
    }

    private static MentionedFunction? Function(string span)
    {
        var open = span.IndexOf('(');
        if (open < 0)
        {
            return span.IndexOf('_') > 0 && PatternShape.IsSnakeCase(span) ? new(span, null) : null;
        }

        var name = span.Substring(0, open);
        return span[span.Length - 1] == ')' && PatternShape.IsSnakeCase(name) ? new(name, span) : null;
    }
}
