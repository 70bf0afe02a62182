using System.Text;
using Missive.Codegen.Emit;
using Missive.Codegen.Reading;
using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

/// <summary>The rules that the page on diagnostics describes without an example.</summary>
public sealed class RulesWithoutYamlTests
{
    private const string Functions = "functions/tasks.yaml";

    [Fact]
    public void AFileOverTheLimitIsTooLarge()
    {
        var text = ManifestFolder.Base.Text(Functions);
        var atLimit = text + new string('#', ManifestReader.MaxFileSize - text.Length);

        Assert.Empty(ManifestFolder.Base.With(Functions, atLimit).Check().Diagnostics);
        Assert.Equal(["MSV002 functions/tasks.yaml:1"], PlacesOf(ManifestFolder.Base.With(Functions, atLimit + "#")));
    }

    [Fact]
    public void TheLimitIsOneOfBytesWhetherAFileIsReadFromBytesOrFromText()
    {
        var text = ManifestFolder.Base.Text(Functions);
        var atLimit = text + '#' + new string('ü', (ManifestReader.MaxFileSize - text.Length - 1) / 2);
        var over = atLimit + "ü";

        Assert.Empty(ManifestReader.Read(Functions, atLimit).Diagnostics);
        Assert.Empty(ManifestReader.Read(Functions, Encoding.UTF8.GetBytes(atLimit)).Diagnostics);
        Assert.Equal("MSV002", Assert.Single(ManifestReader.Read(Functions, over).Diagnostics).Rule.Id);
        Assert.Equal("MSV002", Assert.Single(ManifestReader.Read(Functions, Encoding.UTF8.GetBytes(over)).Diagnostics).Rule.Id);
    }

    [Fact]
    public void AFileThatIsNotUtf8IsRefusedAtTheFirstWrongByte()
    {
        byte[] bytes = [.. "group: tasks\nfunctions: # für "u8, 0xFC, .. "r\n"u8];

        var diagnostic = Assert.Single(ManifestFolder.Base.With(Functions, bytes).Check().Diagnostics);

        Assert.Equal(("MSV003", 2, 18), (diagnostic.Rule.Id, diagnostic.Line, diagnostic.Column));
    }

    [Fact]
    public void AReplacementCharacterCountsAsALostOne()
    {
        var diagnostic = Assert.Single(ManifestReader.Read(Functions, "group: tasks\nfunctions: [] # f\uFFFDr\n").Diagnostics);

        Assert.Equal(("MSV003", 2, 18), (diagnostic.Rule.Id, diagnostic.Line, diagnostic.Column));
    }

    [Fact]
    public void ListsWithinEachOtherAreRefusedWhereTheyGetTooDeep()
    {
        var file = ManifestFolder.Base.Replace(Functions, "args: {task_id: task_1}", $"args: {{task_id: {new string('[', 100)}{new string(']', 100)}}}");

        Assert.Equal(["MSV004 functions/tasks.yaml:12"], PlacesOf(file));
    }

    [Fact]
    public void AManifestHasExactlyOneRootFile()
    {
        Assert.Equal(["MSV205 .:1"], PlacesOf(ManifestFolder.Base.Without("demo.yaml")));
        Assert.Equal(["MSV205 other.yaml:1"], PlacesOf(ManifestFolder.Base.With("other.yaml", ManifestFolder.Base.Text("demo.yaml"))));
    }

    [Fact]
    public void ATemplateThatFailsIsReportedAtItsOwnPlace()
    {
        var template = new TemplateSource("docs/functions.md.scriban", "templates/docs/functions.md.scriban", "# Functions\n\n{{ manifest.titel | md.text }}\n");
        var kind = OutputCatalog.All.Single(k => k.Template == template.Name);

        var result = Assert.Single(new ManifestRenderer([template]).Render(ManifestFolder.Base.Check().Manifest!, [kind], TestContext.Current.CancellationToken));

        Assert.Null(result.File);
        Assert.Equal("MSV901 templates/docs/functions.md.scriban:3", Describe.Place(result.Diagnostic!));
    }

    [Fact]
    public void ATemplateThatOverridesNothingIsReported()
    {
        var (bad, good) = TemplatesOfPage();

        Assert.NotEmpty(good);
        Assert.Empty(ManifestRenderer.CheckOverrides(good));
        Assert.Equal(bad.Select(t => $"MSV902 {t.Path}:1"), ManifestRenderer.CheckOverrides(bad).Select(Describe.Place));
    }

    /// <summary>The files that the section of the rule lists, each in the first word of a line.</summary>
    private static (List<TemplateSource> Bad, List<TemplateSource> Good) TemplatesOfPage()
    {
        var section = Repository.ReadText("docs/diagnostics.md").Split("## ").Single(s => s.StartsWith("MSV902\n", StringComparison.Ordinal));
        var lists = section.Split("```text\n").Skip(1).Select(list => list[..list.IndexOf("```", StringComparison.Ordinal)]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')[0])
            .Select(path => new TemplateSource(path["templates/".Length..], path, ""))
            .ToList()).ToList();
        return (lists[0], lists[1]);
    }

    private static IEnumerable<string> PlacesOf(ManifestFolder folder) => folder.Check().Diagnostics.Select(Describe.Place);
}
