using Microsoft.CodeAnalysis.Text;
using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;

namespace Missive.Codegen.SourceGenerator;

/// <summary>The text of a file of ours. Equal to another with the same characters at the same place, whichever object holds them.</summary>
internal sealed class FileText : IEquatable<FileText>
{
    private const int Utf8CodePage = 65001;

    private readonly SourceText? _text;

    private FileText(FilePath path, bool isTemplate, SourceText? text)
    {
        Path = path;
        IsTemplate = isTemplate;
        _text = text;
    }

    public FilePath Path { get; }

    /// <summary>Whether it is a template of the user's, and no manifest file.</summary>
    public bool IsTemplate { get; }

    public static FileText Of(OwnFile file, CancellationToken cancellationToken) =>
        new(new(file.Path, file.Text.Path), file.IsTemplate, file.Text.GetText(cancellationToken));

    /// <summary>Reads the manifest file; one that the compiler could not open, which it reports itself, counts as empty.</summary>
    public LocatedFile Read()
    {
        var text = _text?.ToString() ?? "";

        // What is not UTF-8 the compiler decodes by the machine's own code page; its bytes tell the reader where that began.
        var read = _text?.Encoding is { CodePage: not Utf8CodePage } encoding
            ? ManifestReader.Read(Path.InManifest, encoding.GetBytes(text))
            : ManifestReader.Read(Path.InManifest, text);
        return new(Path.Full, read, _text?.GetChecksum().ToArray().ToEquatableArray() ?? default);
    }

    public TemplateSource ToTemplate() => new(Path.InManifest, Path.Full, _text?.ToString() ?? "");

    /// <inheritdoc/>
    public bool Equals(FileText? other) =>
        other is not null && Path == other.Path && IsTemplate == other.IsTemplate && Equals(_text?.Encoding, other._text?.Encoding)
        && (_text is null ? other._text is null : other._text is not null && _text.ContentEquals(other._text));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FileText);

    /// <inheritdoc/>
    public override int GetHashCode() => Path.GetHashCode();
}

/// <summary>Where a file stands.</summary>
/// <param name="InManifest">The path below the manifest's folder or the template folder.</param>
/// <param name="Full">The path as messages show it.</param>
internal sealed record FilePath(string InManifest, string Full);

/// <summary>A manifest file that was read. The checksum makes a moved line count for messages, where the content does not see it.</summary>
/// <param name="FullPath">The file, as messages show it.</param>
/// <param name="Read">Its content and its problems.</param>
/// <param name="Checksum">Of its text.</param>
internal sealed record LocatedFile(string FullPath, ReadFile Read, EquatableArray<byte> Checksum);
