namespace Missive.Tools;

/// <summary>
/// The rate limits that are kept for an access token. All clients of a process that use the same token at the same API
/// share them, and have to agree on them. The defaults are the API's published limits.
/// </summary>
public sealed class MissiveRateLimits
{
    /// <summary>The most requests in progress at once. Default 5.</summary>
    public int Concurrent { get; set; } = MissiveTools.Api.ConcurrentRequests!.Value;

    /// <summary>The sliding windows; all are kept. Default: 300 requests in 60 seconds and 900 in 900 seconds.</summary>
    public IReadOnlyList<MissiveRateWindow> Windows { get; set; } =
        [.. MissiveTools.Api.RateWindows.Select(static window => new MissiveRateWindow(window.Requests, window.Length))];
}
