namespace Missive.Codegen.Cli;

/// <summary><c>missive-codegen lint</c>: reads and checks the manifest.</summary>
internal sealed class LintRun(ManifestFolder manifest)
{
    public int Run(CancellationToken cancellationToken)
    {
        var result = new Inputs(manifest.Read(), []).Check(cancellationToken);
        foreach (var diagnostic in result.Diagnostics)
        {
            Report.Diagnostic(diagnostic, manifest.PathOf(diagnostic));
        }

        var errors = result.Diagnostics.Count(d => d.IsError);
        var warnings = result.Diagnostics.Count - errors;
        Report.Line($"{errors} error{(errors == 1 ? "" : "s")}, {warnings} warning{(warnings == 1 ? "" : "s")}.");
        return errors > 0 ? ExitCodes.Failure : ExitCodes.Success;
    }
}
