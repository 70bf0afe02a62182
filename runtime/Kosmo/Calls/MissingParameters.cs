using System.Text.Json;
using Kosmo.Arguments;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Calls;

/// <summary>
/// Refuses calls that lack what they need, before anything else about them is looked at. Where an argument that nobody knows
/// is given, it may be the one that lacks under another name, and the validation tells more.
/// </summary>
internal static class MissingParameters
{
    // More is not to be read again in a message.
    private const int MaxShown = 200;

    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its arguments, an object.</param>
    /// <param name="verbAndFunction">The verb and the function as they were typed, for a better command line.</param>
    /// <param name="options">The options as they were typed, for the same.</param>
    /// <exception cref="KosmoException">Required parameters are absent, null or empty.</exception>
    public static void ThrowIfAny(ToolDefinition tool, JsonElement arguments, string verbAndFunction, IEnumerable<string> options)
    {
        ToolParameter[] missing = [.. tool.Parameters.Where(parameter => parameter is { Required: true, DefaultFrom: null } && !IsGiven(arguments, parameter.Name))];
        if (missing.Length > 0 && arguments.EnumerateObject().All(argument => tool.FindParameter(argument.Name) is not null))
        {
            throw new KosmoException(
                "missing_parameters",
                $"Missing required parameter(s): {string.Join(", ", missing.Select(static parameter => parameter.Name))}",
                $"{CommandText.Program} {verbAndFunction}{string.Concat(tool.Parameters.Where(parameter => missing.Contains(parameter) || IsGiven(arguments, parameter.Name)).Select(parameter => $" {CommandText.Flag(parameter.Name, Shown(arguments, parameter))}"))}{CommandText.Options(options)}");
        }
    }

    private static bool IsGiven(JsonElement arguments, string name)
        => arguments.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null && !(value.ValueKind == JsonValueKind.String && value.ValueEquals(""));

    private static string Shown(JsonElement arguments, ToolParameter parameter)
    {
        if (!IsGiven(arguments, parameter.Name))
        {
            return Sample(parameter.Type);
        }

        var text = CommandText.TextOf(arguments.GetProperty(parameter.Name));
        return text.Length > MaxShown || text.Any(char.IsControl) ? Sample(parameter.Type) : text;
    }

    private static string Sample(DataType type) => type switch
    {
        ObjectType or AnyObjectType or MapType => "{…}",
        ArrayType => "[…]",
        _ => "…",
    };
}
