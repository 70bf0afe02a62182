namespace Missive.Tools;

/// <summary>How many requests any stretch of time of a given length may hold.</summary>
/// <param name="Requests">The most requests; at least 1.</param>
/// <param name="Length">The length, above zero and at most a day.</param>
public sealed record MissiveRateWindow(int Requests, TimeSpan Length);
