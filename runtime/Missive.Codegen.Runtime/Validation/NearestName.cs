using System.Collections.Immutable;

namespace Missive.Codegen.Runtime;

/// <summary>Finds the names that a misspelt one may have meant.</summary>
public static class NearestName
{
    // Longer texts are no names, and comparing them costs the product of their lengths.
    private const int MaxLength = 64;

    /// <summary>The nearest name.</summary>
    /// <param name="name">The misspelt name.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <returns>
    /// The candidate with the fewest differing characters, case aside: up to a third of the longer one's length, but at least one and at most three.
    /// Of equals the first; null when none comes near.
    /// </returns>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(name, candidate);
            if (distance < least && IsNear(distance, name, candidate))
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>The nearest names.</summary>
    /// <param name="name">The misspelt name.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <param name="max">The most names to return.</param>
    /// <returns>First those that <see cref="Find"/> accepts, the nearest first, then those that share a word with the name, the most shared words first.</returns>
    public static ImmutableArray<string> FindAll(string name, IEnumerable<string> candidates, int max)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        var words = Words(name);
        return [.. candidates
            .Select(candidate => (candidate, rank: Rank(name, words, candidate)))
            .Where(static found => found.rank is not null)
            .OrderBy(static found => found.rank)
            .ThenBy(static found => found.candidate, StringComparer.Ordinal)
            .Take(max)
            .Select(static found => found.candidate)];
    }

    // Shared words rank behind every near spelling.
    private static int? Rank(string name, string[] words, string candidate)
    {
        var distance = Distance(name, candidate);
        if (IsNear(distance, name, candidate))
        {
            return distance;
        }

        var shared = Words(candidate).Intersect(words, StringComparer.OrdinalIgnoreCase).Count();
        return shared == 0 ? null : MaxLength - shared;
    }

    // A plural s makes no other word.
    private static string[] Words(string name)
        => [.. name.Split(['_', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries).Select(static word => word.TrimEnd('s'))];

    private static bool IsNear(int distance, string name, string candidate)
    {
        var length = Math.Max(name.Length, candidate.Length);
        return distance < length && distance <= Math.Clamp(length / 3, 1, 3);
    }

    // Damerau-Levenshtein in its restricted form: insertions, deletions, substitutions, and neighbours swapped.
    private static int Distance(string left, string right)
    {
        if (left.Length > MaxLength || right.Length > MaxLength)
        {
            return int.MaxValue;
        }

        Span<int> older = stackalloc int[right.Length + 1];
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], older[j - 2] + 1);
                }
            }

            var spare = older;
            older = previous;
            previous = current;
            current = spare;
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
