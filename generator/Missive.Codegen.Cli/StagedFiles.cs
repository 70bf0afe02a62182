namespace Missive.Codegen.Cli;

/// <summary>
/// Files that are written but do not stand in their place yet: nobody ever sees half of one, and none replaces
/// anything before all of them are made. Several threads may stage at once.
/// </summary>
/// <param name="key">Tells these from what is staged at the same time for another output folder: the manifest's schema belongs to all of them.</param>
internal sealed class StagedFiles(string key) : IDisposable
{
    /// <summary>No file of anybody's is named like this.</summary>
    private const string Suffix = ".missive-codegen.tmp";

    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);

    /// <summary>Whether the path is that of a file that a run had staged when it was ended by force.</summary>
    public static bool IsLeftover(string path) => path.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Removes what was staged for the path by a run that was ended by force.</summary>
    public void RemoveLeftover(string path) => File.Delete(StagedPath(path));

    /// <summary>Writes a file beside its place.</summary>
    public void Stage(string path, byte[] content)
    {
        lock (_waiting)
        {
            var folder = Path.GetDirectoryName(path)!;
            if (!_folders.Contains(folder))
            {
                Directory.CreateDirectory(folder);
                _folders.Add(folder);
            }

            _waiting.Add(path);
        }

        File.WriteAllBytes(StagedPath(path), content);
    }

    /// <summary>Puts a staged file in its place.</summary>
    public void Commit(string path)
    {
        File.Move(StagedPath(path), path, overwrite: true);
        _waiting.Remove(path);
    }

    /// <summary>Drops what was staged and not put in its place.</summary>
    public void Dispose()
    {
        foreach (var path in _waiting)
        {
            File.Delete(StagedPath(path));
        }
    }

    private string StagedPath(string path) => $"{path}.{key}{Suffix}";
}
