using System.Text.Json;
using Kosmo.Arguments;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Calls;

/// <summary>Refuses calls that lack what they need, before anything else about them is looked at.</summary>
internal static class MissingParameters
{
    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its arguments, an object.</param>
    /// <param name="verbAndFunction">The verb and the function as they were typed, for a better command line.</param>
    /// <param name="options">The options as they were typed, for the same.</param>
    /// <exception cref="KosmoException">Required parameters are absent, null or empty.</exception>
    public static void ThrowIfAny(ToolDefinition tool, JsonElement arguments, string verbAndFunction, IEnumerable<string> options)
    {
        ToolParameter[] missing = [.. tool.Parameters.Where(parameter => parameter is { Required: true, DefaultFrom: null } && !IsGiven(arguments, parameter.Name))];
        if (missing.Length > 0)
        {
            throw new KosmoException(
                "missing_parameters",
                $"Missing required parameter(s): {string.Join(", ", missing.Select(static parameter => parameter.Name))}",
                $"{CommandText.Program} {verbAndFunction}{string.Concat(tool.Parameters.Where(static parameter => parameter.Required).Select(static parameter => $" {CommandText.Flag(parameter.Name, Sample(parameter.Type))}"))}{CommandText.Options(options)}");
        }
    }

    private static bool IsGiven(JsonElement arguments, string name)
        => arguments.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null && !(value.ValueKind == JsonValueKind.String && value.ValueEquals(""));

    private static string Sample(DataType type) => type switch
    {
        ObjectType or AnyObjectType or MapType => "{…}",
        ArrayType => "[…]",
        _ => "…",
    };
}
