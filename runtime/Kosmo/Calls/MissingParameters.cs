using System.Text.Json;
using Kosmo.Arguments;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Calls;

/// <summary>
/// Refuses calls that lack what they need, before anything else about them is looked at. Where an argument that nobody knows
/// is given, it may be the missing argument, misspelt, and the validation tells more.
/// </summary>
internal static class MissingParameters
{
    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its arguments, an object.</param>
    /// <param name="line">The command line as it was typed, for a better one.</param>
    /// <exception cref="KosmoException">Required parameters are absent, null or empty.</exception>
    public static void ThrowIfAny(ToolDefinition tool, JsonElement arguments, CallLine line)
    {
        ToolParameter[] missing = [.. tool.Parameters.Where(parameter => parameter is { Required: true, DefaultFrom: null } && !CallLine.IsGiven(arguments, parameter.Name))];
        if (missing.Length > 0 && arguments.EnumerateObject().All(argument => tool.FindParameter(argument.Name) is not null))
        {
            throw new KosmoException(
                "missing_parameters",
                $"Missing required parameter(s): {string.Join(", ", missing.Select(static parameter => parameter.Name))}",
                line.Form(tool, arguments, parameter => missing.Contains(parameter) ? CallLine.Sample(parameter.Type) : null));
        }
    }
}
