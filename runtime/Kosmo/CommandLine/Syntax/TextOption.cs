namespace Kosmo.CommandLine.Syntax;

/// <summary>An option that has a value.</summary>
/// <param name="name">Its name, with the dashes.</param>
/// <param name="valueName">What the help calls the value.</param>
/// <param name="description">What it does, in a sentence.</param>
internal sealed class TextOption(string name, string valueName, string description) : Option(name, description)
{
    public override string? ValueName => valueName;
}
