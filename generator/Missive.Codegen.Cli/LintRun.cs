namespace Missive.Codegen.Cli;

/// <summary><c>missive-codegen lint</c>: reads and checks the manifest.</summary>
internal sealed class LintRun(string manifest, Report report)
{
    public int Run()
    {
        var folder = new ManifestFolder(manifest);
        if (!folder.Exists)
        {
            report.Error($"There is no folder '{manifest}'. Run this where the manifest is, or name it with --manifest.");
            return ExitCodes.Usage;
        }

        var result = folder.Read();
        foreach (var diagnostic in result.Diagnostics)
        {
            report.Diagnostic(diagnostic, folder.PathOf(diagnostic));
        }

        var errors = result.Diagnostics.Count(d => d.IsError);
        var warnings = result.Diagnostics.Count - errors;
        report.Line($"{errors} error{(errors == 1 ? "" : "s")}, {warnings} warning{(warnings == 1 ? "" : "s")}.");
        return errors > 0 ? ExitCodes.Failure : ExitCodes.Success;
    }
}
