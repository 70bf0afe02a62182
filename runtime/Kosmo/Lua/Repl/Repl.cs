using System.Text;
using System.Text.Json;
using Kosmo.CommandLine;
using Kosmo.Lua.Worker;
using Kosmo.Output;

namespace Kosmo.Lua.Repl;

/// <summary>
/// Lua line by line. The lines are run by a worker, which is replaced when it cannot be stopped otherwise; this process
/// keeps the terminal.
/// </summary>
/// <param name="terminal">Where to read and write.</param>
/// <param name="history">The lines entered before.</param>
/// <param name="start">Starts a worker.</param>
internal sealed class Repl(Terminal terminal, LineHistory history, Func<WorkerProcess> start) : IDisposable
{
    private const string Banner = "KosmoKrator integration Lua REPL. Type :quit to exit.";
    private const string Quit = ":quit";
    private const string Prompt = "lua> ";
    private const string Continuation = "  ..> ";

    private WorkerProcess _worker = start();
    private LineEditor? _editor;
    private volatile bool _isWaiting;
    private int _interruptions;

    /// <summary>Reads and runs lines until the input ends.</summary>
    public void Run()
    {
        var isTerminal = terminal.IsInputTerminal && terminal.IsOutputTerminal;
        _editor = isTerminal ? new LineEditor(terminal, history, text => [.. Send(new WorkerRequest(Complete: text))?.Words ?? []]) : null;
        if (isTerminal)
        {
            terminal.Output.WriteLine(Banner);
            terminal.Output.Flush();
        }

        Console.CancelKeyPress += Interrupt;
        try
        {
            while (ReadStatement() is { } statement)
            {
                Print(statement);
            }
        }
        finally
        {
            Console.CancelKeyPress -= Interrupt;
            history.Save();
        }
    }

    public void Dispose() => _worker.Dispose();

    // Reads on as long as what was read is the beginning of a statement, and runs it. Null at the end.
    private WorkerReply? ReadStatement()
    {
        var code = new StringBuilder();
        while (true)
        {
            string? line;
            try
            {
                line = _editor is null ? Console.In.ReadLine() : _editor.Read(code.Length == 0 ? Prompt : Continuation);
            }
            catch (LineCanceledException)
            {
                code.Clear();
                continue;
            }

            if (line is null && code.Length > 0)
            {
                ErrorReport.PrintText(terminal, "The input ended inside a statement, which was not run.", hint: null);
            }

            if (line is null || (code.Length == 0 && line.Trim() is Quit))
            {
                return null;
            }

            if (code.Length == 0 && line.TrimStart() is [':', not ':', ..])
            {
                ErrorReport.PrintText(terminal, $"There is no command '{line.Trim()}': {Quit} ends, and everything else is Lua.", hint: null);
                continue;
            }

            code.Append(code.Length == 0 ? "" : "\n").Append(line);
            if (string.IsNullOrWhiteSpace(code.ToString()))
            {
                code.Clear();
            }
            else
            {
                var reply = Send(new WorkerRequest(Run: code.ToString()));
                if (reply is not { Incomplete: true })
                {
                    return reply ?? new WorkerReply();
                }
            }
        }
    }

    private void Print(WorkerReply reply)
    {
        if (reply.Ran is { } run)
        {
            if (run.Output.Length > 0)
            {
                terminal.WriteForeignLine(run.Output);
            }

            foreach (var value in run.Values?.EnumerateArray() ?? default)
            {
                if (value.ValueKind == JsonValueKind.String)
                {
                    terminal.WriteForeignLine(value.GetString()!);
                }
                else
                {
                    Json.Print(terminal, value);
                }
            }

            terminal.Output.Flush();
            if (run.Error is not null)
            {
                ErrorReport.PrintText(terminal, run.Error, hint: null);
            }
        }
    }

    // Null when the worker was lost; there is a new one then.
    private WorkerReply? Send(WorkerRequest request)
    {
        try
        {
            _interruptions = 0;
            _isWaiting = true;
            var reply = _worker.Send(request);
            while (reply.Asks)
            {
                reply = _worker.Send(Answer());
            }

            return reply;
        }
        catch (WorkerLostException)
        {
            _isWaiting = false;
            if (!_worker.HasReplied && _interruptions < 2)
            {
                // Another one would end in the same way.
                throw new KosmoException("worker", "What runs the lines ended before it was ready; its own message stands above.");
            }

            _worker.Dispose();
            _worker = start();
            terminal.Error.WriteLine(terminal.ErrorStyle.Yellow("The script could not be stopped otherwise, so Lua was started anew: its variables are gone."));
            return null;
        }
        finally
        {
            _isWaiting = false;
        }
    }

    private WorkerRequest Answer()
    {
        if (!terminal.IsInputTerminal)
        {
            return new WorkerRequest(Answer: Console.In.ReadLine() ?? "");
        }

        try
        {
            return new WorkerRequest(Answer: new AnswerReader(terminal, () => Volatile.Read(ref _interruptions) > 0).Read());
        }
        catch (LineCanceledException)
        {
            return new WorkerRequest(Interrupt: true);
        }
    }

    // The worker has received the signal too and ends its run. When it does not, the next one ends the worker. Between runs
    // there is nothing to end but this program, unless an editor reads the key.
    private void Interrupt(object? sender, ConsoleCancelEventArgs arguments)
    {
        arguments.Cancel = _isWaiting || _editor is not null;
        if (_isWaiting && Interlocked.Increment(ref _interruptions) > 1)
        {
            _worker.Kill();
        }
    }
}
