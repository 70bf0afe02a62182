namespace Missive.Tools;

/// <summary>
/// A rate limit is used up (429), and waiting for it was given up: the attempts were, or the wait is longer than the time
/// that the call has. The request was not carried out.
/// </summary>
/// <param name="message">What happened, and what to do next; safe to show, never with the token.</param>
/// <param name="function">The function that was called.</param>
/// <param name="method">The HTTP method of the request.</param>
/// <param name="path">The path and query of the request, below the base URL.</param>
/// <param name="apiMessage">What the API said.</param>
/// <param name="retryAfter">How long the API asks to wait; null when it did not say.</param>
public sealed class MissiveRateLimitException(
    string message, string function, string method, string path, string apiMessage, TimeSpan? retryAfter)
    : MissiveApiException(message, function, method, path, 429, apiMessage)
{
    /// <summary>How long the API asks to wait, counted from its answer; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
