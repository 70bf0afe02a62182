namespace Missive.Codegen.Runtime;

/// <summary>One problem of a call's arguments. Values are shown up to 80 characters.</summary>
public sealed record ToolValidationError
{
    /// <summary>The kind of problem: one of <see cref="ToolValidationCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Where, as the caller wrote it: <c>body.to_fields[0].address</c>. Empty for the arguments as a whole.</summary>
    public required string Path { get; init; }

    /// <summary>The problem in words: what was expected, what was found, what to do.</summary>
    public required string Message { get; init; }

    /// <summary>What was expected.</summary>
    public required string Expected { get; init; }

    /// <summary>What was found.</summary>
    public required string Got { get; init; }

    /// <summary>The nearest valid key or value; null when none is near.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
