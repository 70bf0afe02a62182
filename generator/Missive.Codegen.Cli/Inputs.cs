using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Validation;

namespace Missive.Codegen.Cli;

/// <summary>All that an output depends on, as it was at one moment.</summary>
/// <param name="Manifest">The manifest's files, by path.</param>
/// <param name="Templates">The user's templates, by name.</param>
internal sealed record Inputs(IReadOnlyList<ManifestBytes> Manifest, IReadOnlyList<TemplateSource> Templates)
{
    /// <summary>Reads and checks the manifest.</summary>
    public CheckedManifest Check(CancellationToken cancellationToken)
    {
        var read = new ReadFile[Manifest.Count];
        Workers.Run(read.Length, () => this, (_, i) => read[i] = ManifestReader.Read(Manifest[i].Path, Manifest[i].Bytes), cancellationToken);
        return ManifestChecker.Check(read);
    }
}

/// <summary>A file of the manifest.</summary>
/// <param name="Path">The path below the manifest's folder, with <c>/</c>.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record ManifestBytes(string Path, byte[] Bytes);
