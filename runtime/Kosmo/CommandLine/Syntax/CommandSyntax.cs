namespace Kosmo.CommandLine.Syntax;

/// <summary>What may follow a verb.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">What the command does, in sentences.</param>
internal sealed class CommandSyntax(string name, string description)
{
    private readonly List<Option> _options = [];
    private readonly List<Argument> _arguments = [];

    public string Name { get; } = name;

    public string Description { get; } = description;

    public IReadOnlyList<Option> Options => _options;

    public IReadOnlyList<Argument> Arguments => _arguments;

    /// <summary>Whether words that look like options, and are none, are arguments.</summary>
    public bool TakesAnyWord { get; init; }

    /// <summary>Whether a word may be a secret, also one in a wrong place, so that none is shown in messages.</summary>
    public bool TakesSecrets { get; init; }

    public void Add(Option option) => _options.Add(option);

    public void Add(Argument argument) => _arguments.Add(argument);

    /// <summary>The option of that name or short name; null when there is none.</summary>
    public Option? Find(string name)
    {
        foreach (var option in _options)
        {
            if (string.Equals(option.Name, name, StringComparison.Ordinal) || string.Equals(option.Alias, name, StringComparison.Ordinal))
            {
                return option;
            }
        }

        return null;
    }
}
