namespace Missive.Codegen.Diagnostics;

/// <summary>Finds what somebody probably meant.</summary>
internal static class NearMiss
{
    /// <summary>Nobody misspells a longer name by a letter or two, and comparing costs the product of the lengths.</summary>
    private const int LongestWord = 100;

    /// <summary>Up to so many candidates are listed when none is near; every mapping's keys are fewer.</summary>
    private const int LongestList = 25;

    /// <summary>The candidate nearest to <paramref name="word"/>, or null when none is near.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var limit = Math.Max(1, word.Length / 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit)
            {
                continue;
            }

            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= limit && (best is null || distance < limit))
            {
                best = candidate;
                limit = distance;
            }
        }

        return best;
    }

    /// <summary>A sentence that suggests the nearest candidate, or lists them when they are few; empty when neither helps.</summary>
    public static string Suggest(string word, IReadOnlyCollection<string> candidates)
    {
        if (Find(word, candidates) is { } near)
        {
            return $" Did you mean '{near}'?";
        }

        return candidates.Count is > 0 and <= LongestList ? $" Expected one of: {string.Join(", ", candidates)}." : "";
    }

    /// <summary>How many insertions, deletions, replacements and swaps of neighbours lie between the two.</summary>
    private static int Distance(string a, string b)
    {
        var previous2 = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    value = Math.Min(value, previous2[j - 2] + 1);
                }

                current[j] = value;
            }

            (previous2, previous, current) = (previous, current, previous2);
        }

        return previous[b.Length];
    }
}
