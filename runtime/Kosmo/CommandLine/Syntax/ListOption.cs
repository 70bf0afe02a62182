namespace Kosmo.CommandLine.Syntax;

/// <summary>An option that has a value and may be given several times.</summary>
/// <param name="name">Its name, with the dashes.</param>
/// <param name="valueName">What the help calls the value.</param>
/// <param name="description">What it does, in a sentence.</param>
internal sealed class ListOption(string name, string valueName, string description) : Option(name, description)
{
    public override string? ValueName => valueName;
}
