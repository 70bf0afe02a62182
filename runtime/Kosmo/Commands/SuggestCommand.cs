using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Completion;
using Kosmo.Output;

namespace Kosmo.Commands;

/// <summary>
/// What the completion scripts call: <c>line -- text breaks</c> with bash's unfinished line and the characters at which it
/// breaks words, or <c>words -- word …</c> with the words so far, the unfinished one last.
/// </summary>
internal sealed class SuggestCommand : KosmoCommand
{
    public const string Verb = "completion:suggest";

    private readonly Argument _form = new("form", "line or words.") { IsRequired = true, Choices = ["line", "words"] };
    private readonly Argument _input = new("input", "The command line so far.") { TakesAll = true };

    public SuggestCommand()
        : base(Verb, "Completes a command line; called by the scripts that kosmo completion prints.")
    {
        Syntax.Add(_form);
        Syntax.Add(_input);
    }

    public override IReadOnlyList<string> Examples => ["kosmo completion:suggest words -- integrations:call missive.list_"];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        var input = parsed.GetValues(_input);
        if (parsed.GetValue(_form) == "line")
        {
            SuggestForLine(session.Terminal.Output, input.ElementAtOrDefault(0) ?? "", input.ElementAtOrDefault(1) ?? "");
        }
        else
        {
            foreach (var suggestion in CommandLineCompleter.Complete(input.Count == 0 ? [""] : input))
            {
                session.Terminal.Output.WriteLine(
                    suggestion.Description is { } description ? $"{suggestion.Text}\t{PlainText.OneLine(description)}" : suggestion.Text);
            }
        }

        return ValueTask.FromResult(ExitCodes.Success);
    }

    // Bash replaces only what follows the last break in the word, so that only this may be answered.
    private static void SuggestForLine(TextWriter output, string line, string breaks)
    {
        var words = ShellWords.Split(line);
        var kept = words[^1].LastIndexOfAny(breaks.ToCharArray()) + 1;
        foreach (var suggestion in CommandLineCompleter.Complete(words[1..]))
        {
            output.WriteLine(suggestion.Text[kept..]);
        }
    }
}
