using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Validation;

namespace Missive.Codegen.Cli;

/// <summary>A manifest on disk.</summary>
internal sealed class ManifestFolder(string folder)
{
    public bool Exists => Directory.Exists(folder);

    /// <summary>Where the manifest's own JSON Schema stands.</summary>
    public string SchemaPath => Path.Combine(folder, Emit.ManifestRenderer.SchemaFileName);

    public string PathOf(ManifestDiagnostic diagnostic) =>
        diagnostic.Path == "." ? folder : Path.Combine(folder, diagnostic.Path.Replace('/', Path.DirectorySeparatorChar));

    public CheckedManifest Read()
    {
        var files = Directory.EnumerateFiles(folder, "*.*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(path => Path.GetExtension(path) is ".yaml" or ".yml")
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(Read);
        return ManifestChecker.Check(files);
    }

    private ReadFile Read(string path)
    {
        var file = new FileInfo(Path.Combine(folder, path));

        // A file that is refused for its size anyway is not taken into memory first.
        return ManifestReader.Read(path, file.Length > ManifestReader.MaxFileSize ? new byte[ManifestReader.MaxFileSize + 1] : File.ReadAllBytes(file.FullName));
    }
}
