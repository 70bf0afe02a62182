namespace Missive.Tools;

/// <summary>How long is waited. Each is at least 10 milliseconds and at most a day.</summary>
public sealed class MissiveTimeouts
{
    /// <summary>For a connection. Default 15 seconds.</summary>
    public TimeSpan Connect { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>For one attempt, from sending the request until its answer is read. Default 60 seconds.</summary>
    public TimeSpan Attempt { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// For a request with all that it takes: waiting its turn under the rate limits, attempts, and the pauses between
    /// them. Default 20 minutes: longer than the longest rate window, so that a long walk waits its turn and does not fail.
    /// A caller with less patience passes a cancellation token.
    /// </summary>
    public TimeSpan Total { get; set; } = TimeSpan.FromMinutes(20);
}
