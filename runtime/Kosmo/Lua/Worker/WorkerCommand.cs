using System.Runtime.InteropServices;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Output;
using Missive.Lua;

namespace Kosmo.Lua.Worker;

/// <summary>The verb that the line-by-line mode starts for itself; people have no use for it.</summary>
internal sealed class WorkerCommand : KosmoCommand
{
    public const string Verb = "integrations:lua-worker";

    /// <summary>Says that the one who starts it answers questions.</summary>
    public const string Answers = "--answers";

    private readonly SwitchOption _answers = new(Answers, "Questions about permissions are answered through standard input.");
    private readonly ScriptOptions _options = new();

    public WorkerCommand()
        : base(Verb, "Runs Lua that comes in line by line as JSON. kosmo integrations:lua --repl starts it.")
    {
        Syntax.Add(_answers);
        _options.AddTo(Syntax);
    }

    public override IReadOnlyList<string> Examples => [];

    public override ValueTask<int> RunAsync(ParseResult parsed, Session session)
    {
        using var interruption = new RunInterruption();
        var loop = new WorkerLoop(Console.In, session.Terminal.Output, interruption.Interrupt);
        if (parsed.GetValue(_answers))
        {
            session.Terminal.AnswerThrough(loop.ReadAnswer);
        }

        using var caller = session.CreateCaller(_options.IsForced(parsed));
        using var lua = new LuaSession(ScriptHost.Create(session, caller, _options.Account(parsed)), _options.Limits(parsed));
        lua.Unresponsive += run =>
        {
            loop.Abandon(run);
            Environment.Exit(ExitCodes.Failure);
        };
        loop.Serve(lua, interruption.Next);
        return ValueTask.FromResult(ExitCodes.Success);
    }

    /// <summary>Ctrl-C ends the run that is under way, and no more than that.</summary>
    private sealed class RunInterruption : IDisposable
    {
        private readonly PosixSignalRegistration _registration;
        private readonly Lock _lock = new();
        private CancellationTokenSource _run = new();

        public RunInterruption() => _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            Interrupt();
        });

        // The signal comes on a thread of its own, and what is disposed cannot be cancelled.
        public void Interrupt()
        {
            lock (_lock)
            {
                _run.Cancel();
            }
        }

        public CancellationToken Next()
        {
            lock (_lock)
            {
                if (_run.IsCancellationRequested)
                {
                    _run.Dispose();
                    _run = new CancellationTokenSource();
                }

                return _run.Token;
            }
        }

        public void Dispose()
        {
            _registration.Dispose();
            _run.Dispose();
        }
    }
}
