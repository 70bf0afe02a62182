namespace Missive.Emulator.Limits;

/// <summary>
/// The rate limits of one token (official: 5 requests at once, 300 in 60 seconds, 900 in 900 seconds; that they are
/// counted by token is secondary). A request over a limit is answered 429 with <c>Retry-After</c> (whole seconds, at
/// least 1), <c>X-RateLimit-Limit</c>, <c>X-RateLimit-Remaining</c> and <c>X-RateLimit-Reset</c> (epoch seconds).
/// </summary>
public sealed record RateLimits
{
    /// <summary>The most requests in progress at once. Default 5.</summary>
    public int MaxConcurrent { get; init; } = 5;

    /// <summary>The sliding windows. Default 300 in 60 seconds and 900 in 900 seconds.</summary>
    public IReadOnlyList<RateWindow> Windows { get; init; } =
        [new(300, TimeSpan.FromSeconds(60)), new(900, TimeSpan.FromSeconds(900))];

    /// <summary>
    /// Whether a request over a limit is refused. When false, requests are only counted
    /// (<see cref="MissiveEmulator.ObserveRates"/>). Default true.
    /// </summary>
    public bool Enforced { get; init; } = true;

    /// <summary>
    /// How much closer together requests may arrive than they were permitted: each window is judged shorter by this.
    /// A client's permits are given before the network and the scheduler, which squeeze requests together; with windows
    /// of a fraction of a second that matters. Default zero.
    /// </summary>
    public TimeSpan ArrivalTolerance { get; init; }

    /// <summary>These limits with every window multiplied in length; the numbers of requests stay.</summary>
    /// <param name="factor">The factor, above zero: 1/300 makes 300 a minute 300 in 0.2 seconds.</param>
    /// <returns>The changed limits.</returns>
    public RateLimits Scaled(double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return this with { Windows = [.. Windows.Select(window => window with { Length = window.Length * factor })] };
    }
}
