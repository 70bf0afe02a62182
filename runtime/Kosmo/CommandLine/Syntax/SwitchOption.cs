namespace Kosmo.CommandLine.Syntax;

/// <summary>An option that is given or not.</summary>
internal sealed class SwitchOption(string name, string description) : Option(name, description);
