using System.CommandLine;
using System.CommandLine.Completions;
using Kosmo.Completion;

namespace Kosmo.CommandLine;

/// <summary>A command: its syntax, its help, and what it does.</summary>
internal abstract class KosmoCommand
{
    /// <param name="name">The verb.</param>
    /// <param name="description">What the command does, in sentences.</param>
    protected KosmoCommand(string name, string description) => Syntax = new Command(name, description)
    {
        Help,
        Emulator,
    };

    /// <summary>Arguments and options.</summary>
    public Command Syntax { get; }

    public Option<bool> Help { get; } = Flag("--help", "Show this help.", "-h");

    public Option<bool> Emulator { get; } = Flag("--emulator", "Run against a stand-in with sample data; no account is needed, nothing real is touched.");

    /// <summary>The switch for machine-readable output; null when the command has none.</summary>
    public Option<bool>? Json { get; private set; }

    /// <summary>Command lines that show the use, to be pasted.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>What else the help has to say; null for nothing.</summary>
    public virtual string? Remarks => null;

    /// <summary>The arguments, as the help shows them.</summary>
    public virtual IEnumerable<(string Name, string Text)> Arguments => Syntax.Arguments.Select(static argument =>
        (argument.Arity.MinimumNumberOfValues > 0 ? $"<{argument.Name}>" : $"[{argument.Name}]", argument.Description ?? ""));

    /// <summary>Whether words that look like options are taken as they are.</summary>
    public virtual bool TakesAnyWord => false;

    /// <summary>Carries the command out.</summary>
    /// <param name="parsed">What was typed; free of errors.</param>
    /// <param name="session">All that a command works with.</param>
    /// <returns>The exit code.</returns>
    public abstract ValueTask<int> RunAsync(ParseResult parsed, Session session);

    /// <summary>Prints the help.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="session">All that a command works with.</param>
    public virtual void PrintHelp(ParseResult parsed, Session session) => HelpText.Print(this, session.Terminal);

    /// <summary>The words that may follow: the next argument, in all its values.</summary>
    /// <param name="words">The words after the verb.</param>
    public virtual IEnumerable<Suggestion> CompleteWord(IReadOnlyList<string> words)
    {
        var position = words.Count(static word => !word.StartsWith('-'));
        return position < Syntax.Arguments.Count
            ? Syntax.Arguments[position].GetCompletions(CompletionContext.Empty).Select(static item => new Suggestion(item.InsertText ?? item.Label))
            : [];
    }

    /// <summary>The flags beyond the options that may follow.</summary>
    /// <param name="words">The words after the verb.</param>
    public virtual IEnumerable<Suggestion> CompleteFlags(IReadOnlyList<string> words) => [];

    /// <summary>The values of such a flag; null when there is no such flag.</summary>
    /// <param name="flag">The flag, with its dashes.</param>
    /// <param name="words">The words after the verb.</param>
    public virtual IEnumerable<Suggestion>? CompleteFlagValue(string flag, IReadOnlyList<string> words) => null;

    public bool IsJson(ParseResult parsed) => Json is { } json && parsed.GetValue(json);

    protected static Option<bool> Flag(string name, string description, params string[] aliases) => new(name, aliases)
    {
        Description = description,
        Arity = ArgumentArity.Zero,
    };

    protected static Option<string?> Text(string name, string valueName, string description) => new(name)
    {
        Description = description,
        HelpName = valueName,
    };

    protected static Argument<string?> Optional(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.ZeroOrOne,
    };

    protected static Argument<string> Required(string name, string description) => new(name) { Description = description };

    protected void AddJson(string description = "Print JSON for programs.")
    {
        Json = Flag("--json", description);
        Syntax.Add(Json);
    }
}
