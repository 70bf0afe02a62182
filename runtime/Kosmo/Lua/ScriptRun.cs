using Kosmo.Calls;
using Kosmo.CommandLine;
using Kosmo.Output;
using Missive.Lua;

namespace Kosmo.Lua;

/// <summary>Runs one script and prints what came of it, once, whatever the script does.</summary>
/// <param name="lua">Where it runs.</param>
/// <param name="report">Prints.</param>
/// <param name="session">The run's session.</param>
internal sealed class ScriptRun(LuaSession lua, ScriptReport report, Session session)
{
    private int _isPrinted;

    /// <returns>What came of it.</returns>
    public LuaRun Run(ScriptSource source, CancellationToken cancellationToken)
    {
        lua.Unresponsive += Abandon;
        LuaRun run;
        using (RequestProgress.Show(session.Terminal))
        {
            run = lua.Run(source.Code, source.ChunkName, cancellationToken);
        }

        if (!TryBePrinter())
        {
            // It ended at the very moment at which it was given up: the process is about to end.
            Thread.Sleep(Timeout.Infinite);
        }

        report.Print(run);
        return run;
    }

    /// <summary>What the process ends with after a run.</summary>
    public int ExitCodeOf(LuaRun run)
        => session.IsInterrupted ? session.Interruption.ExitCode : run.Success ? ExitCodes.Success : ExitCodes.Failure;

    // Native code does not return, and no thread can be ended from outside: what is known is printed, and the process ends.
    private void Abandon(LuaRun run)
    {
        if (TryBePrinter())
        {
            try
            {
                report.Print(run);
                session.Terminal.Dispose();
            }
            catch (OutputException error)
            {
                ErrorReport.Print(session.Terminal, error, isJson: false);
            }

            Environment.Exit(ExitCodeOf(run));
        }
    }

    private bool TryBePrinter() => Interlocked.Exchange(ref _isPrinted, 1) == 0;
}
