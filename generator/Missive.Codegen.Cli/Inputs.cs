using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Validation;

namespace Missive.Codegen.Cli;

/// <summary>All that an output depends on, as it was at one moment.</summary>
/// <param name="Manifest">The manifest's files, by path.</param>
/// <param name="Templates">The user's templates, by name.</param>
internal sealed record Inputs(IReadOnlyList<ManifestContent> Manifest, IReadOnlyList<TemplateSource> Templates)
{
    /// <summary>Reads and checks the manifest, once.</summary>
    public CheckedManifest Check(CancellationToken cancellationToken)
    {
        var read = new ReadFile[Manifest.Count];
        Workers.Run(read.Length, () => this, (_, i) => read[i] = Manifest[i].Read(), cancellationToken);
        return ManifestChecker.Check(read);
    }
}

/// <summary>A file of the manifest, whose content goes when it has been read: of a large manifest it is much.</summary>
/// <param name="path">The path below the manifest's folder, with <c>/</c>.</param>
/// <param name="content">Its content.</param>
internal sealed class ManifestContent(string path, byte[] content)
{
    private byte[] _content = content;
    private string? _hash;

    public string Path => path;

    /// <summary>The hash of the content.</summary>
    public string Hash => _hash ??= Memory.HashOf(_content);

    /// <summary>Reads it; what it holds is gone then, but for the hash.</summary>
    public ReadFile Read()
    {
        var read = ManifestReader.Read(path, _content);
        _hash = Hash;
        _content = [];
        return read;
    }
}
