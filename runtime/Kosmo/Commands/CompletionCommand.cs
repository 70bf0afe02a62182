using System.CommandLine;
using Kosmo.CommandLine;
using Kosmo.Completion;
using Kosmo.Output;

namespace Kosmo.Commands;

/// <summary><c>completion</c>: the script that lets a shell complete kosmo's command lines.</summary>
internal sealed class CompletionCommand : KosmoCommand
{
    private readonly Argument<string> _shell = Required("shell", "bash, zsh or fish.");

    public CompletionCommand()
        : base("completion", "Prints a script that completes commands, functions, flags and values in a shell.")
    {
        _shell.AcceptOnlyFromAmong([.. ShellScripts.Shells]);
        Syntax.Add(_shell);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "source <(kosmo completion bash)                                  # in ~/.bashrc",
        "source <(kosmo completion zsh)                                   # in ~/.zshrc, after compinit",
        "kosmo completion fish > ~/.config/fish/completions/kosmo.fish",
    ];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        session.Terminal.Output.Write(ShellScripts.For(parsed.GetValue(_shell)!));
        return ValueTask.FromResult(ExitCodes.Success);
    }
}
