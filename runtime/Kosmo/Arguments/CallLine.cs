using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Kosmo.Arguments;

/// <summary>A command line that calls a function, as it was typed, to write better ones of it.</summary>
/// <param name="VerbAndFunction">The verb and the function.</param>
/// <param name="Options">The options, as they are to be written.</param>
internal sealed record CallLine(string VerbAndFunction, IReadOnlyList<string> Options)
{
    // A longer text is no value that somebody means to read again.
    private const int LongestValue = 200;

    /// <summary>The line with other arguments.</summary>
    public string With(ToolDefinition tool, JsonElement arguments) => CommandText.Call(VerbAndFunction, tool, arguments, Options);

    /// <summary>The line with flags, each written as it is to be.</summary>
    public string WithFlags(IEnumerable<string> flags)
        => $"{CommandText.Program} {VerbAndFunction}{string.Concat(flags.Select(static flag => $" {flag}"))}{CommandText.Options(Options)}";

    /// <summary>The line in its form: the arguments that were given, and marks for those that have to be given otherwise.</summary>
    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="mark">What to write for a parameter in the place of its value; null for the value.</param>
    public string Form(ToolDefinition tool, JsonElement arguments, Func<ToolParameter, string?> mark)
        => WithFlags(tool.Parameters
            .Select(parameter => (parameter.Name, Text: mark(parameter) ?? TextOf(arguments, parameter)))
            .Where(static flag => flag.Text is not null)
            .Select(static flag => CommandText.Flag(flag.Name, flag.Text!)));

    /// <summary>Whether an argument is there and is something.</summary>
    public static bool IsGiven(JsonElement arguments, string name)
        => arguments.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null && !(value.ValueKind == JsonValueKind.String && value.ValueEquals(""));

    /// <summary>Whether values of a type are written as JSON.</summary>
    public static bool IsJson(DataType type) => type is ObjectType or AnyObjectType or MapType or ArrayType;

    /// <summary>What stands for a value of a type.</summary>
    public static string Sample(DataType type) => type switch
    {
        ObjectType or AnyObjectType or MapType => "{…}",
        ArrayType => "[…]",
        _ => "…",
    };

    private static string? TextOf(JsonElement arguments, ToolParameter parameter)
        => !IsGiven(arguments, parameter.Name) ? null
            : CommandText.TextOf(arguments.GetProperty(parameter.Name)) is { Length: <= LongestValue } text && !text.Any(char.IsControl) ? text
            : Sample(parameter.Type);
}
