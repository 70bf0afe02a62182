namespace Kosmo.CommandLine.Syntax;

/// <summary>What was typed after a verb.</summary>
internal sealed class ParseResult
{
    private readonly Dictionary<Option, List<string>> _options = [];
    private readonly Dictionary<Argument, List<string>> _arguments = [];

    /// <summary>What is wrong with it first of all, in a sentence; null when nothing is.</summary>
    public string? Fault { get; private set; }

    public bool GetValue(SwitchOption option) => _options.ContainsKey(option);

    public string? GetValue(TextOption option) => _options.TryGetValue(option, out var values) ? values[0] : null;

    public IReadOnlyList<string> GetValue(ListOption option) => _options.TryGetValue(option, out var values) ? values : [];

    public string? GetValue(Argument argument) => _arguments.TryGetValue(argument, out var words) ? words[0] : null;

    /// <summary>All words of an argument that takes several.</summary>
    public IReadOnlyList<string> GetValues(Argument argument) => _arguments.TryGetValue(argument, out var words) ? words : [];

    /// <returns>Whether it is the first value of this option.</returns>
    public bool Add(Option option, string value)
    {
        if (_options.TryGetValue(option, out var values))
        {
            values.Add(value);
            return false;
        }

        _options.Add(option, [value]);
        return true;
    }

    public void Add(Argument argument, string word)
    {
        if (!_arguments.TryGetValue(argument, out var words))
        {
            _arguments.Add(argument, words = []);
        }

        words.Add(word);
    }

    /// <summary>Notes what is wrong. The first fault counts.</summary>
    public void Blame(string fault) => Fault ??= fault;
}
