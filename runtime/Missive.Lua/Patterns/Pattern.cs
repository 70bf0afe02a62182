using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Missive.Lua;

/// <summary>A compiled pattern.</summary>
internal sealed class Pattern
{
    /// <summary>How long one search may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private const int MaxLength = 10_000;

    // How much of a pattern that is none is shown, in bytes.
    private const int LongestShown = 200;

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
        var translator = new PatternTranslator(pattern);
        var translated = translator.Translate(out var names);
        try
        {
            return new Pattern(new Regex(translated, pattern.Options | RegexOptions.CultureInvariant, Timeout), names);
        }
        catch (RegexParseException exception)
        {
            throw Invalid(text, pattern, translator.SourceOf(exception.Offset), exception);
        }
    }

    // The exception shows the translated pattern and a place in that. The script wrote another.
    private static LuaException Invalid(string text, PatternText pattern, int end, RegexParseException exception)
    {
        var before = pattern.Body.Length == text.Length ? 0 : 1;
        var place = end == pattern.Body.Length ? "at its end" : string.Create(CultureInfo.InvariantCulture, $"after character {before + end}");
        var mark = string.Create(CultureInfo.InvariantCulture, $"' at offset {exception.Offset}. ");
        var start = exception.Message.LastIndexOf(mark, StringComparison.Ordinal);
        var reason = start < 0 ? exception.Error.ToString() : exception.Message[(start + mark.Length)..];
        return new LuaException($"the pattern is not valid: \"{Excerpt.Of(Encoding.UTF8.GetBytes(text), LongestShown)}\", {place}: {reason}");
    }
}
