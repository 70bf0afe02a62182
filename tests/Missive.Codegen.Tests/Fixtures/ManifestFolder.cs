using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Validation;
using Xunit;

namespace Missive.Codegen.Tests.Fixtures;

/// <summary>The files of a manifest, in memory. Changes make a new one.</summary>
internal sealed class ManifestFolder
{
    private readonly SortedDictionary<string, byte[]> _files;
    private readonly Dictionary<string, Lazy<ReadFile>> _read;

    private ManifestFolder(IEnumerable<KeyValuePair<string, byte[]>> files, ManifestFolder? origin = null)
    {
        _files = new(new Dictionary<string, byte[]>(files), StringComparer.Ordinal);

        // A file that did not change is not read again: some tests make hundreds of folders from one.
        _read = _files.ToDictionary(f => f.Key, f => origin is not null && origin._files.TryGetValue(f.Key, out var bytes) && ReferenceEquals(bytes, f.Value)
            ? origin._read[f.Key]
            : new Lazy<ReadFile>(() => ManifestReader.Read(f.Key, f.Value)));
    }

    /// <summary>The repository's own manifest.</summary>
    public static ManifestFolder Missive { get; } = Load("manifest");

    /// <summary>A small manifest without a problem, for tests to break.</summary>
    public static ManifestFolder Base { get; } = Load("tests/Missive.Codegen.Tests/Fixtures/Base");

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public ManifestFolder With(string path, string text) => With(path, System.Text.Encoding.UTF8.GetBytes(text));

    public ManifestFolder With(string path, byte[] bytes) => new(_files.Where(f => f.Key != path).Append(new(path, bytes)), this);

    public ManifestFolder Without(string path) => new(_files.Where(f => f.Key != path), this);

    /// <summary>A file with one text in place of another, which has to be there.</summary>
    public ManifestFolder Replace(string path, string oldText, string newText)
    {
        var text = Text(path);
        Assert.Contains(oldText, text, StringComparison.Ordinal);
        return With(path, text.Replace(oldText, newText, StringComparison.Ordinal));
    }

    public string Text(string path) => System.Text.Encoding.UTF8.GetString(_files[path]);

    public CheckedManifest Check() => ManifestChecker.Check(_read.Values.Select(f => f.Value));

    private static ManifestFolder Load(string folder)
    {
        var root = Repository.PathOf(folder);
        return new(Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes));
    }
}
