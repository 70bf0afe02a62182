using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit;
using Missive.Codegen.Model;

namespace Missive.Codegen.Cli;

/// <summary><c>missive-codegen generate</c>, <c>check</c> and <c>diff</c>.</summary>
/// <param name="manifest">The folder of the manifest.</param>
/// <param name="output">The folder that is generated.</param>
/// <param name="templates">The folder of the user's templates, or null.</param>
/// <param name="inBuild">Whether a build runs this, which reports warnings itself.</param>
/// <param name="report">Where messages go.</param>
internal sealed class GenerateRun(string manifest, string output, string? templates, bool inBuild, Report report)
{
    private const int ShortDiff = 6;

    private readonly ManifestFolder _manifest = new(manifest);

    /// <summary>Writes what changed.</summary>
    public int Generate(CancellationToken cancellationToken)
    {
        if (!_manifest.Exists)
        {
            return MissingManifest();
        }

        // Before the manifest is read: a run that read it earlier must not write after one that read it later.
        using var outputLock = OutputLock.Take(output, cancellationToken);
        if (!TryRead(out var model, out var overrides))
        {
            return ExitCodes.Failure;
        }

        var folder = new OutputFolder(output, _manifest.SchemaPath);
        if (!TryRender(model, overrides, folder, cancellationToken, out var changes, out var unchanged))
        {
            return ExitCodes.Failure;
        }

        foreach (var (file, state) in changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            folder.Write(file);
            Say(folder, file.Path, state);
        }

        var obsolete = folder.Obsolete().ToList();
        foreach (var (path, state) in obsolete)
        {
            if (FileHeader.WasEdited(folder.ReadText(path) ?? "") == true)
            {
                report.Diagnostic(
                    new(DiagnosticRules.TouchedByHand, path, 1, 1, 1, 1, "This generated file was edited by hand; it is removed, for the manifest no longer has it."),
                    folder.FullPath(path));
            }

            folder.Remove(path);
            Say(folder, path, state);
        }

        var list = folder.List();
        if (folder.Compare(list) != FileState.Unchanged)
        {
            folder.Write(list);
        }

        Summarise(changes, obsolete.Count, unchanged, folder);
        return ExitCodes.Success;
    }

