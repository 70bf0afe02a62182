namespace Missive.Emulator.Limits;

/// <summary>What was seen of one window.</summary>
/// <param name="Window">The window.</param>
/// <param name="MaxArrivals">The most requests that arrived in any such window, those refused with 429 included.</param>
/// <param name="MaxAdmitted">The most requests that were let in during any such window.</param>
public sealed record WindowObservation(RateWindow Window, int MaxArrivals, int MaxAdmitted);
