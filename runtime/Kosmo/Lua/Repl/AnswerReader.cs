using Kosmo.Output;

namespace Kosmo.Lua.Repl;

/// <summary>Reads the answer to a question that stands on the terminal. Ctrl-C ends it at once.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="isInterrupted">Whether an interruption came as a signal: before the terminal gave it as a key.</param>
internal sealed class AnswerReader(Terminal terminal, Func<bool> isInterrupted)
{
    // How long a signal may go unnoticed while no key comes.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <returns>The answer, empty at the input's end.</returns>
    /// <exception cref="LineCanceledException">It was given up (Ctrl-C).</exception>
    public string Read()
    {
        var treatedAsInput = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            return ReadKeys();
        }
        finally
        {
            Console.TreatControlCAsInput = treatedAsInput;
            terminal.Error.WriteLine();
            terminal.Error.Flush();
        }
    }

    private string ReadKeys()
    {
        var answer = "";
        while (true)
        {
            switch (NextKey())
            {
                case { Key: ConsoleKey.Enter } or { KeyChar: '\n' } or { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control }:
                    return answer;
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    throw new LineCanceledException();
                case { Key: ConsoleKey.Backspace } when answer.Length > 0:
                    answer = answer[..^1];
                    Show("\b \b");
                    break;
                case { KeyChar: var character } when !char.IsControl(character):
                    answer += character;
                    Show(character.ToString());
                    break;
            }
        }
    }

    private ConsoleKeyInfo NextKey()
    {
        while (!Console.KeyAvailable)
        {
            if (isInterrupted())
            {
                throw new LineCanceledException();
            }

            Thread.Sleep(Pause);
        }

        return Console.ReadKey(intercept: true);
    }

    private void Show(string text)
    {
        terminal.Error.Write(text);
        terminal.Error.Flush();
    }
}
