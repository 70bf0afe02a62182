using System.Collections.Immutable;
using Kosmo.Commands;
using Kosmo.Lua;
using Kosmo.Lua.Worker;

namespace Kosmo.CommandLine;

/// <summary>Every verb, in the order of the help.</summary>
internal static class CommandCatalog
{
    public static ImmutableArray<CommandEntry> Entries { get; } =
    [
        new("integrations:call", "Call a function by its full name.", static () => new CallCommand()),
        new("integrations:missive", "Call a function of Missive, or read its guide.", static () => new ProviderCommand()),
        new("integrations:lua", "Run Lua in which the functions can be called.", static () => new LuaCommand()),
        new("integrations:list", "List the integrations and their functions.", static () => new ListCommand()),
        new("integrations:search", "Search the functions.", static () => new SearchCommand()),
        new("integrations:docs", "Read the documentation.", static () => new DocsCommand("integrations:docs", isPageRequired: false)),
        new("integrations:examples", "Read the documentation of a page.", static () => new DocsCommand("integrations:examples", isPageRequired: true)),
        new("integrations:schema", "Print the JSON Schema of a function's arguments.", static () => new SchemaCommand()),
        new("integrations:status", "Show what is configured.", static () => new StatusCommand()),
        new("integrations:fields", "List credentials and settings.", static () => new FieldsCommand()),
        new("integrations:configure", "Set credentials, settings and permissions.", static () => new ConfigureCommand()),
        new("integrations:doctor", "Find out what is missing; with --probe, try the connection.", static () => new DoctorCommand()),
        new("completion", "Print a script that completes command lines in a shell.", static () => new CompletionCommand()),
        new(WorkerCommand.Verb, "Run Lua for integrations:lua --repl.", static () => new WorkerCommand(), IsListed: false),
        new(SuggestCommand.Verb, "Complete a command line.", static () => new SuggestCommand(), IsListed: false),
    ];

    public static CommandEntry? Find(string name)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Name, name, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }
}
