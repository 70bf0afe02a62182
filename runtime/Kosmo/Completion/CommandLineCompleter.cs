using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;

namespace Kosmo.Completion;

/// <summary>Completes the last word of a command line from what the commands themselves declare.</summary>
internal static class CommandLineCompleter
{
    // Stands before a command, and changes nothing about what may follow.
    private const string Help = "help";

    /// <summary>The ways to complete a command line.</summary>
    /// <param name="words">The words after <c>kosmo</c>; the last is the unfinished one, maybe empty.</param>
    public static IEnumerable<Suggestion> Complete(IReadOnlyList<string> words)
    {
        var current = words[^1];
        return Candidates([.. words.SkipLast(1)], current).Where(candidate => candidate.Text.StartsWith(current, StringComparison.Ordinal));
    }

    private static IEnumerable<Suggestion> Candidates(string[] words, string current)
    {
        var verb = Array.FindIndex(words, static word => !word.StartsWith('-') && word != Help);
        if (verb < 0)
        {
            return Verbs();
        }

        return CommandCatalog.Find(words[verb])?.Create() is { } command ? ForCommand(command, words[(verb + 1)..], current) : [];
    }

    private static IEnumerable<Suggestion> Verbs() =>
    [
        .. CommandCatalog.Entries.Where(static entry => entry.IsListed).Select(static entry => new Suggestion(entry.Name, entry.Summary)),
        new(Help, "Show the help of a command."),
        new("--emulator", "Run against a stand-in with sample data."),
        new("--json", "Print JSON for programs."),
        new("--help"),
        new("--version"),
    ];

    private static IEnumerable<Suggestion> ForCommand(KosmoCommand command, string[] words, string current)
    {
        var equals = current.IndexOf('=', StringComparison.Ordinal);
        if (current.StartsWith("--", StringComparison.Ordinal) && equals > 0)
        {
            var name = current[..equals];
            return ValuesOf(command, name, words).Select(value => value with { Text = $"{name}={value.Text}" });
        }

        if (words.LastOrDefault() is { } last && last.StartsWith("--", StringComparison.Ordinal) && !last.Contains('=', StringComparison.Ordinal) && TakesValue(command, last, words))
        {
            return ValuesOf(command, last, words);
        }

        return current.StartsWith('-') ? OptionsOf(command, words) : command.CompleteWord(words);
    }

    private static IEnumerable<Suggestion> OptionsOf(KosmoCommand command, string[] words)
    {
        foreach (var flag in command.CompleteFlags(words))
        {
            yield return flag;
        }

        foreach (var option in command.Syntax.Options)
        {
            yield return new Suggestion(option.Name, option.Description);
        }
    }

    private static bool TakesValue(KosmoCommand command, string name, string[] words)
        => command.Syntax.Find(name) is { } option ? option is not SwitchOption : command.CompleteFlagValue(name, words) is not null;

    private static IEnumerable<Suggestion> ValuesOf(KosmoCommand command, string name, string[] words)
        => command.Syntax.Find(name) is { } option
            ? (option.Choices ?? option.Completions?.Invoke() ?? []).Select(static value => new Suggestion(value))
            : command.CompleteFlagValue(name, words) ?? [];
}
