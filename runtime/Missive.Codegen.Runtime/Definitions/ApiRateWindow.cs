namespace Missive.Codegen.Runtime;

/// <summary>How many requests an API takes in any stretch of time of one length.</summary>
/// <param name="Requests">The most requests.</param>
/// <param name="Length">The length.</param>
public sealed record ApiRateWindow(int Requests, TimeSpan Length);
