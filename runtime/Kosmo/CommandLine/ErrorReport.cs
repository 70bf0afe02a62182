using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.CommandLine;

/// <summary>Says why a command failed: as JSON on standard output for programs, else as text on standard error.</summary>
internal static class ErrorReport
{
    /// <returns>The exit code.</returns>
    public static int Print(Terminal terminal, Exception error, bool isJson)
    {
        var hint = (error as KosmoException)?.Hint;
        if (isJson && error is not OutputException)
        {
            Json.PrintFailure(terminal, MessageOf(error), hint);
        }
        else
        {
            PrintText(terminal, MessageOf(error), hint);
        }

        return error is KosmoException known ? known.ExitCode : ExitCodes.Failure;
    }

    /// <summary>Prints a message for people, and below it what to do next.</summary>
    public static void PrintText(Terminal terminal, string message, string? hint)
    {
        terminal.Output.Flush();
        terminal.Error.WriteLine(terminal.ErrorStyle.Red(PlainText.Of(message)));
        if (hint is not null && !message.Contains(hint, StringComparison.Ordinal))
        {
            terminal.Error.WriteLine($"  {terminal.ErrorStyle.Cyan(PlainText.Of(hint))}");
        }
    }

    private static string MessageOf(Exception error) => error switch
    {
        KosmoException or MissiveException or ToolValidationException or UnknownToolException => error.Message,

        // The others are no part of what kosmo expects; their words are for whoever mends it.
        _ => $"Unexpected error: {error.GetType().Name}: {error.Message}",
    };
}
