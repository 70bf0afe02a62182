using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Documentation;
using Kosmo.Output;
using Kosmo.Permissions;
using Missive.Tools;

namespace Kosmo.Commands;

/// <summary><c>integrations:doctor</c>: what is missing, and what to do about it.</summary>
internal sealed class DoctorCommand : KosmoCommand
{
    private const int ShownFunctions = 5;

    private readonly Argument _provider = new("provider", $"{ProviderArgument.Description} Left out, all.") { Completions = ProviderArgument.Names };
    private readonly TextOption _account = AccountNameOption.Create();
    private readonly SwitchOption _probe = new("--probe", "Try the connection too: read the organizations that the token reaches.");

    public DoctorCommand()
        : base("integrations:doctor", "Says what is missing and what to do next. Nothing is sent unless --probe is given; a probe that fails ends with exit code 1.")
    {
        Syntax.Add(_provider);
        Syntax.Add(_account);
        Syntax.Add(_probe);
        AddJson();
    }

    public override IReadOnlyList<string> Examples =>
        ["kosmo integrations:doctor", "kosmo integrations:doctor missive --probe", "kosmo integrations:doctor missive --account=work --probe --json"];

    public override async ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        var provider = parsed.GetValue(_provider);
        if (!string.IsNullOrEmpty(provider))
        {
            ProviderArgument.ThrowIfUnknown(provider);
        }

        var account = AccountName.Parse(parsed.GetValue(_account));
        var examination = await Examination.OfAsync(session, account).ConfigureAwait(false);
        var probe = parsed.GetValue(_probe) ? await ConnectionProbe.RunAsync(session, account).ConfigureAwait(false) : null;
        if (IsJson(parsed))
        {
            Output.Json.Print(session.Terminal, writer =>
            {
                if (!string.IsNullOrEmpty(provider))
                {
                    Write(writer, session, examination, probe);
                    return;
                }

                writer.WriteStartObject();
                writer.WritePropertyName(Configuration.Provider);
                Write(writer, session, examination, probe);
                writer.WriteEndObject();
            });
        }
        else
        {
            Print(session, examination, probe);
        }

        return probe is { IsReached: false } ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static void Print(Session session, Examination examination, ConnectionProbe? probe)
    {
        var table = new TextTable("Provider", "Active", "Compatibility", "Missing Credentials", "Permissions", "Next");
        table.Add(
            Configuration.Provider,
            examination.IsActive ? "yes" : "no",
            Capabilities.Summary,
            string.Join(", ", examination.MissingCredentials),
            $"read={session.Permissions.Read.Word()} write={session.Permissions.Write.Word()}",
            string.Join('\n', examination.NextCommands));
        table.Print(session.Terminal);
        if (examination.Problem is { } problem)
        {
            ErrorReport.PrintText(session.Terminal, problem, null);
        }

        if (probe is { IsReached: true })
        {
            session.Terminal.Output.WriteLine(session.Terminal.OutputStyle.Green(probe.Message));
        }
        else if (probe is not null)
        {
            ErrorReport.PrintText(session.Terminal, probe.Message, null);
        }
    }

    private static void Write(Utf8JsonWriter writer, Session session, Examination examination, ConnectionProbe? probe)
    {
        writer.WriteStartObject();
        writer.WriteString("provider", Configuration.Provider);
        writer.WriteBoolean("locally_runnable", true);
        writer.WriteBoolean("cli_setup_supported", true);
        writer.WriteBoolean("cli_runtime_supported", true);
        writer.WriteString("auth_strategy", Capabilities.AuthStrategy);
        Capabilities.WriteHosts(writer);
        writer.WriteString("compatibility_summary", Capabilities.Summary);
        writer.WriteBoolean("enabled", session.IsEnabled);
        writer.WriteBoolean("configured", examination.MissingCredentials.Count == 0);
        writer.WriteBoolean("active", examination.IsActive);
        writer.WriteStrings("missing_credentials", examination.MissingCredentials);
        writer.WriteStrings("accounts", session.Integration.Accounts);
        PermissionJson.Write(writer, session.Permissions);
        writer.WriteNumber("function_count", MissiveTools.Registry.Tools.Length);
        writer.WriteStrings("example_functions", MissiveTools.Registry.Tools.Take(ShownFunctions).Select(static tool => $"{Configuration.Provider}.{tool.Name}"));
        writer.WriteStrings("next_commands", examination.NextCommands);
        writer.WriteString("account", AccountName.Show(examination.Account));
        writer.WriteString("problem", examination.Problem);
        probe?.Write(writer);
        writer.WriteEndObject();
    }
}
