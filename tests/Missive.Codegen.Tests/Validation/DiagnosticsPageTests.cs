using Missive.Codegen.Diagnostics;
using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

/// <summary>The page on diagnostics says what is so: its examples are run.</summary>
public sealed class DiagnosticsPageTests
{
    /// <summary>Rules that no small YAML file shows, and the tests that show them.</summary>
    private static readonly Dictionary<string, string> ShownByTests = new()
    {
        ["MSV002"] = nameof(RulesWithoutYamlTests.AFileOverTheLimitIsTooLarge),
        ["MSV003"] = nameof(RulesWithoutYamlTests.AFileThatIsNotUtf8IsRefusedAtTheFirstWrongByte),
        ["MSV004"] = nameof(RulesWithoutYamlTests.ListsWithinEachOtherAreRefusedWhereTheyGetTooDeep),
        ["MSV205"] = nameof(RulesWithoutYamlTests.AManifestHasExactlyOneRootFile),
        ["MSV901"] = nameof(RulesWithoutYamlTests.ATemplateThatFailsIsReportedAtItsOwnPlace),
        ["MSV902"] = nameof(RulesWithoutYamlTests.ATemplateThatOverridesNothingIsReported),
    };

    /// <summary>Rules of the command-line tool, which checks what is on disk; its own tests show them.</summary>
    private static readonly HashSet<string> ShownByTool = ["MSV903", "MSV904", "MSV905"];

    public static TheoryData<string> RulesWithExamples => [.. DiagnosticsPage.Sections.Where(s => s.Bad.Count > 0).Select(s => s.Id)];

    [Fact]
    public void EveryRuleHasASectionInTheOrderOfTheIds() =>
        Assert.Equal(DiagnosticRules.All.Select(r => r.Id), DiagnosticsPage.Sections.Select(s => s.Id));

    [Fact]
    public void EverySectionBeginsWithTheTitleAndTheSeverityOfItsRule()
    {
        foreach (var (rule, section) in DiagnosticRules.All.Zip(DiagnosticsPage.Sections))
        {
            Assert.Equal($"**{rule.Title}** · {(rule.Severity == RuleSeverity.Error ? "error" : "warning")}", section.Paragraphs[0]);
        }
    }

    [Fact]
    public void TheTableAtTheTopHasARowForEveryRule()
    {
        var rows = Repository.ReadText("docs/diagnostics.md").Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)).ToList();

        Assert.Equal(DiagnosticRules.All.Select(rule => rule.Id), rows.Select(row => row[3..9]));
        Assert.All(DiagnosticRules.All.Zip(rows), pair =>
        {
            var (rule, row) = pair;
            Assert.StartsWith($"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {rule.Title} | {(rule.Severity == RuleSeverity.Error ? "error" : "warning")} | ", row, StringComparison.Ordinal);
            Assert.False(row.EndsWith("|  |", StringComparison.Ordinal), $"{rule.Id} has no line that says when it comes.");
        });
    }

    [Fact]
    public void EverySectionSaysTheCauseAndWhatToDo() => Assert.All(DiagnosticsPage.Sections, section =>
    {
        Assert.True(section.Paragraphs[1].Length > 40, $"{section.Id} has no cause.");
        Assert.Contains(section.Paragraphs, p => p.StartsWith("**What to do:** ", StringComparison.Ordinal));
    });

    [Fact]
    public void EveryRuleIsShownByAnExampleOrByATest() => Assert.All(DiagnosticsPage.Sections, section =>
    {
        var ways = new[] { section is { Bad.Count: > 0, Good.Count: > 0 }, ShownByTests.ContainsKey(section.Id), ShownByTool.Contains(section.Id) };
        Assert.True(ways.Count(w => w) == 1, $"{section.Id} is shown in {ways.Count(w => w)} ways: give it a bad and a good example, or a test.");
    });

    [Fact]
    public void TheHelpOfARuleLeadsToItsSection() => Assert.All(DiagnosticRules.All, rule =>
    {
        var parts = rule.HelpPath.Split('#');
        Assert.True(File.Exists(Repository.PathOf(parts[0])));
        Assert.Contains(parts[1], DiagnosticsPage.Sections.Select(s => s.Id.ToLowerInvariant()));
    });

    [Theory]
    [InlineData("https://code.example/team/codegen", "https://code.example/team/codegen/blob/HEAD/docs/diagnostics.md#msv007")]
    [InlineData("https://code.example/team/codegen.git", "https://code.example/team/codegen/blob/HEAD/docs/diagnostics.md#msv007")]
    [InlineData("https://code.example/team/codegen/", "https://code.example/team/codegen/blob/HEAD/docs/diagnostics.md#msv007")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void TheHelpLinkIsWholeOrNone(string? repository, string? link) => Assert.Equal(link, DiagnosticRules.UnknownKey.HelpLink(repository));

    [Fact]
    public void TheFirstLineOfAnExampleNamesItsFile() => Assert.All(DiagnosticsPage.Sections.SelectMany(s => s.Bad.Concat(s.Good)), file =>
        Assert.StartsWith($"# {file.Path}\n", file.Text, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(RulesWithExamples))]
    public void ABadExampleRaisesItsRuleAtTheMarkedPlaceAndNothingElse(string id)
    {
        var files = DiagnosticsPage.Sections.Single(s => s.Id == id).Bad;

        var diagnostics = With(files).Check().Diagnostics;

        var expected = files.SelectMany(file => file.LinesMarked(id), (file, line) => $"{id} {file.Path}:{line}");
        Assert.True(expected.SequenceEqual(diagnostics.Select(Describe.Place)), string.Join("\n", diagnostics.Select(Describe.Full)));
    }

    [Theory]
    [MemberData(nameof(RulesWithExamples))]
    public void AGoodExampleRaisesNothing(string id)
    {
        var diagnostics = With(DiagnosticsPage.Sections.Single(s => s.Id == id).Good).Check().Diagnostics;

        Assert.True(diagnostics.Count == 0, string.Join("\n", diagnostics.Select(Describe.Full)));
    }

    [Fact]
    public void TheManifestBehindTheExamplesIsSound() => Assert.Empty(ManifestFolder.Base.Check().Diagnostics);

    private static ManifestFolder With(IEnumerable<ExampleFile> files) =>
        files.Aggregate(ManifestFolder.Base, (folder, file) => folder.With(file.Path, file.Text));
}
