using System.Text;
using Missive.Codegen.Emit;

namespace Missive.Codegen.Cli;

/// <summary>What became of a file, or would become of it.</summary>
internal enum FileState
{
    /// <summary>It is as it should be.</summary>
    Unchanged,

    /// <summary>It is new.</summary>
    New,

    /// <summary>It was ours, and somebody removed it.</summary>
    Missing,

    /// <summary>Its content is out of date.</summary>
    Stale,

    /// <summary>Somebody changed it by hand.</summary>
    Edited,

    /// <summary>The manifest no longer has it.</summary>
    Obsolete,

    /// <summary>Another file stands in its place, which is not ours.</summary>
    Foreign,

    /// <summary>It stands in the output folder, and is not ours.</summary>
    Stray,
}

/// <summary>A file of the output folder.</summary>
/// <param name="Path">The path below the output folder, with <c>/</c>.</param>
/// <param name="State">What is to be said of it.</param>
internal sealed record OutputState(string Path, FileState State);

/// <summary>
/// The output folder on disk. A list in it names the files that are ours: those are rewritten and removed;
/// what is not ours is never touched.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    /// <summary>The list of the files that are ours, one path a line, sorted.</summary>
    public const string ListName = "files.txt";

    /// <summary>A link may lead anywhere; what lies behind it is never ours.</summary>
    private static readonly EnumerationOptions WithoutLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>How files are written.</summary>
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _folder;
    private readonly string _schema;
    private readonly Memory _memory;
    private readonly HashSet<string> _owned;
    private readonly HashSet<string> _produced = new(StringComparer.Ordinal);
    private readonly StagedFiles _staged;

    /// <param name="folder">The output folder.</param>
    /// <param name="schemaPath">The only file outside of it that is ours.</param>
    /// <param name="inputs">What its files are made of.</param>
    public OutputFolder(string folder, string schemaPath, Inputs inputs)
    {
        _folder = FolderKey.FullPath(folder);
        _schema = Path.GetRelativePath(_folder, Path.GetFullPath(schemaPath)).Replace('\\', '/');
        _memory = Memory.Of(folder, inputs, ReadBytes);
        _staged = new(FolderKey.Of(folder));
        _owned = ReadList();
    }

    /// <summary>The path of the manifest's JSON Schema, from the output folder.</summary>
    public string SchemaName => _schema;

    /// <summary>How many files are ours, apart from their list.</summary>
    public int OwnedCount => _owned.Count - 1;

    public string FullPath(string path) => Path.GetFullPath(Path.Combine(_folder, path));

    /// <summary>The content that stands at the path, or null when there is none.</summary>
    public byte[]? ReadBytes(string path) => File.Exists(FullPath(path)) ? File.ReadAllBytes(FullPath(path)) : null;

    /// <summary>The text that stands at the path; empty when there is none.</summary>
    public string ReadText(string path) => ReadBytes(path) is { } bytes ? Utf8.GetString(bytes) : "";

    /// <summary>Whether the last run had the same inputs and all that it wrote stands as it was written.</summary>
    public bool IsUpToDate() => _memory.Holds(_owned.Order(StringComparer.Ordinal), ReadBytes);

    /// <summary>Says which files there are going to be, before the first is compared.</summary>
    public void Produce(IEnumerable<string> paths) => _produced.UnionWith(paths);

    /// <summary>Compares a file with what stands on disk.</summary>
    public FileState Compare(string path, byte[] content)
    {
        if (ReadBytes(path) is not { } bytes)
        {
            return _owned.Contains(path) ? FileState.Missing : FileState.New;
        }

        if (bytes.AsSpan().SequenceEqual(content))
        {
            return FileState.Unchanged;
        }

        return !_owned.Contains(path) ? FileState.Foreign : WasEdited(path, bytes) ? FileState.Edited : FileState.Stale;
    }

    /// <summary>Whether the file of ours was changed by hand; of a file without a header only the memory knows.</summary>
    public bool WasEdited(string path, byte[] bytes)
    {
        // Git may have checked it out with other line ends.
        var text = Utf8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal);
        return (FileHeader.WasEdited(text) ?? _memory.WasEdited(path, bytes)) == true;
    }

    /// <summary>Makes a file ready to be written.</summary>
    public void Stage(string path, byte[] content) => _staged.Stage(FullPath(path), content);

    /// <summary>Writes a file that was made ready.</summary>
    public void Commit(string path) => _staged.Commit(FullPath(path));

    /// <summary>Remembers what was written, so that a run which finds all of it again is soon done.</summary>
    public void Remember(IEnumerable<Outcome> files, bool isClean) => _memory.Save(files.OrderBy(f => f.Path, StringComparer.Ordinal), isClean);

    /// <summary>Files of ours that were not produced this time.</summary>
    public IEnumerable<OutputState> Obsolete() => _owned
        .Where(path => path != ListName && !_produced.Contains(path) && File.Exists(FullPath(path)))
        .Order(StringComparer.Ordinal)
        .Select(path => new OutputState(path, FileState.Obsolete));

    /// <summary>Files in the folder that are not ours.</summary>
    public IEnumerable<OutputState> Strays()
    {
        if (!Directory.Exists(_folder))
        {
            return [];
        }

        return Directory.EnumerateFiles(_folder, "*", WithoutLinks)
            .Select(path => Path.GetRelativePath(_folder, path).Replace('\\', '/'))
            .Where(path => path != ListName && !_produced.Contains(path) && !_owned.Contains(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new OutputState(path, FileState.Stray));
    }

    /// <summary>Removes a file of ours, and the folders that it leaves empty.</summary>
    public void Remove(string path)
    {
        var full = FullPath(path);
        File.Delete(full);
        var folder = Path.GetDirectoryName(full);
        while (folder is not null && folder.Length > _folder.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder);
        }
    }

    /// <summary>Removes what a run that was ended by force left behind.</summary>
    public void RemoveLeftovers()
    {
        foreach (var stray in Strays().Where(s => StagedFiles.IsLeftover(s.Path)).ToList())
        {
            Remove(stray.Path);
        }

        _staged.RemoveLeftover(FullPath(_schema));
    }

    /// <summary>The list of the files that are ours, as it should be.</summary>
    public byte[] List() => List(_produced);

    /// <summary>
    /// Enters the new files into the list before the first of them is written: a run that ends early leaves none behind
    /// that the next one would take for somebody's own.
    /// </summary>
    public void Claim()
    {
        if (!_produced.IsSubsetOf(_owned))
        {
            Stage(ListName, List(_produced.Union(_owned.Where(path => path != ListName))));
            Commit(ListName);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _staged.Dispose();

    private static byte[] List(IEnumerable<string> paths) => Utf8.GetBytes(string.Concat(paths.Order(StringComparer.Ordinal).Select(path => path + "\n")));

    private HashSet<string> ReadList()
    {
        var owned = new HashSet<string>(StringComparer.Ordinal) { ListName };
        var folders = new HashSet<string>(StringComparer.Ordinal) { _folder };

        // A merge may have left its marks in the list, or a crash its zeros, and a list never makes a foreign file ours.
        foreach (var line in ReadText(ListName).Split('\n'))
        {
            var path = line.TrimEnd('\r');
            if (path.Length > 0 && !path.Contains('\0') && (path == _schema || IsInside(path, folders)))
            {
                owned.Add(path);
            }
        }

        return owned;
    }

    /// <summary>Whether the path leads to a place in the folder, through no link.</summary>
    private bool IsInside(string path, HashSet<string> inside)
    {
        var full = Path.IsPathRooted(path) ? "" : FullPath(path);
        return full.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && IsFolderInside(Path.GetDirectoryName(full)!, inside);
    }

    private static bool IsFolderInside(string folder, HashSet<string> inside)
    {
        if (inside.Contains(folder))
        {
            return true;
        }

        if (!IsFolderInside(Path.GetDirectoryName(folder)!, inside) || new DirectoryInfo(folder).LinkTarget is not null)
        {
            return false;
        }

        inside.Add(folder);
        return true;
    }
}
