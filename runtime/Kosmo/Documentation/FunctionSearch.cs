using System.Collections.Immutable;
using Missive.Codegen;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Documentation;

/// <summary>Finds functions by words: in the name above all, then in the title, then anywhere in what is said about them.</summary>
internal static class FunctionSearch
{
    private const int MaxResults = 20;

    /// <summary>The functions that a query finds, the best first and equals by name; at most twenty.</summary>
    public static ImmutableArray<ToolDefinition> Find(string query)
    {
        var wanted = query.Trim().ToLowerInvariant();
        return wanted.Length == 0
            ? []
            : [.. MissiveTools.Registry.Tools
                .Select(static registration => registration.Definition)
                .Select(tool => (tool, score: Score(tool, wanted)))
                .Where(static found => found.score > 0)
                .OrderByDescending(static found => found.score)
                .ThenBy(static found => found.tool.Name, StringComparer.Ordinal)
                .Take(MaxResults)
                .Select(static found => found.tool)];
    }

    /// <summary>How well a function fits; zero when it does not.</summary>
    public static int Score(ToolDefinition tool, string wanted)
    {
        var name = $"missive.{tool.Name}";
        var title = FunctionTitle.Of(tool.Name).ToLowerInvariant();
        var all = $"{name} {title} {tool.Description.ToLowerInvariant()}";
        return Points(100, name, wanted) + Points(50, title, wanted) + Points(10, all, wanted)
            + wanted.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Sum(term => Points(3, all, term));
    }

    private static int Points(int points, string text, string wanted) => text.Contains(wanted, StringComparison.Ordinal) ? points : 0;
}
