using System.Collections.Immutable;
using Missive.Codegen;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Documentation;

/// <summary>
/// Finds functions by words: in the name above all, then in the title, then anywhere in what is said about them. A word is
/// found where words begin, so that "get" is not found in "target"; within words only when it is found nowhere else. A word
/// that is found nowhere there is looked for in the notes, the arguments and the examples.
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
    {
        var tools = MissiveTools.Registry.Tools.Select(static registration => registration.Definition).ToArray();
        string[] terms = wanted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string[] rare = isWithinWords ? [] : [.. terms.Where(term => !tools.Any(tool => Contains(TextOf(tool), term, isWithinWords)))];
        return [.. tools
            .Select(tool => (tool, score: Score(tool, wanted, terms, rare, isWithinWords)))
            .Where(static found => found.score > 0)
            .OrderByDescending(static found => found.score)
            .ThenBy(static found => found.tool.Name, StringComparer.Ordinal)
            .Take(MaxResults)
            .Select(static found => found.tool)];
    }

    // How well a function fits; zero when it does not. A rare term, which only the details have, tells functions apart best.
    private static int Score(ToolDefinition tool, string wanted, string[] terms, string[] rare, bool isWithinWords)
    {
        var name = $"missive.{tool.Name}";
        var all = TextOf(tool);
        var details = rare.Length > 0 ? DetailsOf(tool) : "";
        return Points(100, name, wanted) + Points(50, FunctionTitle.Of(tool.Name).ToLowerInvariant(), wanted) + Points(10, all, wanted)
            + terms.Sum(term => Points(3, all, term) + Points(5, name, term))
            + rare.Sum(term => Points(6, details, term));

        int Points(int points, string text, string word) => Contains(text, word, isWithinWords) ? points : 0;
    }

    private static string TextOf(ToolDefinition tool)
        => $"missive.{tool.Name} {FunctionTitle.Of(tool.Name).ToLowerInvariant()} {tool.Description.ToLowerInvariant()}";

    // The page, but for what is answered: functions are looked for by what they do.
    private static string DetailsOf(ToolDefinition tool) => EmbeddedTexts.FunctionPage(tool.Name).Split("\n## Response")[0].ToLowerInvariant();

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
