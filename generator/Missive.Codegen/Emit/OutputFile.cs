namespace Missive.Codegen.Emit;

/// <summary>A generated file.</summary>
/// <param name="Path">The path below the output folder, with <c>/</c>.</param>
/// <param name="Text">The whole text: LF, one line end at the end.</param>
public sealed record OutputFile(string Path, string Text);
