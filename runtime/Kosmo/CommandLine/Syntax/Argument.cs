namespace Kosmo.CommandLine.Syntax;

/// <summary>A word that counts by its position.</summary>
/// <param name="name">What the help calls it.</param>
/// <param name="description">What it is, in a sentence.</param>
internal sealed class Argument(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    public bool IsRequired { get; init; }

    /// <summary>Whether it takes all words that follow.</summary>
    public bool TakesAll { get; init; }

    /// <summary>The words that there are; null for any.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Gives words to complete, where there are more than the choices.</summary>
    public Func<IEnumerable<string>>? Completions { get; init; }

    /// <summary>As the help shows it.</summary>
    public string Shown => IsRequired ? $"<{Name}>" : $"[{Name}]";
}
