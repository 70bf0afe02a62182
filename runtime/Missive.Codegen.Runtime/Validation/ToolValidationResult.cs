using System.Collections.Immutable;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>What validation found.</summary>
public sealed class ToolValidationResult
{
    internal ToolValidationResult(ImmutableArray<ToolValidationError> errors, JsonElement? correctedArguments)
    {
        Errors = errors;
        CorrectedArguments = correctedArguments;
    }

    /// <summary>Every problem, in the order of the definition; empty when there is none.</summary>
    public ImmutableArray<ToolValidationError> Errors { get; }

    /// <summary>Whether the arguments are accepted.</summary>
    public bool IsValid => Errors.IsEmpty;

    /// <summary>The arguments with every problem corrected, which validation accepts; null when there is none or not all could be.</summary>
    public JsonElement? CorrectedArguments { get; }

    internal static ToolValidationResult Valid { get; } = new([], null);
}
