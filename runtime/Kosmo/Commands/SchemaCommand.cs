using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Completion;
using Kosmo.Documentation;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Commands;

/// <summary><c>integrations:schema</c>: the JSON Schema of a function's arguments.</summary>
internal sealed class SchemaCommand : KosmoCommand
{
    private readonly Argument _function = new("function", "The function, such as missive.create_draft.") { IsRequired = true, Completions = KnownNames.FullNames };

    public SchemaCommand()
        : base("integrations:schema", "Prints the JSON Schema (2020-12) of a function's arguments. The output is JSON in any case.")
    {
        Syntax.Add(_function);
        AddJson("Print errors as JSON too.");
    }

    public override IReadOnlyList<string> Examples =>
        ["kosmo integrations:schema missive.create_draft", "kosmo integrations:schema missive.list_tasks | jq .properties"];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        var name = parsed.GetValue(_function)!;
        if (!MissiveTools.Registry.TryGet(name, out var tool))
        {
            throw UnknownFunction.Named(name);
        }

        using var schema = EmbeddedTexts.OpenSchema(tool.Name);
        session.Terminal.Output.Flush();
        schema.CopyTo(session.Terminal.OutputBytes);
        return ValueTask.FromResult(ExitCodes.Success);
    }
}
