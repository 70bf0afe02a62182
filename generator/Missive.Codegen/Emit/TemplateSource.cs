namespace Missive.Codegen.Emit;

/// <summary>A template of the user's that takes the place of one of ours.</summary>
/// <param name="Name">The template below <c>Templates/</c>, such as <c>docs/function.md.scriban</c>.</param>
/// <param name="Path">The file, as messages show it.</param>
/// <param name="Text">Its text.</param>
public sealed record TemplateSource(string Name, string Path, string Text);
