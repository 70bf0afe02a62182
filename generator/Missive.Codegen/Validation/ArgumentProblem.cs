using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Why a call would be refused.</summary>
/// <param name="Code">The code of the error, as callers see it.</param>
/// <param name="Path">The argument at fault.</param>
/// <param name="Span">Where it stands in the manifest.</param>
/// <param name="Message">What was expected.</param>
internal sealed record ArgumentProblem(string Code, string Path, SourceSpan Span, string Message);
