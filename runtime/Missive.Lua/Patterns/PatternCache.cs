namespace Missive.Lua;

/// <summary>The patterns that a state's scripts used lately.</summary>
internal sealed class PatternCache
{
    private const int Capacity = 32;

    private readonly Dictionary<string, Pattern> _patterns = new(StringComparer.Ordinal);

    public Pattern Get(string text)
    {
        if (!_patterns.TryGetValue(text, out var pattern))
        {
            pattern = Pattern.Compile(text);
            if (_patterns.Count >= Capacity)
            {
                _patterns.Clear();
            }

            _patterns.Add(text, pattern);
        }

        return pattern;
    }
}
