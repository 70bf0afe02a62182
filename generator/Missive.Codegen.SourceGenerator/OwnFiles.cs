using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.SourceGenerator;

/// <summary>An additional file that is ours, before its text is asked for.</summary>
/// <param name="Text">The compiler's file.</param>
/// <param name="Path">The path below the manifest's folder or the template folder, with <c>/</c>.</param>
/// <param name="IsTemplate">Whether it is a template of the user's, and no manifest file.</param>
internal sealed record OwnFile(AdditionalText Text, string Path, bool IsTemplate)
{
    /// <summary>The metadata that build/Missive.Codegen.targets gives to manifest files: their path below the manifest's folder.</summary>
    private const string ManifestPath = "build_metadata.AdditionalFiles.MissiveManifest";

    /// <summary>The metadata that it gives to templates: their path below the template folder.</summary>
    private const string TemplatePath = "build_metadata.AdditionalFiles.MissiveTemplate";

    /// <summary>The file, or null when it is somebody else's.</summary>
    public static OwnFile? From(AdditionalText text, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(text);
        return PathOf(options, ManifestPath) is { } path ? new(text, path, IsTemplate: false)
            : PathOf(options, TemplatePath) is { } name ? new(text, name, IsTemplate: true)
            : null;
    }

    private static string? PathOf(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var path) && path.Length > 0 ? path.Replace('\\', '/') : null;
}

/// <summary>The files that are ours, put in order.</summary>
internal static class OwnFiles
{
    /// <summary>
    /// Each file once, by path. The compiler hands files over in the order of the project, or of its own edits, and
    /// after a file was added and edited it may hand over another one twice; two outputs of one name would end the generator.
    /// </summary>
    public static IEnumerable<OwnFile> InOrder(ImmutableArray<OwnFile> files)
    {
        OwnFile? last = null;
        foreach (var file in Sort(files))
        {
            if (last is null || !HaveOnePlace(file, last))
            {
                yield return last = file;
            }
        }
    }

    /// <summary>Those that are left out because one from another folder has their place in the manifest.</summary>
    public static EquatableArray<FilePath> Rivals(ImmutableArray<OwnFile> files)
    {
        var rivals = new List<FilePath>();
        OwnFile? first = null;
        foreach (var file in Sort(files))
        {
            if (first is null || !HaveOnePlace(file, first))
            {
                first = file;
            }
            else if (!string.Equals(file.Text.Path, first.Text.Path, StringComparison.Ordinal))
            {
                rivals.Add(new(file.Path, file.Text.Path));
            }
        }

        return rivals.Distinct().ToEquatableArray();
    }

    public static ManifestDiagnostic DescribeRival(FilePath file) => ManifestDiagnostic.At(
        DiagnosticRules.MisplacedFile, file.InManifest, SourceSpan.FileStart,
        $"'{file.InManifest}' comes from another folder already; a project is generated from one manifest folder.");

    private static IEnumerable<OwnFile> Sort(ImmutableArray<OwnFile> files) => files
        .OrderBy(file => file.IsTemplate)
        .ThenBy(file => file.Path, StringComparer.Ordinal)
        .ThenBy(file => file.Text.Path, StringComparer.Ordinal);

    private static bool HaveOnePlace(OwnFile a, OwnFile b) => a.IsTemplate == b.IsTemplate && string.Equals(a.Path, b.Path, StringComparison.Ordinal);
}
