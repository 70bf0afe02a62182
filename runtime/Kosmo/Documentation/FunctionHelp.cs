using Kosmo.CommandLine;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Documentation;

/// <summary>The help of one function: its parameters as flags.</summary>
internal static class FunctionHelp
{
    public static void Print(ToolDefinition tool, Terminal terminal)
    {
        var help = new HelpWriter(terminal);
        help.Paragraph(tool.Description);
        help.Heading("Usage");
        help.Line($"  kosmo integrations:missive {tool.Name} [json] [--name=value …] [options]");
        help.Rows("Arguments", tool.Parameters.Select(static parameter => (NameOf(parameter), DescriptionOf(parameter))));
        if (tool.Notes is { } notes)
        {
            help.Line("");
            help.Paragraph(notes);
        }

        help.Lines("More", [$"kosmo integrations:docs missive.{tool.Name}", $"kosmo integrations:schema missive.{tool.Name}"]);
    }

    private static string NameOf(ToolParameter parameter) => $"--{parameter.Name.Replace('_', '-')} <{TypeWord(parameter.Type)}>";

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
