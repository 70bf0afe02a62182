using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Missive.Lua;

/// <summary>A compiled pattern.</summary>
internal sealed class Pattern
{
    /// <summary>How long one search may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private const int MaxLength = 10_000;

    private Pattern(Regex regex, ImmutableArray<(string Name, int Number)> names)
    {
        Regex = regex;
        Names = names;
        Groups = regex.GetGroupNumbers().Length - 1;
    }

    public Regex Regex { get; }

    /// <summary>The groups that have names.</summary>
    public ImmutableArray<(string Name, int Number)> Names { get; }

    /// <summary>The number of groups, without the match as a whole.</summary>
    public int Groups { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="LuaException">It is none.</exception>
    public static Pattern Compile(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new LuaException($"the pattern has more than {MaxLength} characters");
        }

        var pattern = PatternText.Parse(text);
        var translated = pattern.Translate(out var names);
        try
        {
            return new Pattern(new Regex(translated, pattern.Options | RegexOptions.CultureInvariant, Timeout), names);
        }
        catch (RegexParseException exception)
        {
            throw new LuaException($"the pattern is not valid: {exception.Message}");
        }
    }
}
