using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit;

namespace Missive.Codegen.Cli;

/// <summary><c>missive-codegen generate</c>: writes what changed.</summary>
/// <param name="manifest">The folder of the manifest.</param>
/// <param name="output">The folder that is generated.</param>
/// <param name="templates">The folder of the user's templates, or null.</param>
/// <param name="inBuild">Whether a build runs this, which reports warnings itself.</param>
internal sealed class GenerateRun(ManifestFolder manifest, string output, string? templates, bool inBuild)
{
    public int Run(CancellationToken cancellationToken)
    {
        // Before the manifest is read: a run that read it earlier must not write after one that read it later.
        using var outputLock = OutputLock.Take(output, cancellationToken);
        var inputs = new Inputs(manifest.Read(), TemplateFolder.Read(templates));
        using var folder = new OutputFolder(output, manifest.SchemaPath, inputs);
        if (folder.IsUpToDate())
        {
            Summarise([], removed: 0, folder.OwnedCount, folder);
            return ExitCodes.Success;
        }

        if (new Production(manifest, inputs, folder, inBuild).Run((file, content) => folder.Stage(file.Path, content), cancellationToken) is not var (files, isClean))
        {
            if (inputs.Manifest.Count > 0)
            {
                WriteSchema(folder);
            }

            return ExitCodes.Failure;
        }

        // Before the first is written: who edited a file shows in what stands beside it.
        var obsolete = folder.Obsolete().Select(file => (file.Path, WasEdited: folder.WasEdited(file.Path, folder.ReadBytes(file.Path) ?? []))).ToList();
        var changes = files.Where(f => f.State != FileState.Unchanged).ToList();
        folder.Claim();
        foreach (var file in changes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            folder.Commit(file.Path);
            Say(folder, file.Path, file.State);
        }

        foreach (var (path, wasEdited) in obsolete)
        {
            Remove(path, wasEdited, folder);
        }

        folder.Remember([.. files, WriteList(folder)], isClean);
        Summarise(changes, obsolete.Count, files.Count - changes.Count, folder);
        return ExitCodes.Success;
    }

    private static Outcome WriteList(OutputFolder folder)
    {
        var content = folder.List();
        return new(OutputFolder.ListName, Write(OutputFolder.ListName, content, folder), Memory.HashOf(content));
    }

    /// <summary>Writes a file, unless it stands there already or is not ours.</summary>
    private static FileState Write(string path, byte[] content, OutputFolder folder)
    {
        var state = folder.Compare(path, content);
        if (state is not (FileState.Unchanged or FileState.Foreign))
        {
            folder.Stage(path, content);
            folder.Commit(path);
        }

        return state;
    }

    /// <summary>
    /// Writes the manifest's schema of a manifest that is wrong. It depends on none, and with it an editor completes
    /// what is still missing; the first manifest of a project has no other.
    /// </summary>
    private void WriteSchema(OutputFolder folder)
    {
        var state = Write(folder.SchemaName, OutputFolder.Utf8.GetBytes(ManifestRenderer.ManifestSchema), folder);
        if (state is not (FileState.Unchanged or FileState.Foreign))
        {
            Say(folder, folder.SchemaName, state);
        }
    }

    private void Remove(string path, bool wasEdited, OutputFolder folder)
    {
        if (wasEdited)
        {
            Report.Diagnostic(
                new(DiagnosticRules.TouchedByHand, path, 1, 1, 1, 1, "This generated file was edited by hand; it is removed, for the manifest no longer has it."),
                folder.FullPath(path));
        }

        folder.Remove(path);
        Say(folder, path, FileState.Obsolete);
    }

    private void Say(OutputFolder folder, string path, FileState state)
    {
        if (state is FileState.Edited or FileState.Missing)
        {
            Report.Diagnostic(
                new(DiagnosticRules.TouchedByHand, path, 1, 1, 1, 1, $"This generated file {Report.Describe(state)}; it has been made again. Edit the manifest instead."),
                folder.FullPath(path));
        }

        if (!inBuild)
        {
            Report.Line($"{(state switch { FileState.Obsolete => "removed", FileState.New => "new", _ => "changed" }),-8} {path}");
        }
    }

    private void Summarise(List<Outcome> changes, int removed, int unchanged, OutputFolder folder)
    {
        var added = changes.Count(c => c.State == FileState.New);
        Report.Line(changes.Count + removed == 0
            ? $"Nothing to do: all {unchanged} files are up to date."
            : $"{added} new, {changes.Count - added} changed, {removed} removed, {unchanged} unchanged.");
        folder.RemoveLeftovers();
        if (inBuild)
        {
            return;
        }

        var strays = folder.Strays().ToList();
        if (strays.Count > 0)
        {
            Report.Line($"Left alone, for they are not generated: {string.Join(", ", strays.Take(5).Select(s => s.Path))}{(strays.Count > 5 ? $" and {strays.Count - 5} more" : "")}.");
        }
    }
}
