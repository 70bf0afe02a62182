using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Documentation;
using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Commands;

/// <summary><c>integrations:missive</c>: calls a function of Missive; without one, shows the guide.</summary>
internal sealed class ProviderCommand() : FunctionCommand(
    "integrations:missive", "Calls a function of Missive. Without a function, prints the guide; with --json, the functions.")
{
    public override IReadOnlyList<string> Examples =>
    [
        "kosmo integrations:missive",
        "kosmo integrations:missive get_conversation --id=conv_123",
        "kosmo integrations:missive list_tasks --state=open --json",
        "kosmo integrations:missive create_comment --conversation-id=conv_123 --body='On it.'",
    ];

    protected override string CompletionPrefix => "";

    protected override bool IsFunctionRequired => false;

    protected override ToolRegistration? Find(string name)
        => MissiveTools.Registry.TryGet(name, out var tool) || MissiveTools.Registry.TryGet(FullNameOf(name), out tool) ? tool : null;

    protected override string FullNameOf(string name) => name.Contains('.', StringComparison.Ordinal) ? name : $"missive.{name}";

    protected override int RunWithoutFunction(ParseResult parsed, Session session)
    {
        if (IsJson(parsed))
        {
            Output.Json.Print(session.Terminal, writer => FunctionJson.WriteAll(writer, session));
        }
        else
        {
            session.Terminal.Output.Write(CatalogDocumentation.Read("missive"));
        }

        return ExitCodes.Success;
    }
}
