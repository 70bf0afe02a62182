using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Checks a call's arguments against the tool's definition.</summary>
public static class ToolValidator
{
    /// <summary>Finds every problem of a call's arguments.</summary>
    /// <param name="definition">The tool.</param>
    /// <param name="arguments">
    /// The arguments, an object. An empty list counts as an empty object where an object is expected, and the other way round,
    /// because some callers' tables do not tell them apart.
    /// </param>
    /// <param name="options">How strictly; null for <see cref="ToolValidationOptions.Default"/>.</param>
    /// <returns>The problems, and the corrected call where all of them could be corrected.</returns>
    public static ToolValidationResult Validate(ToolDefinition definition, JsonElement arguments, ToolValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        options ??= ToolValidationOptions.Default;
        var problems = ArgumentWalker.Check(definition, arguments, options);
        return problems is null
            ? ToolValidationResult.Valid
            : new ToolValidationResult([.. problems.Errors], CallCorrector.Correct(definition, arguments, options, problems));
    }

    /// <summary>Refuses a call whose arguments have problems.</summary>
    /// <inheritdoc cref="Validate"/>
    /// <exception cref="ToolValidationException">There are problems.</exception>
    public static void ThrowIfInvalid(ToolDefinition definition, JsonElement arguments, ToolValidationOptions? options = null)
    {
        var result = Validate(definition, arguments, options);
        if (!result.IsValid)
        {
            throw new ToolValidationException(definition.Name, result.Errors, result.CorrectedArguments);
        }
    }
}
