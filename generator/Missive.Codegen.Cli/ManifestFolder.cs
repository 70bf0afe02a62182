using Missive.Codegen.Diagnostics;
using Missive.Codegen.Reading;

namespace Missive.Codegen.Cli;

/// <summary>A manifest on disk.</summary>
internal sealed class ManifestFolder(string folder)
{
    public bool Exists => Directory.Exists(folder);

    /// <summary>Where the manifest's own JSON Schema stands.</summary>
    public string SchemaPath => Path.Combine(folder, Emit.ManifestRenderer.SchemaFileName);

    public string PathOf(ManifestDiagnostic diagnostic) => diagnostic.Path == "." ? folder : PathOf(diagnostic.Path);

    public string PathOf(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>All files of the manifest, by path.</summary>
    public IReadOnlyList<ManifestContent> Read()
    {
        var files = new List<ManifestContent>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            if (Path.GetExtension(path) is ".yaml" or ".yml")
            {
                files.Add(new(Path.GetRelativePath(folder, path).Replace('\\', '/'), ReadBytes(path)));
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    /// <summary>A file that is refused for its size anyway is not taken into memory first.</summary>
    private static byte[] ReadBytes(string path) =>
        new FileInfo(path).Length > ManifestReader.MaxFileSize ? new byte[ManifestReader.MaxFileSize + 1] : File.ReadAllBytes(path);
}
