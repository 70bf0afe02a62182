using Missive.Codegen.Model;

namespace Missive.Codegen.Diagnostics;

/// <summary>Collects the problems of one file.</summary>
internal sealed class DiagnosticSink(string path)
{
    /// <summary>More than anybody reads at once, and few enough that no file can flood a build log or an editor.</summary>
    private const int MaxDiagnostics = 500;

    /// <summary>Finding what was meant takes long where there is much to choose from; who has more problems has another one first.</summary>
    private const int MaxAdvised = 50;

    private readonly List<ManifestDiagnostic> _diagnostics = [];
    private bool _isClosed;

    /// <summary>How many errors were reported so far; reading code compares it before and after to learn whether a part is sound.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Whether it takes no more, so that reading on is of no use.</summary>
    public bool IsFull => _diagnostics.Count == MaxDiagnostics;

    public EquatableArray<ManifestDiagnostic> Diagnostics => _diagnostics.ToEquatableArray();

    /// <summary>Reports a problem with advice, which is asked for only where it is going to be read.</summary>
    public void Report(DiagnosticRule rule, SourceSpan span, string message, Func<string> advice) =>
        Report(rule, span, _isClosed || _diagnostics.Count >= MaxAdvised ? message : message + advice());

    public void Report(DiagnosticRule rule, SourceSpan span, string message)
    {
        if (rule.Severity == RuleSeverity.Error)
        {
            ErrorCount++;
        }

        if (_isClosed || IsFull)
        {
            return;
        }

        var isLast = _diagnostics.Count == MaxDiagnostics - 1;
        _diagnostics.Add(ManifestDiagnostic.At(
            rule, path, span, isLast ? message + $" These are the first {MaxDiagnostics} problems of the file; the others show when some of them are mended." : message));
    }

    /// <summary>Counts an error that the diagnostic of another file explains already.</summary>
    public void CountElsewhere() => ErrorCount++;

    /// <summary>Drops whatever is reported from now on: behind a place that cannot be read, everything would look wrong.</summary>
    public void Close() => _isClosed = true;
}
