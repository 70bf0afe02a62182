using System.Globalization;
using Missive.Codegen.Emit;
using Missive.Codegen.Reading;
using Missive.Codegen.SourceGenerator.Tests.Support;
using Missive.Codegen.Validation;
using Xunit;

namespace Missive.Codegen.SourceGenerator.Tests;

public sealed class GeneratedCodeTests
{
    [Fact]
    public void TheCompilerGetsByteForByteWhatTheToolWrites()
    {
        var files = ManifestFiles.Missive.All.Select(f => ManifestReader.Read(f.Path[ManifestFiles.Folder.Length..], f.SourceText!.ToString()));
        var manifest = ManifestChecker.Check(files).Manifest!;
        var written = new ManifestRenderer().Render(manifest, OutputCatalog.Compiled, TestContext.Current.CancellationToken)
            .ToDictionary(r => r.File!.Path["csharp/".Length..], r => r.File!.Text);

        Assert.Equal(written, GeneratorRun.Of(ManifestFiles.Missive).Sources);
    }

    [Fact]
    public void TheManifestHasNoProblem() => Assert.Empty(GeneratorRun.Of(ManifestFiles.Missive).Problems);

    [Fact]
    public void TheCodeCompilesWithNullableReferencesAndWithoutAWarning()
    {
        GeneratedCode.AssertCompiles(GeneratorRun.Of(ManifestFiles.Missive));
        GeneratedCode.AssertCompiles(GeneratorRun.Of(ManifestFiles.Library));
    }

    [Fact]
    public void TheTextHasNoByteOrderMark() => Assert.All(
        GeneratorRun.Of(ManifestFiles.Library).Steps.GeneratedSources,
        source => Assert.Empty(source.SourceText.Encoding!.GetPreamble()));

    [Fact]
    public void NoCultureReachesTheText()
    {
        var expected = GeneratorRun.Of(ManifestFiles.Missive).Sources;
        var current = CultureInfo.CurrentCulture;
        try
        {
            // Made here, for a test without ICU has no other: numbers look like nothing that a compiler takes.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = ("minus", ",", "'");
            CultureInfo.CurrentCulture = culture;

            Assert.Equal(expected, GeneratorRun.Of(ManifestFiles.Missive.Copied()).Sources);
        }
        finally
        {
            CultureInfo.CurrentCulture = current;
        }
    }

    [Fact]
    public void NoMachinePathReachesTheText() => Assert.All(
        GeneratorRun.Of(ManifestFiles.Missive).Sources.Values,
        text => Assert.DoesNotContain("/project/", text, StringComparison.Ordinal));

    [Fact]
    public void SeveralProjectsAtOnceGetTheSameText()
    {
        var expected = GeneratorRun.Of(ManifestFiles.Library).Sources;
        var overridden = ManifestFiles.Library.WithTemplate("csharp/registry.cs.scriban", "// {{ manifest.name | cs.name }}");

        Parallel.For(0, 40, i =>
        {
            var run = GeneratorRun.Of((i % 2 == 0 ? ManifestFiles.Library : overridden).Copied());
            Assert.Equal(i % 2 == 0, expected["registry.g.cs"] == run.Sources["registry.g.cs"]);
            Assert.Equal(expected["functions/books.g.cs"], run.Sources["functions/books.g.cs"]);
        });
    }
}
