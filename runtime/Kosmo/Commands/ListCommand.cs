using System.Globalization;
using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Documentation;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Commands;

/// <summary><c>integrations:list</c>: the integrations and their functions.</summary>
internal sealed class ListCommand : KosmoCommand
{
    private const int ShownFunctions = 5;

    public ListCommand()
        : base("integrations:list", "Lists the integrations with their functions.") => AddJson();

    public override IReadOnlyList<string> Examples => ["kosmo integrations:list", "kosmo integrations:list --json"];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        if (IsJson(parsed))
        {
            Output.Json.Print(session.Terminal, writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("success", true);
                writer.WriteStartObject("providers");
                writer.WriteStartObject(Configuration.Provider);
                writer.WriteBoolean("active", session.Integration.IsActive);
                writer.WriteBoolean("configured", session.Integration.IsConfigured);
                writer.WriteString("auth_strategy", Capabilities.AuthStrategy);
                writer.WriteBoolean("cli_setup_supported", true);
                writer.WriteBoolean("cli_runtime_supported", true);
                writer.WriteString("compatibility_summary", Capabilities.Summary);
                writer.WritePropertyName("functions");
                FunctionJson.WriteAll(writer, session);
                writer.WriteEndObject();
                writer.WriteEndObject();
                writer.WriteEndObject();
            });
        }
        else
        {
            var tools = MissiveTools.Registry.Tools;
            var shown = string.Join(", ", tools.Take(ShownFunctions).Select(static tool => tool.Name));
            var table = new TextTable("Provider", "Functions", "Status", "Compatibility", "Examples");
            table.Add(
                Configuration.Provider,
                tools.Length.ToString(CultureInfo.InvariantCulture),
                session.Integration.Status,
                Capabilities.Summary,
                tools.Length > ShownFunctions ? $"{shown}, ..." : shown);
            table.Print(session.Terminal);
            session.PrintAdvice();
        }

        return ValueTask.FromResult(ExitCodes.Success);
    }
}
