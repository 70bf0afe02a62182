using Kosmo.Output;

namespace Kosmo.CommandLine;

/// <summary>Prints the help of a command and that of kosmo as a whole.</summary>
internal static class HelpText
{
    public static void Print(KosmoCommand command, Terminal terminal)
    {
        var syntax = command.Syntax;
        var help = new HelpWriter(terminal);
        help.Paragraph(syntax.Description);
        help.Heading("Usage");
        help.Line($"  kosmo {syntax.Name} {string.Join(' ', [.. command.Arguments.Select(static argument => argument.Name), "[options]"])}");
        help.Rows("Arguments", command.Arguments);
        help.Rows("Options", syntax.Options.Select(static option => (option.Shown, option.Description)));
        if (command.Remarks is { } remarks)
        {
            help.Line("");
            help.Paragraph(remarks);
        }

        help.Lines("Examples", command.Examples);
    }

    public static void PrintOverview(Terminal terminal)
    {
        var help = new HelpWriter(terminal);
        help.Paragraph("Missive's tool functions from the command line and from Lua.");
        help.Heading("Usage");
        help.Line("  kosmo <command> [arguments] [options]");
        help.Rows("Commands", CommandCatalog.Entries.Where(static entry => entry.IsListed).Select(static entry => (entry.Name, entry.Summary)));
        help.Rows("Options",
        [
            ("--emulator", "Run the command against a stand-in with sample data; no account is needed, nothing real is touched."),
            ("--json", "Print JSON for programs, errors too."),
            ("--help, -h", "Show this help; with a command, that of the command; with a function too, its parameters."),
            ("--version", "Show the version."),
        ]);
        help.Lines("Examples",
        [
            "kosmo --emulator integrations:missive list_conversations --state=open --limit=5",
            "kosmo integrations:configure missive --set access_token=-",
            "kosmo integrations:call missive.create_task --title='Call back' --dry-run",
            "kosmo integrations:docs missive.create_draft",
        ]);
    }
}
