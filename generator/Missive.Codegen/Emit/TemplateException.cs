using Missive.Codegen.Diagnostics;

namespace Missive.Codegen.Emit;

/// <summary>A template that cannot be parsed or rendered; never leaves the engine.</summary>
internal sealed class TemplateException(ManifestDiagnostic diagnostic) : Exception(diagnostic.Message)
{
    public ManifestDiagnostic Diagnostic { get; } = diagnostic;
}
