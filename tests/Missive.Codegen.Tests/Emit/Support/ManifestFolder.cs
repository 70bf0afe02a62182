using System.Runtime.CompilerServices;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Validation;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Support;

/// <summary>The files of a manifest by path.</summary>
internal sealed record ManifestFolder(IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Where the repository begins.</summary>
    public static string RepositoryRoot { get; } = Path.GetFullPath(Path.Combine(EmitFolder(), "..", "..", ".."));

    private static readonly Lazy<ManifestFolder> ReadLibrary = new(() => Read(Path.Combine(EmitFolder(), "Library")));
    private static readonly Lazy<ManifestFolder> ReadMissive = new(() => Read(Path.Combine(RepositoryRoot, "manifest")));

    /// <summary>A small manifest that uses every feature of the format.</summary>
    public static ManifestFolder Library => ReadLibrary.Value;

    /// <summary>The repository's own manifest.</summary>
    public static ManifestFolder Missive => ReadMissive.Value;

    /// <summary>Where a file of these tests' folder stands.</summary>
    public static string PathOf(string name) => Path.Combine(EmitFolder(), name);

    /// <summary>The manifest, which has to be free of errors.</summary>
    public Manifest Check()
    {
        var result = ManifestChecker.Check(Files.Select(f => ManifestReader.Read(f.Key, f.Value)));
        Assert.Empty(result.Diagnostics.Where(d => d.IsError).Select(d => $"{d.Path}({d.Line},{d.Column}): {d.Rule.Id}: {d.Message}"));
        return result.Manifest!;
    }

    /// <summary>The manifest with another text in one of its files.</summary>
    public ManifestFolder With(string path, string old, string replacement)
    {
        Assert.Contains(old, Files[path], StringComparison.Ordinal);
        return new(new Dictionary<string, string>(Files) { [path] = Files[path].Replace(old, replacement, StringComparison.Ordinal) });
    }

    /// <summary>The manifest with one of its files in another place.</summary>
    public ManifestFolder Moved(string path, string target)
        => new(Files.ToDictionary(f => f.Key == path ? target : f.Key, f => f.Value, StringComparer.Ordinal));

    private static ManifestFolder Read(string folder) => new(
        Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => File.ReadAllText(f).Replace("\r\n", "\n", StringComparison.Ordinal)));

    private static string EmitFolder([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, ".."));
}
