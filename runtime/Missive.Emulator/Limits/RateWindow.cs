namespace Missive.Emulator.Limits;

/// <summary>A number of requests that any stretch of time of the given length may hold.</summary>
/// <param name="Permits">The most requests in the window; at least 1.</param>
/// <param name="Length">The window's length.</param>
public sealed record RateWindow(int Permits, TimeSpan Length)
{
    /// <summary>
    /// The most moments that any window of <paramref name="length"/> holds, wherever it starts. A window is half open:
    /// two moments exactly <paramref name="length"/> apart are not in the same one.
    /// </summary>
    /// <param name="moments">The moments, in any order: for example when a client's limiter gave its permits.</param>
    /// <param name="length">The window's length.</param>
    /// <returns>The largest number of moments in one window; 0 without moments.</returns>
    public static int LargestCount(IEnumerable<DateTimeOffset> moments, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var sorted = moments.Select(moment => moment.UtcTicks).Order().ToArray();
        int largest = 0, first = 0;
        for (var last = 0; last < sorted.Length; last++)
        {
            while (sorted[last] - sorted[first] >= length.Ticks)
            {
                first++;
            }

            largest = Math.Max(largest, last - first + 1);
        }

        return largest;
    }
}
