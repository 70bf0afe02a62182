using System.Globalization;

namespace Missive.Emulator.Limits;

internal sealed class TokenLimiter
{
    private readonly Lock _gate = new();
    private readonly RateLimits _limits;
    private readonly TimeProvider _time;
    private readonly SlidingWindow[] _arrived;
    private readonly SlidingWindow[] _admitted;
    private long _arrivals;
    private long _refused;
    private int _inProgress;
    private int _maxConcurrent;

    public TokenLimiter(RateLimits limits, TimeProvider time)
    {
        (_limits, _time) = (limits, time);
        _arrived = [.. limits.Windows.Select(window => new SlidingWindow(Judged(window)))];
        _admitted = [.. limits.Windows.Select(window => new SlidingWindow(Judged(window)))];
    }

    /// <summary>Counts an arrival. Every call is followed by one <see cref="Leave"/>, also after a refusal.</summary>
    public RateRefusal? Enter()
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            _arrivals++;
            _inProgress++;
            _maxConcurrent = Math.Max(_maxConcurrent, _inProgress);
            foreach (var window in _arrived)
            {
                window.Add(now);
            }

            var refusal = _limits.Enforced ? Refusal(now) : null;
            if (refusal is not null)
            {
                _refused++;
            }
            else
            {
                foreach (var window in _admitted)
                {
                    window.Add(now);
                }
            }

            return refusal;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _inProgress--;
        }
    }

    public RateObservation Observe()
    {
        lock (_gate)
        {
            var windows = _limits.Windows.Select((window, index) =>
                new WindowObservation(window, _arrived[index].Largest, _admitted[index].Largest));
            return new RateObservation(_arrivals, _refused, _maxConcurrent, [.. windows]);
        }
    }

    private RateRefusal? Refusal(long now)
    {
        if (_inProgress > _limits.MaxConcurrent)
        {
            return new RateRefusal(
                string.Create(CultureInfo.InvariantCulture, $"more than {_limits.MaxConcurrent} requests at once"),
                _limits.MaxConcurrent,
                TimeSpan.Zero);
        }

        RateRefusal? longest = null;
        for (var index = 0; index < _admitted.Length; index++)
        {
            var window = _limits.Windows[index];
            if (_admitted[index].CountAt(now) < window.Permits)
            {
                continue;
            }

            var wait = TimeSpan.FromSeconds((double)_admitted[index].WaitAt(now) / _time.TimestampFrequency);
            if (longest is null || wait > longest.Wait)
            {
                longest = new RateRefusal(
                string.Create(CultureInfo.InvariantCulture, $"more than {window.Permits} requests in {window.Length.TotalSeconds:0.###} s"),
                window.Permits,
                wait);
            }
        }

        return longest;
    }

    private long Judged(RateWindow window) =>
        (long)(Math.Max(0, (window.Length - _limits.ArrivalTolerance).TotalSeconds) * _time.TimestampFrequency);
}
