using System.Diagnostics;

namespace Missive.Lua;

/// <summary>
/// The time of one run. The script's own time stands still while a call waits for its answer. Written by the thread that
/// runs Lua, read by the watchdog too.
/// </summary>
internal sealed class RunClock
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly long _wallEnd;
    private long _scriptEnd;
    private long _callStart;

    public RunClock(LuaLimits limits)
    {
        _scriptEnd = After(_start, limits.Cpu);
        _wallEnd = After(_start, limits.WallClock);
    }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>When the wall clock's limit is reached; null for never.</summary>
    public TimeSpan? WallLeft => _wallEnd == long.MaxValue ? null : Span(_wallEnd);

    /// <summary>How much longer the script itself may run; it says nothing while a call is waited for.</summary>
    public TimeSpan ScriptLeft => Span(Volatile.Read(ref _scriptEnd));

    public bool IsInCall => Volatile.Read(ref _callStart) != 0;

    /// <summary>Whether a limit is reached.</summary>
    public LuaStop Check()
    {
        // In this order: a call that ends meanwhile moves the end before it ceases to be one.
        var isInCall = IsInCall;
        var scriptEnd = Volatile.Read(ref _scriptEnd);
        var now = Stopwatch.GetTimestamp();
        return now >= _wallEnd ? LuaStop.WallClock : !isInCall && now >= scriptEnd ? LuaStop.Cpu : LuaStop.None;
    }

    public void EnterCall() => Volatile.Write(ref _callStart, Stopwatch.GetTimestamp());

    /// <returns>How long the call took.</returns>
    public TimeSpan LeaveCall()
    {
        var taken = Stopwatch.GetTimestamp() - _callStart;
        if (_scriptEnd != long.MaxValue)
        {
            Volatile.Write(ref _scriptEnd, _scriptEnd + taken);
        }

        Volatile.Write(ref _callStart, 0);
        return Stopwatch.GetElapsedTime(0, taken);
    }

    private static TimeSpan Span(long end) => end == long.MaxValue ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), end);

    private static long After(long start, TimeSpan span)
        => span == Timeout.InfiniteTimeSpan ? long.MaxValue : start + (long)(span.TotalSeconds * Stopwatch.Frequency);
}
