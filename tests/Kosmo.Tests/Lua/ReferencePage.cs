using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Kosmo.Tests.Lua;

/// <summary>
/// The published page of the Missive Lua reference, as text. Its indentation and its line breaks are partly lost, so that
/// commands and code are found by their form.
/// </summary>
internal static partial class ReferencePage
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "Reference", "page.txt"));

    /// <summary>Every command line, in order, each once.</summary>
    public static IReadOnlyList<string> Commands { get; } = [.. CommandPattern().Matches(Text).Select(m => m.Value).Distinct()];

    /// <summary>Every piece of Lua outside of a command line, in order, each once: statements that follow one another with nothing in between.</summary>
    public static IReadOnlyList<string> Pieces { get; } = [.. FindPieces().Distinct()];

    private static IEnumerable<string> FindPieces()
    {
        // One piece begins in the middle of a line, behind a sentence.
        var lines = CommandPattern().Replace(Text, "\n").Replace(". local ", ".\nlocal ", StringComparison.Ordinal).Split('\n');
        var piece = new List<string>();
        var depth = 0;
        foreach (var line in lines)
        {
            if (depth > 0 || StatementPattern().IsMatch(line))
            {
                // What follows a last statement on its line is a heading.
                var code = depth > 0 ? line : CallPattern().Replace(line, "$1");
                piece.Add(code);
                depth += code.Count(c => c is '(' or '{') - code.Count(c => c is ')' or '}');
            }
            else if (piece.Count > 0)
            {
                yield return string.Join('\n', piece);
                piece.Clear();
            }
        }
    }

    [GeneratedRegex("""kosmo [a-z]+:[a-z]+(?: (?:--[a-z-]+|'[^']*'|[a-z]+\.lua)(?=\s))+""")]
    private static partial Regex CommandPattern();

    [GeneratedRegex("""^(?:local [a-z]+ = [a-z]+\.|dump\(|print\()""")]
    private static partial Regex StatementPattern();

    [GeneratedRegex("""^((?:dump|print)\([a-z]+\)).*$""")]
    private static partial Regex CallPattern();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
