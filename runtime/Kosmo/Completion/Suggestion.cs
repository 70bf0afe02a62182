namespace Kosmo.Completion;

/// <summary>One way to complete a word.</summary>
/// <param name="Text">The whole word.</param>
/// <param name="Description">What it means; null where that is plain.</param>
internal readonly record struct Suggestion(string Text, string? Description = null);
