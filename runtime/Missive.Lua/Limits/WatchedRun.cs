namespace Missive.Lua;

/// <summary>One run as the watchdog sees it.</summary>
/// <param name="clock">The run's time.</param>
/// <param name="interrupt">What ends it from within.</param>
/// <param name="calls">Cancelled when the run's time is over.</param>
/// <param name="grace">How long it may take to end then.</param>
/// <param name="report">Called once, by the watchdog's thread, when it has not.</param>
internal sealed class WatchedRun(RunClock clock, LuaInterrupt interrupt, CancellationTokenSource calls, TimeSpan grace, Action<LuaStop> report)
{
    // While a call is waited for, nobody knows when the script's own time will go on.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // No wait takes more.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private long? _stoppedAt;
    private bool _isOver;

    /// <summary>The run has ended.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isOver = true;
        }
    }

    /// <summary>Does what is due.</summary>
    /// <returns>When to look again; infinite for never.</returns>
    public TimeSpan Look()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return Timeout.InfiniteTimeSpan;
            }

            if (_stoppedAt is null && !TryStop())
            {
                return NextLook();
            }

            var left = grace - TimeSpan.FromMilliseconds(Environment.TickCount64 - _stoppedAt!.Value);
            if (left > TimeSpan.Zero)
            {
                return left;
            }

            _isOver = true;
        }

        report(interrupt.Stop);
        return Timeout.InfiniteTimeSpan;
    }

    private bool TryStop()
    {
        interrupt.Request(clock.Check());
        if (interrupt.Stop == LuaStop.None)
        {
            return false;
        }

        _stoppedAt = Environment.TickCount64;
        calls.Cancel();
        return true;
    }

    private TimeSpan NextLook()
    {
        var script = clock.ScriptLeft;
        if (clock.IsInCall && script < Pause)
        {
            script = Pause;
        }

        var next = clock.WallLeft is { } wall && wall < script ? wall : script;

        // Never a moment too early, which would make another round.
        return next > LongestPause ? LongestPause : next < TimeSpan.Zero ? TimeSpan.Zero : next + TimeSpan.FromMilliseconds(1);
    }
}
