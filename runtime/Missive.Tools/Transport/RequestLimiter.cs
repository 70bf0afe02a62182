using System.Diagnostics.CodeAnalysis;

namespace Missive.Tools;

/// <summary>
/// The rate limits of one access token: how many requests may be in progress, and how many any window of a given length
/// may hold. Permits are given in the order in which they were asked for.
/// </summary>
/// <remarks>
/// The framework's limiters (System.Threading.RateLimiting) take no <see cref="TimeProvider"/>, so that nothing that waits
/// for them can be tested without waiting. Their sliding window counts by segments, which lets a window that starts inside
/// a segment hold more than its permits, and their chain gives back no permit of a window whose successor refused. One
/// limiter for windows and concurrency gives each permit under all limits at once.
/// <para>
/// A window is half open: two permits exactly its length apart are not in the same one. The times are those of giving a
/// permit, read from the monotonic clock under the lock, so that no window ever holds too many of them.
/// </para>
/// </remarks>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification =
    "A timer without a due time holds nothing, and the limiter outlives its users: it lives as long as its windows count.")]
internal sealed class RequestLimiter
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly LinkedList<Waiter> _waiting = new();
    private readonly int _concurrent;
    private readonly (int Requests, long Length)[] _windows;
    private readonly TimeSpan _longest;

    // The times of the latest permits, as many as the largest window holds: Given(n) is the time of the n-th last permit; a
    // window of n permits is full if that time is inside it. Grows up to that, for most tokens never make so many requests.
    private long[] _given = new long[16];
    private long _count;
    private int _inProgress;
    private long _pausedUntil = long.MinValue;

    public RequestLimiter(MissiveRateLimits limits, TimeProvider time)
    {
        _time = time;
        _concurrent = limits.Concurrent;
        _windows = [.. limits.Windows.Select(window => (window.Requests, StampsOf(window.Length)))];
        _longest = limits.Windows.Select(window => window.Length).DefaultIfEmpty().Max();

        // A timer remembers the ambient values of who makes it, such as the current activity; this one serves everybody.
        using (ExecutionContext.IsFlowSuppressed() ? null : (AsyncFlowControl?)ExecutionContext.SuppressFlow())
        {
            _timer = time.CreateTimer(static state => ((RequestLimiter)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Called with the time stamp of each permit, under the lock.</summary>
    internal Action<long>? PermitGiven { get; set; }

    /// <summary>How many permits are out.</summary>
    internal int InProgress
    {
        get
        {
            lock (_gate)
            {
                return _inProgress;
            }
        }
    }

    /// <summary>Whether forgetting this limiter would forget nothing: nobody waits, and no window holds a permit.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                var now = _time.GetTimestamp();
                return _inProgress == 0 && _waiting.Count == 0 && now >= _pausedUntil
                    && (_count == 0 || now - Given(1) >= StampsOf(_longest));
            }
        }
    }

    /// <summary>How long at least a permit takes that is asked for now, because of windows and pauses.</summary>
    public TimeSpan ShortestWait
    {
        get
        {
            lock (_gate)
            {
                var (now, earliest) = (_time.GetTimestamp(), EarliestPermit());
                return earliest > now ? TimerSpanOf(earliest - now) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Waits for a permit.</summary>
    /// <param name="cancellationToken">Ends the wait; the place in the queue is given up.</param>
    /// <returns>The permit, to be disposed when the answer has been read.</returns>
    public ValueTask<RequestPermit> AcquireAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<RequestPermit>(cancellationToken);
        }

        Waiter waiter;
        lock (_gate)
        {
            if (_waiting.Count == 0 && TryGive())
            {
                return ValueTask.FromResult(new RequestPermit(this));
            }

            waiter = new Waiter(this);
            _waiting.AddLast(waiter.Node);
        }

        return WaitAsync(waiter, cancellationToken);
    }

    /// <summary>Gives no permits for a while: the API has said that a limit is used up, maybe by another process.</summary>
    /// <param name="duration">How long. No more than the longest window, after which none of its limits can be the reason.</param>
    public void Pause(TimeSpan duration)
    {
        lock (_gate)
        {
            _pausedUntil = Math.Max(_pausedUntil, _time.GetTimestamp() + StampsOf(duration < _longest ? duration : _longest));
        }
    }

    /// <summary>Whether these are the limits that are kept.</summary>
    public bool Keeps(MissiveRateLimits limits)
        => limits.Concurrent == _concurrent
            && limits.Windows.Select(window => (window.Requests, StampsOf(window.Length))).SequenceEqual(_windows);

    internal void Release()
    {
        lock (_gate)
        {
            _inProgress--;
            GiveToWaiting();
        }
    }

    private static async ValueTask<RequestPermit> WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        using (cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!).GiveUp(token), waiter))
        {
            return await waiter.Task.ConfigureAwait(false);
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            GiveToWaiting();
        }
    }

    private void GiveToWaiting()
    {
        while (_waiting.First is { } first && TryGive())
        {
            _waiting.RemoveFirst();
            first.Value.SetResult(new RequestPermit(this));
        }
    }

    // When only time stands in the way, the timer is set to try again.
    private bool TryGive()
    {
        if (_inProgress >= _concurrent)
        {
            return false;
        }

        var now = _time.GetTimestamp();
        var earliest = EarliestPermit();
        if (earliest > now)
        {
            _timer.Change(TimerSpanOf(earliest - now), Timeout.InfiniteTimeSpan);
            return false;
        }

        Remember(now);
        _inProgress++;
        PermitGiven?.Invoke(now);
        return true;
    }

    private long EarliestPermit()
    {
        var earliest = _pausedUntil;
        foreach (var (requests, length) in _windows)
        {
            if (_count >= requests)
            {
                earliest = Math.Max(earliest, Given(requests) + length);
            }
        }

        return earliest;
    }

    /// <summary>When the permit was given that is so many back, 1 being the latest.</summary>
    private long Given(int back) => _given[(_count - back) % _given.Length];

    private void Remember(long now)
    {
        if (_count == _given.Length && _windows.Length > 0 && _given.Length < _windows.Max(window => window.Requests))
        {
            // Not yet wrapped around, so that every permit keeps its place.
            Array.Resize(ref _given, Math.Min(_given.Length * 2, _windows.Max(window => window.Requests)));
        }

        _given[_count % _given.Length] = now;
        _count++;
    }

    // Rounded up: a window must not be shorter than it says.
    private long StampsOf(TimeSpan span) => (long)Math.Ceiling((decimal)span.Ticks * _time.TimestampFrequency / TimeSpan.TicksPerSecond);

    // Timers count whole milliseconds, and one that fires too early is set again.
    private TimeSpan TimerSpanOf(long stamps)
        => TimeSpan.FromMilliseconds((long)Math.Ceiling((decimal)stamps * 1000 / _time.TimestampFrequency));

    /// <summary>A place in the queue. Whoever goes on does so elsewhere, not under the limiter's lock.</summary>
    private sealed class Waiter : TaskCompletionSource<RequestPermit>
    {
        private readonly RequestLimiter _limiter;

        public Waiter(RequestLimiter limiter)
            : base(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            _limiter = limiter;
            Node = new LinkedListNode<Waiter>(this);
        }

        public LinkedListNode<Waiter> Node { get; }

        public void GiveUp(CancellationToken cancellationToken)
        {
            lock (_limiter._gate)
            {
                if (Node.List is null)
                {
                    return;
                }

                _limiter._waiting.Remove(Node);
            }

            SetCanceled(cancellationToken);
        }
    }
}
