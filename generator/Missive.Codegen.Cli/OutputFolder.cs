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
internal readonly record struct OutputState(string Path, FileState State);

/// <summary>
/// The output folder on disk. A list in it names the files that are ours: those are rewritten and removed;
/// what is not ours is never touched.
/// </summary>
internal sealed class OutputFolder
{
    /// <summary>The list of the files that are ours, one path a line, sorted.</summary>
    public const string ListName = "files.txt";

    /// <summary>A link may lead anywhere; what lies behind it is never ours.</summary>
    private static readonly EnumerationOptions WithoutLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _folder;
    private readonly string _schema;
    private readonly HashSet<string> _owned;
    private readonly SortedSet<string> _produced = new(StringComparer.Ordinal);

    /// <param name="folder">The output folder.</param>
    /// <param name="schemaPath">The only file outside of it that is ours.</param>
    public OutputFolder(string folder, string schemaPath)
    {
        _folder = Path.GetFullPath(folder);
        _schema = Path.GetRelativePath(_folder, Path.GetFullPath(schemaPath)).Replace('\\', '/');
        _owned = ReadList();
    }

    /// <summary>The path of the manifest's JSON Schema, from the output folder.</summary>
    public string SchemaName => _schema;

    public string FullPath(string path) => Path.GetFullPath(Path.Combine(_folder, path));

    /// <summary>The text that stands at the path, or null when there is none.</summary>
    public string? ReadText(string path) => File.Exists(FullPath(path)) ? File.ReadAllText(FullPath(path), Utf8) : null;

    /// <summary>Compares a file with what stands on disk.</summary>
    public FileState Compare(OutputFile file)
    {
        _produced.Add(file.Path);
        var path = FullPath(file.Path);
        if (!File.Exists(path))
        {
            return _owned.Contains(file.Path) ? FileState.Missing : FileState.New;
        }

        var bytes = File.ReadAllBytes(path);
        if (bytes.AsSpan().SequenceEqual(Utf8.GetBytes(file.Text)))
        {
            return FileState.Unchanged;
        }

        if (!_owned.Contains(file.Path))
        {
            return FileState.Foreign;
        }

        return FileHeader.WasEdited(Utf8.GetString(bytes)) == true ? FileState.Edited : FileState.Stale;
    }

    /// <summary>Writes a file so that nobody ever sees half of it.</summary>
    public void Write(OutputFile file)
    {
        var path = FullPath(file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, file.Text, Utf8);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

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

    /// <summary>The list of the files that are ours, as it should be.</summary>
    public OutputFile List() => new(ListName, string.Concat(_produced.Where(path => path != ListName).Select(path => path + "\n")));

    private HashSet<string> ReadList()
    {
        var list = Path.Combine(_folder, ListName);
        var owned = new HashSet<string>(StringComparer.Ordinal) { ListName };
        if (File.Exists(list))
        {
            // A merge may have left its marks in the list, and a list never makes a foreign file ours.
            foreach (var line in File.ReadLines(list, Utf8))
            {
                if (line.Length > 0 && (line == _schema || IsInside(line)))
                {
                    owned.Add(line);
                }
            }
        }

        return owned;
    }

    private bool IsInside(string path)
    {
        if (Path.IsPathRooted(path) || !FullPath(path).StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return false;
        }

        for (var parent = new DirectoryInfo(Path.GetDirectoryName(FullPath(path))!); parent.FullName.Length > _folder.Length; parent = parent.Parent!)
        {
            if (parent.Exists && parent.LinkTarget is not null)
            {
                return false;
            }
        }

        return true;
    }
}
