using Kosmo.CommandLine.Syntax;
using Kosmo.Completion;

namespace Kosmo.CommandLine;

/// <summary>A command: its syntax, its help, and what it does.</summary>
internal abstract class KosmoCommand
{
    /// <param name="name">The verb.</param>
    /// <param name="description">What the command does, in sentences.</param>
    /// <param name="takesFlags">Whether options that the command does not have are for others to read. -h may be the value of one then.</param>
    /// <param name="takesSecrets">Whether what is typed may be a secret.</param>
    protected KosmoCommand(string name, string description, bool takesFlags = false, bool takesSecrets = false)
    {
        Syntax = new CommandSyntax(name, description) { TakesAnyWord = takesFlags, TakesSecrets = takesSecrets };
        Help = new SwitchOption("--help", "Show this help.") { Alias = takesFlags ? null : "-h" };
        Syntax.Add(Help);
        Syntax.Add(Emulator);
    }

    /// <summary>Arguments and options.</summary>
    public CommandSyntax Syntax { get; }

    public SwitchOption Help { get; }

    public SwitchOption Emulator { get; } = new("--emulator", "Run against a stand-in with sample data; no account is needed, nothing real is touched.");

    /// <summary>The switch for machine-readable output; null when the command has none.</summary>
    public SwitchOption? Json { get; private set; }

    /// <summary>Command lines that show the use, to be pasted.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>What else the help has to say; null for nothing.</summary>
    public virtual string? Remarks => null;

    /// <summary>The arguments, as the help shows them.</summary>
    public virtual IEnumerable<(string Name, string Text)> Arguments => Syntax.Arguments.Select(static argument => (argument.Shown, argument.Description));

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
        var parsed = CommandLineParser.Parse(Syntax, words);
        var position = Syntax.Arguments.Count(argument => !argument.TakesAll && parsed.GetValues(argument).Count > 0);
        return position < Syntax.Arguments.Count
            ? (Syntax.Arguments[position].Choices ?? Syntax.Arguments[position].Completions?.Invoke() ?? []).Select(static word => new Suggestion(word))
            : [];
    }

    /// <summary>The flags beyond the options that may follow.</summary>
    /// <param name="words">The words after the verb.</param>
    public virtual IEnumerable<Suggestion> CompleteFlags(IReadOnlyList<string> words) => [];

    /// <summary>The values of such a flag; null when there is no such flag.</summary>
    /// <param name="flag">The flag, with its dashes.</param>
    /// <param name="words">The words after the verb.</param>
    public virtual IEnumerable<Suggestion>? CompleteFlagValue(string flag, IReadOnlyList<string> words) => null;

    /// <summary>Whether machine-readable output is asked for.</summary>
    public virtual bool IsJson(ParseResult parsed) => Json is { } json && parsed.GetValue(json);

    protected void AddJson(string description = "Print JSON for programs.")
    {
        Json = new SwitchOption("--json", description);
        Syntax.Add(Json);
    }
}
