namespace Missive.Tools;

/// <summary>
/// The limiters of a process: one for each access token at each API, shared by all clients that use it.
/// </summary>
internal sealed class LimiterRegistry
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Origin, AccessToken Token, TimeProvider Time), Entry> _entries = [];

    /// <summary>The registry of this process.</summary>
    public static LimiterRegistry Shared { get; } = new();

    /// <summary>How many limiters are kept.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Takes the limiter of a token into use.</summary>
    /// <param name="origin">The API's scheme, host and port.</param>
    /// <param name="token">The token.</param>
    /// <param name="limits">The limits to keep.</param>
    /// <param name="time">The clock to keep them by.</param>
    /// <returns>The limiter, until the lease is disposed.</returns>
    /// <exception cref="InvalidOperationException">Another client uses the token with other limits.</exception>
    public Lease Rent(string origin, AccessToken token, MissiveRateLimits limits, TimeProvider time)
    {
        lock (_gate)
        {
            ForgetUnused();
            if (!_entries.TryGetValue((origin, token, time), out var entry))
            {
                entry = new Entry(new RequestLimiter(limits, time));
                _entries.Add((origin, token, time), entry);
            }
            else if (!entry.Limiter.Keeps(limits))
            {
                throw new InvalidOperationException(
                    $"Another client of this process uses the same access token with other {nameof(MissiveOptions.RateLimits)}. "
                    + "The API counts both together: set the same limits for both.");
            }

            entry.Users++;
            return new Lease(entry.Limiter, () => Return(entry));
        }
    }

    // A limiter without users counts on until its windows have passed: the next client of its token must not start afresh.
    private void ForgetUnused()
    {
        foreach (var (key, entry) in _entries)
        {
            if (entry.Users == 0 && entry.Limiter.IsIdle)
            {
                _entries.Remove(key);
            }
        }
    }

    private void Return(Entry entry)
    {
        lock (_gate)
        {
            entry.Users--;
        }
    }

    /// <summary>The use of a limiter by one client.</summary>
    internal sealed class Lease(RequestLimiter limiter, Action giveBack) : IDisposable
    {
        private Action? _giveBack = giveBack;

        /// <summary>The limiter.</summary>
        public RequestLimiter Limiter => limiter;

        /// <inheritdoc/>
        public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
    }

    private sealed class Entry(RequestLimiter limiter)
    {
        public RequestLimiter Limiter => limiter;

        public int Users { get; set; }
    }
}
