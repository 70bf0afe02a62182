using Missive.Codegen.SourceGenerator.Tests.Support;
using Xunit;

namespace Missive.Codegen.SourceGenerator.Tests;

/// <summary>Templates of the user's, which come as additional files too.</summary>
public sealed class TemplateTests
{
    private const string Registry = "csharp/registry.cs.scriban";

    [Fact]
    public void ATemplateTakesThePlaceOfOurs()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.WithTemplate(Registry, "// The names of {{ manifest.title | cs.doc }}."));

        Assert.EndsWith("\n// The names of Library.\n", run.Sources["registry.g.cs"], StringComparison.Ordinal);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void EditingATemplateRendersItsFilesAgainAndReadsNothing()
    {
        var before = GeneratorRun.Of(ManifestFiles.Library.WithTemplate(Registry, "// One."));

        var after = before.Then(files => files.WithTemplate(Registry, "// Two."));

        Assert.Empty(after.FilesRead);
        Assert.EndsWith("// Two.\n", after.Sources["registry.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void AMistakeInATemplateIsReportedAtItsOwnLine()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.WithTemplate(Registry, "// One.\n// Two: {{ manifest.nmae | cs.doc }}.\n"));

        Assert.StartsWith("/project/templates/csharp/registry.cs.scriban(2,", Assert.Single(run.Problems), StringComparison.Ordinal);
        Assert.EndsWith(": MSV901", Assert.Single(run.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain("registry.g.cs", run.Sources.Keys);
        Assert.Contains("functions/books.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void ATemplateThatDoesNotParseIsReportedAtItsOwnLine()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.WithTemplate(Registry, "// One.\n// Two.\n{{ for }}\n"));

        Assert.StartsWith("/project/templates/csharp/registry.cs.scriban(3,", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void AMistakeInATemplateOfManyFilesIsReportedOnce()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.WithTemplate("csharp/group.cs.scriban", "// {{ manifest.nmae | cs.doc }}.\n"));

        Assert.StartsWith("/project/templates/csharp/group.cs.scriban(1,", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void ATextThatNobodyEscapedIsRefused()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.WithTemplate(Registry, "// {{ manifest.title }}"));

        Assert.Contains("cs.string", run.MessageOf("MSV901"), StringComparison.Ordinal);
    }

    [Fact]
    public void ATemplateThatOverridesNothingIsReported()
    {
        var run = GeneratorRun.Of(ManifestFiles.Library.WithTemplate("csharp/regstry.cs.scriban", "// One."));

        Assert.Equal(["/project/templates/csharp/regstry.cs.scriban(1,1): MSV902"], run.Problems);
        Assert.Contains("Did you mean 'csharp/registry.cs.scriban'?", run.MessageOf("MSV902"), StringComparison.Ordinal);
    }

    [Fact]
    public void ATemplateOfAnotherOutputRendersNoCSharp()
    {
        var before = GeneratorRun.Of(ManifestFiles.Library);

        var after = before.Then(files => files.WithTemplate("docs/function.md.scriban", "# {{ function.name | md.text }}"));

        Assert.Empty(after.Problems);
        Assert.Empty(after.FilesRendered);
    }

    [Fact]
    public void ATemplateThatNeverEndsIsLeftWhenTheCompilerCancels()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var files = ManifestFiles.Library.WithTemplate(Registry, "{{ while true }}{{ x = 1 }}{{ end }}");
        var driver = GeneratorRun.NewDriver(new ManifestGenerator()).ReplaceAdditionalTexts([.. files.All]);

        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(GeneratorRun.Compilation("class Empty;"), cancellation.Token));
        Assert.Empty(GeneratorRun.Of(ManifestFiles.Library).Problems);
    }

    [Fact]
    public void CancellingWhileAFileIsReadIsNotSwallowed()
    {
        using var cancellation = new CancellationTokenSource();
        var books = ManifestFiles.Library.All.Single(f => f.Path.EndsWith("functions/books.yaml", StringComparison.Ordinal));
        var files = ManifestFiles.Library.With(new AdditionalFile(books.Path, "functions/books.yaml", AdditionalFile.ManifestMetadata, books.SourceText)
        {
            OnRead = token =>
            {
                cancellation.Cancel();
                token.ThrowIfCancellationRequested();
            },
        });
        var driver = GeneratorRun.NewDriver(new ManifestGenerator()).ReplaceAdditionalTexts([.. files.All]);

        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(GeneratorRun.Compilation("class Empty;"), cancellation.Token));
    }
}
