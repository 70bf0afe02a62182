using System.Text.Json;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Arguments;

/// <summary>Writes calls as command lines, ready to paste into a POSIX shell.</summary>
internal static class CommandText
{
    public const string Program = "kosmo";

    /// <summary>A call: with flags where all values are plain, else with one JSON payload.</summary>
    /// <param name="verbAndFunction">The verb and the function, as the caller wrote them.</param>
    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="options">Further options, as they are to be written.</param>
    public static string Call(string verbAndFunction, ToolDefinition tool, JsonElement arguments, IEnumerable<string> options)
    {
        JsonProperty[] all = [.. arguments.EnumerateObject()];
        var shown = all.All(property => IsPlain(tool, property))
            ? string.Concat(all.Select(static property => $" {Flag(property.Name, TextOf(property.Value))}"))
            : $" {Word(Json.Compact(arguments.WriteTo))}";
        return $"{Program} {verbAndFunction}{shown}{Options(options)}";
    }

    public static string Options(IEnumerable<string> options) => string.Concat(options.Select(static option => $" {Word(option)}"));

    public static string Flag(string name, string value) => $"{FlagName(name)}={Word(value)}";

    /// <summary>The flag for a parameter: <c>--task-id</c> for <c>task_id</c>.</summary>
    public static string FlagName(string parameter) => $"--{parameter.Replace('_', '-')}";

    /// <summary>One word, in single quotes where it needs them.</summary>
    public static string Word(string text)
        => text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ',' or ':' or '@' or '+' or '=')
            ? text
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>The text of a flag for a value.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    // Whether the text of a flag would be read back as this value.
    private static bool IsPlain(ToolDefinition tool, JsonProperty property)
    {
        var parameter = tool.FindParameter(property.Name);
        if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            || parameter?.Type is ObjectType or AnyObjectType or MapType or ArrayType
            || property.Name.Length == 0
            || !property.Name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            return false;
        }

        var text = TextOf(property.Value);
        return !text.Any(char.IsControl)
            && string.Equals(ValueCoercion.ToJson(parameter, text), Json.Compact(property.Value.WriteTo), StringComparison.Ordinal);
    }
}
