using Kosmo.Arguments;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Documentation;

/// <summary>The help of one function: its parameters as flags.</summary>
internal static class FunctionHelp
{
    /// <param name="tool">The function.</param>
    /// <param name="verbAndFunction">The verb and the function as they were typed.</param>
    /// <param name="options">The verb's own options.</param>
    /// <param name="terminal">Where to.</param>
    public static void Print(ToolDefinition tool, string verbAndFunction, IEnumerable<Option> options, Terminal terminal)
    {
        var help = new HelpWriter(terminal);
        help.Paragraph(tool.Description);
        help.Heading("Usage");
        help.Line($"  kosmo {verbAndFunction} [json] [--name=value …] [options]");
        help.Rows("Arguments", tool.Parameters.Select(static parameter => (NameOf(parameter), DescriptionOf(parameter))));
        help.Rows("Options", options.Select(static option => (option.Shown, option.Description)));
        if (tool.Notes is { } notes)
        {
            help.Line("");
            help.Paragraph(notes);
        }

        help.Lines("More", [$"kosmo integrations:docs missive.{tool.Name}", $"kosmo integrations:schema missive.{tool.Name}"]);
    }

    private static string NameOf(ToolParameter parameter) => $"{CommandText.FlagName(parameter.Name)} <{TypeWord(parameter.Type)}>";

    private static string DescriptionOf(ToolParameter parameter)
    {
        var text = parameter.Required ? $"{parameter.Description} Required." : parameter.Description ?? "";
        return parameter.Type is EnumType known ? $"{text} One of {string.Join(", ", known.Values)}." : text;
    }

    private static string TypeWord(DataType type) => type switch
    {
        ObjectType or AnyObjectType or MapType => "object",
        EnumType => "string",
        _ => type.Name,
    };
}
