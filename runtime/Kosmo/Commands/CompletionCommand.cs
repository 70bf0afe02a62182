using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Completion;
using Kosmo.Output;

namespace Kosmo.Commands;

/// <summary><c>completion</c>: the script that lets a shell complete kosmo's command lines.</summary>
internal sealed class CompletionCommand : KosmoCommand
{
    private readonly Argument _shell = new("shell", "bash, zsh or fish.") { IsRequired = true, Choices = ShellScripts.Shells };

    public CompletionCommand()
        : base("completion", "Prints a script that completes commands, functions, flags and values in a shell.")
    {
        Syntax.Add(_shell);
        AddJson();
    }

    public override IReadOnlyList<string> Examples =>
    [
        "source <(kosmo completion bash)                                  # in ~/.bashrc",
        "source <(kosmo completion zsh)                                   # in ~/.zshrc, after compinit",
        "kosmo completion fish > ~/.config/fish/completions/kosmo.fish",
    ];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        var shell = parsed.GetValue(_shell)!;
        var script = ShellScripts.For(shell);
        if (IsJson(parsed))
        {
            Output.Json.Print(session.Terminal, writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("success", true);
                writer.WriteString("shell", shell);
                writer.WriteString("script", script);
                writer.WriteEndObject();
            });
        }
        else
        {
            session.Terminal.Output.Write(script);
        }

        return ValueTask.FromResult(ExitCodes.Success);
    }
}
