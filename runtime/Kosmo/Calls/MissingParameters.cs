using System.Text.Json;
using Kosmo.Arguments;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Calls;

/// <summary>Refuses calls that lack what they need, before anything else about them is looked at.</summary>
internal static class MissingParameters
{
    /// <exception cref="KosmoException">Required parameters are absent, null or empty.</exception>
    public static void ThrowIfAny(ToolDefinition tool, JsonElement arguments)
    {
        ToolParameter[] missing = [.. tool.Parameters.Where(parameter => parameter is { Required: true, DefaultFrom: null } && !IsGiven(arguments, parameter.Name))];
        if (missing.Length > 0)
        {
            throw new KosmoException(
                "missing_parameters",
                $"Missing required parameter(s): {string.Join(", ", missing.Select(static parameter => parameter.Name))}",
                $"{CommandText.Program} {CommandText.CallVerb} missive.{tool.Name}{string.Concat(tool.Parameters.Where(static parameter => parameter.Required).Select(static parameter => $" {CommandText.Flag(parameter.Name, Sample(parameter.Type))}"))}");
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
