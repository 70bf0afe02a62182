using System.Diagnostics;

namespace Missive.Benchmarks.Harness;

/// <summary>Two medians in milliseconds, and the median of the ratios within each pair, which a machine that slows down for a while disturbs less.</summary>
internal sealed record Comparison(double Ours, double Basis, double Ratio);

/// <summary>Measures in alternation: what disturbs a machine disturbs both alike.</summary>
internal static class Measure
{
    private const int WarmUps = 3;

    /// <summary>Compares two actions. Each prepares itself outside of the time that counts.</summary>
    public static Comparison Compare(int pairs, Func<double> ours, Func<double> basis, int warmUps = WarmUps)
    {
        for (var i = 0; i < warmUps; i++)
        {
            ours();
            basis();
        }

        var all = new List<(double Ours, double Basis)>();
        for (var i = 0; i < pairs; i++)
        {
            // Neither is always the one that finds the caches as the other left them.
            if (i % 2 == 0)
            {
                var first = ours();
                all.Add((first, basis()));
            }
            else
            {
                var second = basis();
                all.Add((ours(), second));
            }
        }

        return new(Median(all.Select(p => p.Ours)), Median(all.Select(p => p.Basis)), Median(all.Select(p => p.Ours / p.Basis)));
    }

    /// <summary>The time of an action in milliseconds, after a collection, so that it pays for its own garbage alone.</summary>
    public static double Time(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
