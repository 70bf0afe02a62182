namespace Missive.Lua;

/// <summary>One run as the watchdog sees it.</summary>
/// <param name="clock">The run's time.</param>
/// <param name="interrupt">What ends it from within.</param>
/// <param name="grace">How long it may take to end then.</param>
/// <param name="report">Called once, by the watchdog's thread, when it has not.</param>
/// <param name="cancellationToken">The caller's.</param>
internal sealed class WatchedRun(RunClock clock, LuaInterrupt interrupt, TimeSpan grace, Action<LuaStop> report, CancellationToken cancellationToken)
{
    // While a call is waited for, nobody knows when the script's own time will go on.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // No wait takes more.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _calls = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private Task? _cancelling;
    private long? _stoppedAt;
    private bool _isOver;

    /// <summary>Cancelled when the run's time is over.</summary>
    public CancellationToken Calls => _calls.Token;

    /// <summary>The run has ended.</summary>
    public void End()
    {
        lock (_lock)
        {
            _isOver = true;
        }

        if (_cancelling is null)
        {
            _calls.Dispose();
        }
        else
        {
            // Whatever listens to the token has still to be done.
            _cancelling.ContinueWith(
                static (_, calls) => ((CancellationTokenSource)calls!).Dispose(), _calls, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
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

        // What listens to the token is the caller's code, and must not keep the watchdog from its other runs.
        _cancelling = _calls.CancelAsync();
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
