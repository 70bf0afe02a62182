using System.Collections.Immutable;
using Missive.Codegen;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Documentation;

/// <summary>
/// Finds functions by words: in the name above all, then in the title, then anywhere in what is said about them. A word is
/// found where words begin, so that "get" is not found in "target"; within words only when it is found nowhere else.
/// </summary>
internal static class FunctionSearch
{
    private const int MaxResults = 20;

    /// <summary>The functions that a query finds, the best first and equals by name; at most twenty.</summary>
    public static ImmutableArray<ToolDefinition> Find(string query)
    {
        var wanted = query.Trim().ToLowerInvariant();
        if (wanted.Length == 0)
        {
            return [];
        }

        var found = Find(wanted, isWithinWords: false);
        return found.IsEmpty ? Find(wanted, isWithinWords: true) : found;
    }

    private static ImmutableArray<ToolDefinition> Find(string wanted, bool isWithinWords)
        => [.. MissiveTools.Registry.Tools
            .Select(static registration => registration.Definition)
            .Select(tool => (tool, score: Score(tool, wanted, isWithinWords)))
            .Where(static found => found.score > 0)
            .OrderByDescending(static found => found.score)
            .ThenBy(static found => found.tool.Name, StringComparer.Ordinal)
            .Take(MaxResults)
            .Select(static found => found.tool)];

    // How well a function fits; zero when it does not.
    private static int Score(ToolDefinition tool, string wanted, bool isWithinWords)
    {
        var name = $"missive.{tool.Name}";
        var title = FunctionTitle.Of(tool.Name).ToLowerInvariant();
        var all = $"{name} {title} {tool.Description.ToLowerInvariant()}";
        return Points(100, name, wanted) + Points(50, title, wanted) + Points(10, all, wanted)
            + wanted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Sum(term => Points(3, all, term) + Points(5, name, term));

        int Points(int points, string text, string word) => Contains(text, word, isWithinWords) ? points : 0;
    }

    private static bool Contains(string text, string word, bool isWithinWords)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (isWithinWords || at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]) || !char.IsAsciiLetterOrDigit(word[0]))
            {
                return true;
            }
        }

        return false;
    }
}
