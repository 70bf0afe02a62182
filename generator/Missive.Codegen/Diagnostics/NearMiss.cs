namespace Missive.Codegen.Diagnostics;

/// <summary>Finds what somebody probably meant.</summary>
internal static class NearMiss
{
    /// <summary>Nobody misspells a longer name by a letter or two, and comparing costs the product of the lengths.</summary>
    private const int LongestWord = 100;

    /// <summary>Up to so many candidates are listed when none is near; every mapping's keys are fewer.</summary>
    private const int LongestList = 25;

    /// <summary>From this length on, two slips in one word are still slips.</summary>
    private const int LongWord = 12;

    /// <summary>Shorter words are the beginning of too many others.</summary>
    private const int ShortestAbbreviation = 3;

    /// <summary>The candidate nearest to <paramref name="word"/>, or the only one that it is short for; null when there is none.</summary>
    public static string? Find(string word, IReadOnlyCollection<string> candidates) =>
        Nearest(word, candidates, Math.Max(1, word.Length / 3)).Candidate ?? FindLongForm(word, candidates);

    /// <summary>A sentence that suggests the nearest candidate, or lists them when they are few; empty when neither helps.</summary>
    public static string Suggest(string word, IReadOnlyCollection<string> candidates)
    {
        var near = Question(Find(word, candidates));
        return near.Length > 0 || candidates.Count is 0 or > LongestList ? near : $" Expected one of: {string.Join(", ", candidates)}.";
    }

    /// <summary>
    /// A sentence that suggests the candidate of which <paramref name="word"/> is a slip of the finger; empty when there
    /// is none, or several. For a word that may as well be an old name, whose new one need not look like it: what then
    /// looks like it is its neighbour.
    /// </summary>
    public static string SuggestForSlip(string word, IEnumerable<string> candidates)
    {
        var (candidate, isAlone) = Nearest(word, candidates, word.Length < LongWord ? 1 : 2);
        return isAlone ? Question(candidate) : "";
    }

    private static string? FindLongForm(string word, IReadOnlyCollection<string> candidates)
    {
        if (word.Length < ShortestAbbreviation)
        {
            return null;
        }

        string[] found = [.. candidates.Where(c => c.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Take(2)];
        return found.Length == 1 ? found[0] : null;
    }

    private static string Question(string? candidate) => candidate is null ? "" : $" Did you mean '{candidate}'?";

    /// <summary>The first of the nearest candidates at most <paramref name="limit"/> away, and whether no other is as near.</summary>
    private static (string? Candidate, bool IsAlone) Nearest(string word, IEnumerable<string> candidates, int limit)
    {
        string? best = null;
        var isAlone = true;
        if (word.Length is 0 or > LongestWord)
        {
            return (best, isAlone);
        }

        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit)
            {
                continue;
            }

            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance <= limit)
            {
                isAlone = best is null || distance < limit;
                best = isAlone ? candidate : best;
                limit = distance;
            }
        }

        return (best, isAlone);
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
