using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>A call whose arguments are refused. Nothing was sent.</summary>
public sealed class ToolValidationException : Exception
{
    // Longer calls would bury the problems that the message is about.
    private const int MaxCorrectedLength = 1000;

    // A list of a thousand wrong items would say the same a thousand times.
    private const int MaxListed = 20;

    /// <summary>Reports problems. The message lists the first twenty.</summary>
    /// <param name="toolName">The tool's name.</param>
    /// <param name="errors">The problems, at least one.</param>
    /// <param name="correctedArguments">The arguments with every problem corrected; null when not all could be.</param>
    public ToolValidationException(string toolName, ImmutableArray<ToolValidationError> errors, JsonElement? correctedArguments = null)
        : base(ReasonOf(toolName, errors) + CorrectionOf(correctedArguments))
    {
        ToolName = toolName;
        Errors = errors;
        CorrectedArguments = correctedArguments;
    }

    /// <summary>The tool's name.</summary>
    public string ToolName { get; }

    /// <summary>The message without the corrected arguments, for callers who show those in words of their own.</summary>
    public string Reason => ReasonOf(ToolName, Errors);

    /// <summary>Every problem, in the order of the definition.</summary>
    public ImmutableArray<ToolValidationError> Errors { get; }

    /// <summary>The arguments with every problem corrected, which validation accepts; null when not all could be.</summary>
    public JsonElement? CorrectedArguments { get; }

    private static string ReasonOf(string toolName, ImmutableArray<ToolValidationError> errors)
    {
        var message = new StringBuilder(toolName);
        if (errors.Length == 1)
        {
            message.Append(": ").Append(errors[0].Message);
        }
        else
        {
            message.Append(CultureInfo.InvariantCulture, $": {errors.Length} problems.");
            foreach (var error in errors.AsSpan(0, Math.Min(errors.Length, MaxListed)))
            {
                message.Append("\n- ").Append(error.Message);
            }

            if (errors.Length > MaxListed)
            {
                message.Append(CultureInfo.InvariantCulture, $"\nand {errors.Length - MaxListed} more.");
            }
        }

        return message.ToString();
    }

    private static string CorrectionOf(JsonElement? arguments)
        => arguments?.GetRawText() is { Length: <= MaxCorrectedLength } corrected ? $"\nCorrected arguments: {corrected}" : "";
}
