using Markdig;
using Markdig.Syntax;
using Missive.Codegen.Reading;
using Missive.Codegen.Tests.Fixtures;
using Missive.Codegen.Validation;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

/// <summary>The manifest that build/README.md offers to start from.</summary>
public sealed class StartingManifestTests
{
    [Fact]
    public void ItHasNoProblem()
    {
        var files = Markdown.Parse(Repository.ReadText("build/README.md")).OfType<FencedCodeBlock>()
            .Where(block => block.Info == "yaml")
            .Select(block => ManifestReader.Read(block.Arguments!, block.Lines.ToString() + "\n")).ToList();

        var manifest = ManifestChecker.Check(files);
        Assert.Empty(manifest.Diagnostics.Select(Describe.Full));
        Assert.Equal(["list_stations"], manifest.Manifest!.Groups.SelectMany(g => g.Functions).Select(f => f.Name));
    }
}
