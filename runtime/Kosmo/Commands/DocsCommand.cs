using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Completion;
using Kosmo.Documentation;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Commands;

/// <summary><c>integrations:docs</c> and <c>integrations:examples</c>: a page of the documentation.</summary>
internal sealed class DocsCommand : KosmoCommand
{
    private readonly Argument _page;

    private readonly TextOption _format = new("--format", "format", "text or markdown (the same), or json.") { Choices = ["text", "markdown", "json"] };

    public DocsCommand(string name, bool isPageRequired)
        : base(name, "Prints a page of the documentation: the guide, a function's page, or without a page the index.")
    {
        _page = new Argument("page", "missive, integrations.missive (the guide and every function in a line), or missive.<function>.")
        {
            IsRequired = isPageRequired,
            Completions = static () => [Configuration.Provider, $"integrations.{Configuration.Provider}", .. KnownNames.FullNames()],
        };
        Syntax.Add(_page);
        Syntax.Add(_format);
        AddJson("Print the functions that the page is about as JSON; the same as --format json.");
    }

    public override IReadOnlyList<string> Examples => _page.IsRequired
        ? ["kosmo integrations:examples missive.create_draft"]
        : ["kosmo integrations:docs", "kosmo integrations:docs missive", "kosmo integrations:docs missive.create_draft", "kosmo integrations:docs missive.list_tasks --json"];

    public override bool IsJson(ParseResult parsed) => base.IsJson(parsed) || parsed.GetValue(_format) == "json";

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        var page = parsed.GetValue(_page) ?? "";
        var text = CatalogDocumentation.Read(page);
        if (IsJson(parsed))
        {
            var local = page.Trim().StartsWith("integrations.", StringComparison.Ordinal) ? page.Trim()["integrations.".Length..] : page.Trim();
            Output.Json.Print(session.Terminal, writer =>
            {
                if (MissiveTools.Registry.TryGet(local, out var tool))
                {
                    FunctionJson.Write(writer, tool.Definition, session);
                }
                else
                {
                    FunctionJson.WriteAll(writer, session);
                }
            });
        }
        else
        {
            session.Terminal.Output.WriteLine(text.TrimEnd('\n'));
        }

        return ValueTask.FromResult(ExitCodes.Success);
    }
}
