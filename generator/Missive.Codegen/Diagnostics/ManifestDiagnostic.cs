using Missive.Codegen.Model;

namespace Missive.Codegen.Diagnostics;

/// <summary>A problem of a manifest file or of a template, at its place.</summary>
/// <param name="Rule">Which rule was broken.</param>
/// <param name="Path">The file, relative to the manifest's folder, with <c>/</c>.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
/// <param name="EndLine">Line after the last character.</param>
/// <param name="EndColumn">Column after the last character.</param>
/// <param name="Message">What happened, what was expected and what to do next.</param>
public sealed record ManifestDiagnostic(
    DiagnosticRule Rule, string Path, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    /// <summary>Whether it stops the generation.</summary>
    public bool IsError => Rule.Severity == RuleSeverity.Error;

    internal static ManifestDiagnostic At(DiagnosticRule rule, string path, SourceSpan span, string message) =>
        new(rule, path, span.Line, span.Column, span.EndLine, span.EndColumn, MessageText.Clean(message));
}
