using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Refuses calls for what only a handler can know, in the form in which validation does.</summary>
internal static class Refusal
{
    /// <param name="call">The call.</param>
    /// <param name="code">One of <see cref="ToolValidationCodes"/>.</param>
    /// <param name="path">The argument, as the caller wrote it.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="got">What was found.</param>
    /// <param name="advice">What to do instead, in sentences.</param>
    /// <param name="suggestion">The nearest valid value, or null.</param>
    public static ToolValidationException Of(
        ToolCall call, string code, string path, string expected, string got, string advice, string? suggestion = null)
        => new(call.Definition.Name, [Error(code, path, expected, got, advice, suggestion)]);

    /// <summary>What such a refusal holds.</summary>
    public static ToolValidationError Error(string code, string path, string expected, string got, string advice, string? suggestion = null) => new()
    {
        Code = code,
        Path = path,
        Expected = expected,
        Got = got,
        Message = $"{path}: expected {expected}, got {got}. {advice}",
        Suggestion = suggestion,
    };

    /// <summary>Refuses a text that is there but blank.</summary>
    public static void IfBlank(ToolCall call, string path, string? text)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            throw Of(call, ToolValidationCodes.TooShort, path, "a text", Excerpt.Quoted(text), "Leave it out, or say what is meant.");
        }
    }

    /// <summary>An id as one segment of a path.</summary>
    public static string Segment(ToolCall call, string path, string id)
    {
        try
        {
            return PathSegment.Encode(id);
        }
        catch (ArgumentException)
        {
            throw Of(call, ToolValidationCodes.NotAllowed, path, "an id", Excerpt.Quoted(id), "It must be neither . nor .. and hold no line break.");
        }
    }
}
