using System.Collections.Concurrent;

namespace Missive.Codegen.Cli;

/// <summary>
/// <c>missive-codegen check</c> and <c>diff</c>: lists what is not up to date, and writes nothing. Makes every file
/// anew, whatever is remembered: its word has to count where nothing is.
/// </summary>
/// <param name="manifest">The folder of the manifest.</param>
/// <param name="output">The folder that is generated.</param>
/// <param name="templates">The folder of the user's templates, or null.</param>
/// <param name="inBuild">Whether a build runs this, which reports warnings itself.</param>
internal sealed class CheckRun(ManifestFolder manifest, string output, string? templates, bool inBuild)
{
    private const int ShortDiff = 6;

    public int Run(bool fullDiff, CancellationToken cancellationToken)
    {
        var inputs = new Inputs(manifest.Read(), TemplateFolder.Read(templates));
        using var folder = new OutputFolder(output, manifest.SchemaPath, inputs);
        var texts = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        if (new Production(manifest, inputs, folder, inBuild).Run((file, _) => texts[file.Path] = file.Text, cancellationToken) is not var (files, _))
        {
            return ExitCodes.Failure;
        }

        var wrong = 0;
        foreach (var file in files.Where(f => f.State != FileState.Unchanged))
        {
            Tell(folder, file.Path, file.State);
            wrong++;
            foreach (var line in DiffText.Lines(folder.ReadText(file.Path), texts[file.Path], fullDiff ? int.MaxValue : ShortDiff))
            {
                Report.Line(line);
            }
        }

        foreach (var file in folder.Obsolete().Concat(folder.Strays()))
        {
            Tell(folder, file.Path, file.State);
            wrong++;
        }

        var list = folder.Compare(OutputFolder.ListName, folder.List());
        if (list != FileState.Unchanged)
        {
            Tell(folder, OutputFolder.ListName, list);
            wrong++;
        }

        var unchanged = files.Count(f => f.State == FileState.Unchanged);
        Report.Line(wrong == 0
            ? $"All {unchanged} files are up to date."
            : $"{wrong} of {wrong + unchanged} files {(wrong == 1 ? "is" : "are")} not up to date. Build without the check, or run 'missive-codegen generate', and commit the result.");
        return wrong == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private static void Tell(OutputFolder folder, string path, FileState state) => Report.Error($"{Report.PathOf(folder.FullPath(path))} {Report.Describe(state)}.");
}
