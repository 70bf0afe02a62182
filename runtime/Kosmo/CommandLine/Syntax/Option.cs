namespace Kosmo.CommandLine.Syntax;

/// <summary>An option of a command.</summary>
/// <param name="name">Its name, with the dashes.</param>
/// <param name="description">What it does, in a sentence.</param>
internal abstract class Option(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>A short name, with its dash; null for none.</summary>
    public string? Alias { get; init; }

    /// <summary>What the help calls the value; null when there is none.</summary>
    public virtual string? ValueName => null;

    /// <summary>Whether a blank value is refused: an empty variable of a shell's would pass for the option left out.</summary>
    public bool IsNeverBlank { get; init; }

    /// <summary>The values that there are; null for any.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Gives values to complete, where there are more than the choices.</summary>
    public Func<IEnumerable<string>>? Completions { get; init; }

    /// <summary>The name and the short name, as the help shows them.</summary>
    public string Shown => ValueName is null ? Names : $"{Names} <{ValueName}>";

    private string Names => Alias is null ? Name : $"{Name}, {Alias}";
}
