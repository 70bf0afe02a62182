using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Missive.Codegen.Cli;

/// <summary>Shows the lines in which two texts differ.</summary>
internal static class DiffText
{
    /// <summary>The changed lines, <c>-</c> before the old and <c>+</c> before the new ones.</summary>
    /// <param name="before">The text on disk.</param>
    /// <param name="after">The text as it should be.</param>
    /// <param name="limit">How many lines to show at most.</param>
    public static IEnumerable<string> Lines(string before, string after, int limit)
    {
        var changed = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines
            .Where(line => line.Type is ChangeType.Deleted or ChangeType.Inserted)
            .ToList();
        foreach (var line in changed.Take(limit))
        {
            yield return (line.Type == ChangeType.Deleted ? "  - " : "  + ") + line.Text;
        }

        if (changed.Count == 0)
        {
            yield return "  only the line ends differ";
        }

        if (changed.Count > limit)
        {
            yield return $"  … {changed.Count - limit} more changed lines; missive-codegen diff shows all";
        }
    }
}
