using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Missive.Codegen.SourceGenerator.Tests.Support;

/// <summary>Additional files as a project would have them. A change makes another set; what did not change is the same object.</summary>
internal sealed class ManifestFiles
{
    /// <summary>The folder that all files seem to stand in.</summary>
    public const string Folder = "/project/manifest/";

    private readonly Dictionary<string, AdditionalFile> _files;
    private readonly IReadOnlyList<string> _order;

    private ManifestFiles(Dictionary<string, AdditionalFile> files, IReadOnlyList<string> order) => (_files, _order) = (files, order);

    /// <summary>A small manifest without a problem.</summary>
    public static ManifestFiles Library { get; } = Load(Path.Combine(SourceFolder(), "..", "Library"));

    /// <summary>The repository's own manifest.</summary>
    public static ManifestFiles Missive { get; } = Load(Path.Combine(RepositoryFolder, "manifest"));

    public static string RepositoryFolder => Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));

    /// <summary>The files in the order in which the compiler gets them.</summary>
    public IReadOnlyList<AdditionalFile> All => [.. _order.Select(path => _files[path])];

    public string this[string path] => _files[path].SourceText?.ToString() ?? "";

    public ManifestFiles With(string path, string text, string? metadata = AdditionalFile.ManifestMetadata) =>
        With(path, SourceText.From(text, new UTF8Encoding(false)), metadata);

    public ManifestFiles With(string path, SourceText? text, string? metadata = AdditionalFile.ManifestMetadata) => With(new(Folder + path, path, metadata, text));

    public ManifestFiles With(AdditionalFile file)
    {
        var key = file.Path.StartsWith(Folder, StringComparison.Ordinal) ? file.Path[Folder.Length..] : file.Path;
        return new(new(_files) { [key] = file }, _order.Contains(key) ? _order : [.. _order, key]);
    }

    /// <summary>A template of the user's.</summary>
    public ManifestFiles WithTemplate(string name, string text) =>
        With(new AdditionalFile("/project/templates/" + name, name, AdditionalFile.TemplateMetadata, SourceText.From(text, new UTF8Encoding(false))));

    public ManifestFiles Without(string path)
    {
        var files = new Dictionary<string, AdditionalFile>(_files);
        files.Remove(path);
        return new(files, [.. _order.Where(p => p != path)]);
    }

    /// <summary>One text in place of another, which has to be there.</summary>
    public ManifestFiles Edit(string path, string before, string after) => this[path].Contains(before, StringComparison.Ordinal)
        ? With(path, this[path].Replace(before, after, StringComparison.Ordinal))
        : throw new ArgumentException($"'{before}' does not stand in {path}.", nameof(before));

    public ManifestFiles Reversed() => new(_files, [.. _order.Reverse()]);

    /// <summary>The same texts in new objects, as when a file was saved without a change.</summary>
    public ManifestFiles Copied() => new(_files.ToDictionary(f => f.Key, f => f.Value.Copy()), _order);

    private static ManifestFiles Load(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(folder, p).Replace('\\', '/')).Order(StringComparer.Ordinal);
        return paths.Aggregate(new ManifestFiles([], []), (files, path) => files.With(path, File.ReadAllText(Path.Combine(folder, path))));
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
