using System.Diagnostics;

namespace Missive.Lua;

/// <summary>
/// The time of one run. The script's own time stands still while a call waits for its answer; and when it is over by the clock on
/// the wall, but the machine had others to serve, it goes on for what is missing. Made and written by the thread that runs Lua,
/// read by the watchdog too.
/// </summary>
internal sealed class RunClock
{
    // Less is not worth another look.
    private static readonly TimeSpan LeastExtension = TimeSpan.FromMilliseconds(1);

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ThreadClock? _thread = ThreadClock.Start();
    private readonly TimeSpan _script;
    private readonly long _wallEnd;
    private long _scriptEnd;
    private long _callStart;

    public RunClock(LuaLimits limits)
    {
        _script = limits.Cpu;
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
        return now >= _wallEnd ? LuaStop.WallClock : !isInCall && now >= scriptEnd && !TryExtend(now, scriptEnd) ? LuaStop.Cpu : LuaStop.None;
    }

    public void EnterCall() => Volatile.Write(ref _callStart, Stopwatch.GetTimestamp());

    /// <returns>How long the call took.</returns>
    public TimeSpan LeaveCall()
    {
        var taken = Stopwatch.GetTimestamp() - _callStart;
        if (_scriptEnd != long.MaxValue)
        {
            Interlocked.Add(ref _scriptEnd, taken);
        }

        Volatile.Write(ref _callStart, 0);
        return Stopwatch.GetElapsedTime(0, taken);
    }

    // Whoever moved the end meanwhile, it is to be looked at again.
    private bool TryExtend(long now, long scriptEnd)
    {
        if (_thread?.Used is not { } used || _script - used < LeastExtension)
        {
            return false;
        }

        Interlocked.CompareExchange(ref _scriptEnd, After(now, _script - used), scriptEnd);
        return true;
    }

    private static TimeSpan Span(long end) => end == long.MaxValue ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), end);

    private static long After(long start, TimeSpan span)
        => span == Timeout.InfiniteTimeSpan ? long.MaxValue : start + (long)(span.TotalSeconds * Stopwatch.Frequency);
}
