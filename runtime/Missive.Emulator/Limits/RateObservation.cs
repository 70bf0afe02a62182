namespace Missive.Emulator.Limits;

/// <summary>What one token's requests came to, so that a test can assert that a client kept the limits.</summary>
/// <param name="Arrivals">Requests that arrived with the token.</param>
/// <param name="Refused">How many of them were answered 429.</param>
/// <param name="MaxConcurrent">The most requests at once, counting each from its arrival until its answer is sent.</param>
/// <param name="Windows">One entry a window of <see cref="RateLimits.Windows"/>, in that order.</param>
public sealed record RateObservation(
    long Arrivals, long Refused, int MaxConcurrent, IReadOnlyList<WindowObservation> Windows);
