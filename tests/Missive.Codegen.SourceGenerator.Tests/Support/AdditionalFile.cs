using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Missive.Codegen.SourceGenerator.Tests.Support;

/// <summary>An additional file in memory, with the metadata that the build gives it.</summary>
/// <param name="path">The full path.</param>
/// <param name="relative">The metadata's value.</param>
/// <param name="metadata">The metadata's name; null for a file that is somebody else's.</param>
/// <param name="text">The text; null for a file that cannot be read.</param>
internal sealed class AdditionalFile(string path, string relative, string? metadata, SourceText? text) : AdditionalText
{
    public const string ManifestMetadata = "MissiveManifest";
    public const string TemplateMetadata = "MissiveTemplate";

    public override string Path => path;

    public SourceText? SourceText => text;

    /// <summary>What to do when the compiler asks for the text.</summary>
    public Action<CancellationToken>? OnRead { get; init; }

    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        OnRead?.Invoke(cancellationToken);
        return text;
    }

    public AdditionalFile Copy() => new(path, relative, metadata, text is null ? null : SourceText.From(text.ToString(), text.Encoding)) { OnRead = OnRead };

    /// <summary>The options of all files, as the compiler reads them from what the build wrote.</summary>
    public sealed class OptionsProvider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => None.Instance;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None.Instance;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options((AdditionalFile)textFile);
    }

    private sealed class Options(AdditionalFile file) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            // The build writes a key without value for every file that lacks the metadata.
            value = key == "build_metadata.AdditionalFiles." + file.Metadata ? file.Relative
                : key is "build_metadata.AdditionalFiles." + ManifestMetadata or "build_metadata.AdditionalFiles." + TemplateMetadata ? ""
                : null;
            return value is not null;
        }
    }

    private sealed class None : AnalyzerConfigOptions
    {
        public static None Instance { get; } = new();

        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }
    }

    private string? Metadata => metadata;

    private string Relative => relative;
}
