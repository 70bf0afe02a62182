namespace Missive.Lua;

/// <summary>
/// Looks after all runs of the process from a thread of its own: tells a run to stop when its time is over, cancels the call
/// that it waits for, and reports it when it goes on nevertheless, which only native code can.
/// </summary>
internal static class Watchdog
{
    private static readonly Lock Lock = new();
    private static readonly List<WatchedRun> Runs = [];
    private static readonly AutoResetEvent Changed = new(initialState: false);
    private static bool _started;

    public static void Add(WatchedRun run)
    {
        lock (Lock)
        {
            Runs.Add(run);
            if (!_started)
            {
                _started = true;
                new Thread(Watch) { IsBackground = true, Name = "Lua watchdog" }.Start();
            }
        }

        Wake();
    }

    /// <summary>Looks at all runs now.</summary>
    public static void Wake() => Changed.Set();

    public static void Remove(WatchedRun run)
    {
        run.End();
        lock (Lock)
        {
            Runs.Remove(run);
        }
    }

    private static void Watch()
    {
        while (true)
        {
            var pause = Timeout.InfiniteTimeSpan;
            WatchedRun[] runs;
            lock (Lock)
            {
                runs = [.. Runs];
            }

            foreach (var run in runs)
            {
                var next = run.Look();
                if (next != Timeout.InfiniteTimeSpan && (pause == Timeout.InfiniteTimeSpan || next < pause))
                {
                    pause = next;
                }
            }

            Changed.WaitOne(pause);
        }
    }
}
