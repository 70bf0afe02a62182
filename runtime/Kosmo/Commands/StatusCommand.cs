using System.Globalization;
using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Documentation;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Commands;

/// <summary><c>integrations:status</c>: what is configured.</summary>
internal sealed class StatusCommand : KosmoCommand
{
    public StatusCommand()
        : base("integrations:status", "Shows what is configured.") => AddJson();

    public override IReadOnlyList<string> Examples => ["kosmo integrations:status", "kosmo integrations:status --json"];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        var integration = session.Integration;
        var count = MissiveTools.Registry.Tools.Length;
        if (IsJson(parsed))
        {
            Output.Json.Print(session.Terminal, writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("success", true);
                writer.WriteStartObject("providers");
                writer.WriteStartObject(Configuration.Provider);
                writer.WriteBoolean("active", integration.IsActive);
                writer.WriteBoolean("configured", integration.IsConfigured);
                writer.WriteStrings("accounts", integration.Accounts);
                writer.WriteNumber("functions", count);
                writer.WriteString("auth_strategy", Capabilities.AuthStrategy);
                writer.WriteBoolean("cli_setup_supported", true);
                writer.WriteBoolean("cli_runtime_supported", true);
                writer.WriteString("compatibility_summary", Capabilities.Summary);
                writer.WriteStrings("usable_accounts", [.. integration.IsConfigured ? [AccountName.Default] : Array.Empty<string>(), .. integration.UsableAccounts]);
                writer.WriteEndObject();
                writer.WriteEndObject();
                writer.WriteEndObject();
            });
        }
        else
        {
            var table = new TextTable("Provider", "Active", "Configured", "Accounts", "Compatibility", "Functions");
            table.Add(
                Configuration.Provider,
                integration.IsActive ? "yes" : "no",
                integration.IsConfigured ? "yes" : "no",
                string.Join(", ", integration.Accounts),
                Capabilities.Summary,
                count.ToString(CultureInfo.InvariantCulture));
            table.Print(session.Terminal);
            session.PrintAdvice();
        }

        return ValueTask.FromResult(ExitCodes.Success);
    }
}
