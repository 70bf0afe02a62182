using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Reading;

/// <summary>Ends the reading of a file that makes no sense from here on; never leaves <see cref="ManifestReader"/>.</summary>
internal sealed class UnreadableYamlException(DiagnosticRule rule, SourceSpan span, string message) : Exception(message)
{
    public DiagnosticRule Rule { get; } = rule;

    public SourceSpan Span { get; } = span;
}
