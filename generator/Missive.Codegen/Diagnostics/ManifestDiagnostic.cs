using Missive.Codegen.Model;

namespace Missive.Codegen.Diagnostics;

/// <summary>A problem of a manifest file or of a template, at its place.</summary>
/// <param name="Rule">Which rule was broken.</param>
/// <param name="Path">
/// The file, with <c>/</c>: of a manifest below the manifest's folder, of the output below the output folder; of a
/// template the whole path, as its source gave it.
/// </param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
/// <param name="EndLine">Line of the position just past the last character.</param>
/// <param name="EndColumn">Column of the position just past the last character.</param>
/// <param name="Message">What happened, what was expected and what to do next.</param>
public sealed record ManifestDiagnostic(
    DiagnosticRule Rule, string Path, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    /// <summary>Whether it stops the generation.</summary>
    public bool IsError => Rule.Severity == RuleSeverity.Error;

    internal static ManifestDiagnostic At(DiagnosticRule rule, string path, SourceSpan span, string message) =>
        new(rule, path, span.Line, span.Column, span.EndLine, span.EndColumn, MessageText.Clean(message));
}
