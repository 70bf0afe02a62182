namespace Missive.Tools;

/// <summary>What one attempt came to: an answer, or an error and whether another attempt may help.</summary>
/// <param name="Response">The answer, when there is no error.</param>
/// <param name="Error">The error; null for an answer.</param>
/// <param name="IsTransient">Whether the request may be sent again: nothing can be done twice, and it may succeed.</param>
/// <param name="RetryAfter">How long the API asks to wait; null when it did not say.</param>
/// <remarks>A class: each layer of the resilience pipeline keeps several copies of what it passes on.</remarks>
internal sealed record Attempt(
    MissiveResponse Response, MissiveException? Error = null, bool IsTransient = false, TimeSpan? RetryAfter = null)
{
    /// <summary>The request that failed; null before it is known whether it may be sent again.</summary>
    public TransportCall? Call { get; init; }

    /// <summary>An attempt that failed.</summary>
    public static Attempt Failed(MissiveException error, bool isTransient = false, TimeSpan? retryAfter = null)
        => new(default, error, isTransient, retryAfter);
}
