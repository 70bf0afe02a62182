using Missive.Codegen.Model;

namespace Missive.Codegen.Diagnostics;

/// <summary>Collects the problems of one file.</summary>
internal sealed class DiagnosticSink(string path)
{
    private readonly List<ManifestDiagnostic> _diagnostics = [];

    /// <summary>How many errors were reported so far; reading code compares it before and after to learn whether a part is sound.</summary>
    public int ErrorCount { get; private set; }

    public EquatableArray<ManifestDiagnostic> Diagnostics => _diagnostics.ToEquatableArray();

    public void Report(DiagnosticRule rule, SourceSpan span, string message)
    {
        _diagnostics.Add(ManifestDiagnostic.At(rule, path, span, message));
        if (rule.Severity == RuleSeverity.Error)
        {
            ErrorCount++;
        }
    }
}
