using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Commands;

/// <summary><c>integrations:call</c>: calls any function by its full name.</summary>
internal sealed class CallCommand() : FunctionCommand("integrations:call", "Calls a function by its full name, such as missive.list_tasks.")
{
    public override IReadOnlyList<string> Examples =>
    [
        "kosmo integrations:call missive.list_conversations --state=open --limit=5",
        "kosmo integrations:call missive.list_contacts --params='{\"limit\":5}' --json",
        "kosmo integrations:call missive.create_task --title='Call back' --due-date=2030-01-15 --dry-run",
        "kosmo integrations:call missive.update_task '{\"task_id\":\"task_123\",\"body\":{\"state\":\"completed\"}}'",
        "kosmo integrations:call missive.create_draft - < draft.json",
    ];

    protected override string CompletionPrefix => "missive.";

    protected override bool IsFunctionRequired => true;

    protected override ToolRegistration? Find(string name) => MissiveTools.Registry.TryGet(name, out var tool) ? tool : null;

    protected override string FullNameOf(string name) => name;

    protected override int RunWithoutFunction(ParseResult parsed, Session session)
        => throw new UsageException("integrations:call needs the name of a function, such as missive.list_tasks.", "kosmo integrations:list");
}