    /// <summary>Lists what is not up to date; writes nothing.</summary>
    public int Check(bool fullDiff, CancellationToken cancellationToken)
    {
        if (!_manifest.Exists)
        {
            return MissingManifest();
        }

        if (!TryRead(out var model, out var overrides))
        {
            return ExitCodes.Failure;
        }

        var folder = new OutputFolder(output, _manifest.SchemaPath);
        if (!TryRender(model, overrides, folder, cancellationToken, out var changes, out var unchanged))
        {
            return ExitCodes.Failure;
        }

        foreach (var (file, state) in changes)
        {
            report.Error($"{Report.PathOf(folder.FullPath(file.Path))} {Describe(state)}.");
            foreach (var line in DiffText.Lines(folder.ReadText(file.Path) ?? "", file.Text, fullDiff ? int.MaxValue : ShortDiff))
            {
                report.Line(line);
            }
        }

        var others = folder.Obsolete().Concat(folder.Strays()).ToList();
        foreach (var (path, state) in others)
        {
            report.Error($"{Report.PathOf(folder.FullPath(path))} {Describe(state)}.");
        }

        var list = folder.Compare(folder.List());
        if (list != FileState.Unchanged)
        {
            report.Error($"{Report.PathOf(folder.FullPath(OutputFolder.ListName))} {Describe(list)}.");
        }

        var wrong = changes.Count + others.Count + (list == FileState.Unchanged ? 0 : 1);
        report.Line(wrong == 0
            ? $"All {unchanged} files are up to date."
            : $"{wrong} of {wrong + unchanged} files {(wrong == 1 ? "is" : "are")} not up to date. Build without the check, or run 'missive-codegen generate', and commit the result.");
        return wrong == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private int MissingManifest()
    {
        report.Error($"There is no folder '{manifest}'. Run this where the manifest is, or name it with --manifest.");
        return ExitCodes.Usage;
    }

    private bool TryRead(out Manifest model, out IReadOnlyList<TemplateSource> overrides)
    {
        model = null!;
        overrides = [];
        var read = _manifest.Read();
        overrides = TemplateFolder.Read(templates);
        var wrongTemplates = ManifestRenderer.CheckOverrides(overrides).ToList();
        foreach (var diagnostic in read.Diagnostics.Where(d => d.IsError || !inBuild))
        {
            report.Diagnostic(diagnostic, _manifest.PathOf(diagnostic));
        }

        foreach (var diagnostic in wrongTemplates)
        {
            report.Diagnostic(diagnostic, diagnostic.Path);
        }

        if (read.HasErrors || wrongTemplates.Count > 0 || read.Manifest is null)
        {
            return false;
        }

        model = read.Manifest;
        if (model.Groups.Sum(g => g.Functions.Count) > 0)
        {
            return true;
        }

        report.Diagnostic(
            new(DiagnosticRules.NothingGenerated, model.Root.Path, 1, 1, 1, 1, "The manifest declares no function, so there is nothing to generate; what was generated before stays."),
            Path.Combine(manifest, model.Root.Path));
        return false;
    }

    /// <summary>Renders everything before the first file is touched, and keeps what differs from the disk.</summary>
    private bool TryRender(
        Manifest model, IReadOnlyList<TemplateSource> overrides, OutputFolder folder, CancellationToken cancellationToken,
        out List<(OutputFile File, FileState State)> changes, out int unchanged)
    {
        changes = [];
        unchanged = 0;
        var failed = false;
        var schema = new RenderResult(new(folder.SchemaName, ManifestRenderer.RenderManifestSchema()), null);
        foreach (var result in new ManifestRenderer(overrides).Render(model, OutputCatalog.All, cancellationToken).Prepend(schema))
        {
            if (result.Diagnostic is { } diagnostic)
            {
                report.Diagnostic(diagnostic, diagnostic.Path);
                failed = true;
                continue;
            }

            var file = result.File!;
            switch (folder.Compare(file))
            {
                case FileState.Unchanged:
                    unchanged++;
                    break;
                case FileState.Foreign:
                    report.Diagnostic(
                        new(DiagnosticRules.ForeignFile, file.Path, 1, 1, 1, 1, "This file is not generated, but the generator has to write one here; move or delete it."),
                        folder.FullPath(file.Path));
                    failed = true;
                    break;
                case var state:
                    changes.Add((file, state));
                    break;
            }
        }

        return !failed;
    }

    private void Say(OutputFolder folder, string path, FileState state)
    {
        if (state is FileState.Edited or FileState.Missing)
        {
            report.Diagnostic(
                new(DiagnosticRules.TouchedByHand, path, 1, 1, 1, 1, $"This generated file {Describe(state)}; it has been made again. Edit the manifest instead."),
                folder.FullPath(path));
        }

        if (!inBuild)
        {
            report.Line($"{(state switch { FileState.Obsolete => "removed", FileState.New => "new", _ => "changed" }),-8} {path}");
        }
    }

    private void Summarise(List<(OutputFile File, FileState State)> changes, int removed, int unchanged, OutputFolder folder)
    {
        var added = changes.Count(c => c.State == FileState.New);
        if (changes.Count + removed == 0)
        {
            report.Line($"Nothing to do: all {unchanged} files are up to date.");
        }
        else
        {
            report.Line($"{added} new, {changes.Count - added} changed, {removed} removed, {unchanged} unchanged.");
        }

        var strays = inBuild ? [] : folder.Strays().ToList();
        if (strays.Count > 0)
        {
            report.Line($"Left alone, for they are not generated: {string.Join(", ", strays.Take(5).Select(s => s.Path))}{(strays.Count > 5 ? $" and {strays.Count - 5} more" : "")}.");
        }
    }

    private static string Describe(FileState state) => state switch
    {
        FileState.New or FileState.Missing => "is missing",
        FileState.Edited => "was edited by hand",
        FileState.Obsolete => "is no longer generated",
        FileState.Stray => "is not generated; move it elsewhere",
        _ => "is out of date",
    };
}
