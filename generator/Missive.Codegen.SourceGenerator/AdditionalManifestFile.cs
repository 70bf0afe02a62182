using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;

namespace Missive.Codegen.SourceGenerator;

/// <summary>A manifest file among the compiler's additional files. Equal to another with the same text at the same place.</summary>
internal sealed class AdditionalManifestFile : IEquatable<AdditionalManifestFile>
{
    /// <summary>The metadata that build/Missive.Codegen.props gives to manifest files: their path below the manifest's folder.</summary>
    private const string ManifestPath = "build_metadata.AdditionalFiles.MissiveManifest";

    /// <summary>The metadata that it gives to templates: their path below the template folder.</summary>
    private const string TemplatePath = "build_metadata.AdditionalFiles.MissiveTemplate";

    private readonly AdditionalText _text;
    private readonly string _path;

    private AdditionalManifestFile(AdditionalText text, string path)
    {
        _text = text;
        _path = path;
    }

    /// <summary>The manifest file, or null when the additional file is something else.</summary>
    public static AdditionalManifestFile? From(AdditionalText text, AnalyzerConfigOptionsProvider options) =>
        PathOf(text, options, ManifestPath) is { } path ? new(text, path) : null;

    /// <summary>The template, or null when the additional file is something else.</summary>
    public static TemplateSource? ReadTemplate(AdditionalText text, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken) =>
        PathOf(text, options, TemplatePath) is { } path ? new(path, text.Path, text.GetText(cancellationToken)?.ToString() ?? "") : null;

    /// <summary>Reads the file; a file that cannot be read counts as empty.</summary>
    public LocatedFile Read(CancellationToken cancellationToken)
    {
        var text = _text.GetText(cancellationToken);
        return new(_text.Path, ManifestReader.Read(_path, text?.ToString() ?? ""), text?.GetChecksum().ToArray().ToEquatableArray() ?? default);
    }

    /// <inheritdoc/>
    public bool Equals(AdditionalManifestFile? other) => other is not null && ReferenceEquals(_text, other._text) && _path == other._path;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AdditionalManifestFile);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text.Path);

    private static string? PathOf(AdditionalText text, AnalyzerConfigOptionsProvider options, string key) =>
        options.GetOptions(text).TryGetValue(key, out var path) && path.Length > 0 ? path.Replace('\\', '/') : null;
}

/// <summary>A manifest file that was read. The checksum makes a moved line count for messages, where the content does not see it.</summary>
/// <param name="FullPath">The file, as messages show it.</param>
/// <param name="Read">Its content and its problems.</param>
/// <param name="Checksum">Of its text.</param>
internal sealed record LocatedFile(string FullPath, ReadFile Read, EquatableArray<byte> Checksum);
