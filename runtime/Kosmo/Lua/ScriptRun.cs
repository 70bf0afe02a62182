using Kosmo.Calls;
using Kosmo.Output;
using Missive.Lua;

namespace Kosmo.Lua;

/// <summary>Runs one script and prints what came of it, once, whatever the script does.</summary>
/// <param name="lua">Where it runs.</param>
/// <param name="report">Prints.</param>
/// <param name="terminal">Where it is printed.</param>
internal sealed class ScriptRun(LuaSession lua, ScriptReport report, Terminal terminal)
{
    private int _isPrinted;

    /// <returns>What came of it.</returns>
    public LuaRun Run(ScriptSource source, CancellationToken cancellationToken)
    {
        lua.Unresponsive += Abandon;
        LuaRun run;
        using (RequestProgress.Show(terminal))
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

    // Native code does not return, and no thread can be ended from outside: what is known is printed, and the process ends.
    private void Abandon(LuaRun run)
    {
        if (TryBePrinter())
        {
            report.Print(run);
            terminal.Dispose();
            Environment.Exit(ExitCodes.Failure);
        }
    }

    private bool TryBePrinter() => Interlocked.Exchange(ref _isPrinted, 1) == 0;
}
