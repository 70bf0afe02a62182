using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Missive.Codegen.Validation;

namespace Missive.Codegen.Cli;

/// <summary>What became of a file, or would become of it.</summary>
/// <param name="Path">The path below the output folder, with <c>/</c>.</param>
/// <param name="State">How it differs from what stands on disk.</param>
/// <param name="Hash">The hash of its content.</param>
internal sealed record Outcome(string Path, FileState State, string Hash);

/// <summary>Makes every file of a manifest and compares it with the disk.</summary>
/// <param name="manifest">The folder of the manifest.</param>
/// <param name="inputs">What is made into files.</param>
/// <param name="folder">What stands on disk.</param>
/// <param name="inBuild">Whether a build runs this, which reports warnings itself.</param>
internal sealed class Production(ManifestFolder manifest, Inputs inputs, OutputFolder folder, bool inBuild)
{
    /// <summary>Makes the files. Writes nothing to the output folder.</summary>
    /// <param name="keep">Takes every file that differs, on any thread.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>All files in order, and whether there was nothing to be said of the manifest; null when something is wrong, which has been reported.</returns>
    public (IReadOnlyList<Outcome> Files, bool IsClean)? Run(Action<OutputFile, byte[]> keep, CancellationToken cancellationToken)
    {
        var read = inputs.Check(cancellationToken);
        return Sound(read) is { } model && Render(model, keep, cancellationToken) is { } files ? (files, read.Diagnostics.Count == 0) : null;
    }

    /// <summary>The manifest, if there is nothing wrong with it; reports what is to be said of it.</summary>
    private Manifest? Sound(CheckedManifest read)
    {
        var wrongTemplates = ManifestRenderer.CheckOverrides(inputs.Templates).ToList();
        foreach (var diagnostic in read.Diagnostics)
        {
            if (diagnostic.IsError || !inBuild)
            {
                Report.Diagnostic(diagnostic, manifest.PathOf(diagnostic));
            }
        }

        foreach (var diagnostic in wrongTemplates)
        {
            Report.Diagnostic(diagnostic, diagnostic.Path);
        }

        if (read.HasErrors || wrongTemplates.Count > 0 || read.Manifest is not { } model)
        {
            return null;
        }

        if (model.Groups.Any(g => g.Functions.Count > 0))
        {
            return model;
        }

        Report.Diagnostic(
            new(DiagnosticRules.NothingGenerated, model.Root.Path, 1, 1, 1, 1, "The manifest declares no function, so there is nothing to generate; what was generated before stays."),
            manifest.PathOf(model.Root.Path));
        return null;
    }

    private Outcome[]? Render(Manifest model, Action<OutputFile, byte[]> keep, CancellationToken cancellationToken)
    {
        var templates = new TemplateSet(inputs.Templates);
        var schema = new OutputFile(folder.SchemaName, ManifestRenderer.ManifestSchema);

        // The long ones first: one that is left to the end keeps all workers but one waiting. And one after the other:
        // side by side, those of a large manifest need more memory than all the rest.
        PlannedFile[] all = [.. OutputPlan.Of(model, OutputCatalog.All)];
        PlannedFile[] plan = [.. all.Where(f => f.Kind.Per == Per.Manifest), .. all.Where(f => f.Kind.Per != Per.Manifest)];
        var lastLong = Array.FindLastIndex(plan, f => f.Kind.Per == Per.Manifest);
        folder.Produce([schema.Path, .. plan.Select(p => p.Path)]);
        var outcomes = new Outcome[plan.Length + 1];
        var problems = new ManifestDiagnostic?[plan.Length + 1];
        outcomes[plan.Length] = Compare(schema, keep);
        Workers.Run(
            plan.Length - lastLong, () => new ManifestRenderer(templates),
            (renderer, item) =>
            {
                for (var i = item == 0 ? 0 : lastLong + item; i <= lastLong + item; i++)
                {
                    var result = renderer.Render(plan[i], cancellationToken);
                    problems[i] = result.Diagnostic;
                    if (result.File is { } file)
                    {
                        outcomes[i] = Compare(file, keep);
                    }
                }
            },
            cancellationToken);
        return ReportProblems(outcomes, problems) ? outcomes : null;
    }

    private Outcome Compare(OutputFile file, Action<OutputFile, byte[]> keep)
    {
        var bytes = OutputFolder.Utf8.GetBytes(file.Text);
        var state = folder.Compare(file.Path, bytes);
        if (state is not (FileState.Unchanged or FileState.Foreign))
        {
            keep(file, bytes);
        }

        return new(file.Path, state, Memory.HashOf(bytes));
    }

    private bool ReportProblems(Outcome[] outcomes, ManifestDiagnostic?[] problems)
    {
        var isSound = true;
        var told = new HashSet<ManifestDiagnostic>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (problems[i] is { } problem)
            {
                // One mistake of a template shows in every file that it makes.
                if (told.Add(problem))
                {
                    Report.Diagnostic(problem, problem.Path);
                }

                isSound = false;
            }
            else if (outcomes[i].State == FileState.Foreign)
            {
                Report.Diagnostic(
                    new(DiagnosticRules.ForeignFile, outcomes[i].Path, 1, 1, 1, 1, "This file is not generated, but the generator has to write one here; move or delete it."),
                    folder.FullPath(outcomes[i].Path));
                isSound = false;
            }
        }

        return isSound;
    }
}
