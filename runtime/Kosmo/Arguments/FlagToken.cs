namespace Kosmo.Arguments;

/// <summary>A flag as it was typed.</summary>
/// <param name="Name">The argument's name, with <c>_</c> for <c>-</c>.</param>
/// <param name="Value">The text given for it; null for a flag alone.</param>
internal readonly record struct FlagToken(string Name, string? Value);
