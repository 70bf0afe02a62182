using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Documentation;
using Kosmo.Output;

namespace Kosmo.Commands;

/// <summary><c>integrations:search</c>: finds functions by words.</summary>
internal sealed class SearchCommand : KosmoCommand
{
    private readonly Argument _query = new("query", "What to look for, in names, titles and descriptions.") { IsRequired = true, TakesAll = true };

    public SearchCommand()
        : base("integrations:search", "Finds functions by words, the best first; at most twenty.")
    {
        Syntax.Add(_query);
        AddJson();
    }

    public override IReadOnlyList<string> Examples => ["kosmo integrations:search task", "kosmo integrations:search 'list tasks' --json"];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        var query = string.Join(' ', parsed.GetValues(_query));
        var found = FunctionSearch.Find(query);
        if (IsJson(parsed))
        {
            Output.Json.Print(session.Terminal, writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("success", true);
                writer.WriteString("query", query);
                writer.WriteStartArray("functions");
                foreach (var tool in found)
                {
                    FunctionJson.Write(writer, tool, session);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }
        else if (found.IsEmpty)
        {
            session.Terminal.Output.WriteLine($"No function has to do with '{PlainText.OneLine(query)}'.");
        }
        else
        {
            var table = new TextTable("Function", "Operation", "Status", "Compatibility", "Description");
            foreach (var tool in found)
            {
                table.Add(
                    $"{Configuration.Provider}.{tool.Name}", Configuration.KeyOf(tool.Operation), session.Integration.Status, Capabilities.Summary, tool.Description);
            }

            table.Print(session.Terminal);
            session.PrintAdvice();
        }

        return ValueTask.FromResult(ExitCodes.Success);
    }
}
