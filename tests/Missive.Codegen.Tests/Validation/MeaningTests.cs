using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

/// <summary>Entries that are sound although they look unusual, and the other way round.</summary>
public sealed class MeaningTests
{
    private const string Root = "demo.yaml";
    private const string Projects = "functions/projects.yaml";
    private const string Tasks = "functions/tasks.yaml";
    private const string Types = "types/projects.yaml";

    [Fact]
    public void AnInheritedFieldIsASiblingLikeAnyOther()
    {
        var folder = WithTypes("""
            types:
              - name: Base
                description: Base.
                source: documented
                fields:
                  - {name: time_zone, type: string, description: Zone.}
              - name: Project
                description: Project.
                source: documented
                extends: Base
                fields:
                  - {name: due_at, type: timestamp, date_only: end_of_day, time_zone_from: time_zone, description: Due.}
            """);

        Assert.Empty(PlacesOf(folder));
    }

    [Fact]
    public void AFieldCollidesWithAnInheritedOneUnlessItReplacesIt()
    {
        const string Inheritance = """
            types:
              - name: Base
                description: Base.
                source: documented
                fields:
                  - {name: page_1, type: string, description: Page.}
              - name: Project
                description: Project.
                source: documented
                extends: Base
                fields:
                  - {name: page_1, type: string, description: Page.}
            """;

        Assert.Empty(PlacesOf(WithTypes(Inheritance)));
        Assert.Equal(["MSV203 types/projects.yaml:12"], PlacesOf(WithTypes(Inheritance.Replace("- {name: page_1, type: string, description: Page.}\n  - name: Project", "- {name: page1, type: string, description: Page.}\n  - name: Project", StringComparison.Ordinal))));
    }

    [Fact]
    public void NamesThatOnlyMeetInTheGeneratedClassCollide()
    {
        var folder = WithFields("{name: json, type: string, description: Text.}", "{name: json_value, type: string, description: Text.}");

        Assert.Equal(["MSV203 types/projects.yaml:7"], PlacesOf(folder));
    }

    [Fact]
    public void ValuesThatOnlyMeetInTheGeneratedEnumCollide()
    {
        var folder = ManifestFolder.Base.With("types/senders.yaml", "types:\n  - {name: Sender, description: Sender., source: documented, values: [value, value value, sender, sender value]}\n")
            .Replace(Root, "settings:", "settings:\n  - {name: sender, type: Sender, description: Sender.}");

        Assert.Equal(["MSV203 types/senders.yaml:2", "MSV203 types/senders.yaml:2"], PlacesOf(folder));
        Assert.Contains("both become ValueValue in C#", folder.Check().Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoOutputsWithOneFileAreReportedAtTheName()
    {
        var folder = ManifestFolder.Base.Replace(Root, "name: demo", "name: functions");

        Assert.Equal(["MSV203 demo.yaml:2"], PlacesOf(folder));
        Assert.Equal(
            "With the name 'functions' the outputs function-index and guide both become the file docs/functions.md; choose another name.",
            folder.Check().Diagnostics[0].Message);
        Assert.Empty(PlacesOf(folder.Without("guide.yaml")));
    }

    [Fact]
    public void TwoManifestsOfEqualFilesAreEqualWhicheverWasUsed()
    {
        var (used, unused) = (ManifestFolder.Base.Check().Manifest!, ManifestFolder.Base.Check().Manifest!);
        Assert.NotNull(used.Catalog);

        Assert.Equal(unused, used);
        Assert.Equal(unused.GetHashCode(), used.GetHashCode());
        Assert.NotEqual(unused, ManifestFolder.Base.Replace(Root, "title: Demo", "title: Other").Check().Manifest);
    }

    [Theory]
    [InlineData("array")]
    [InlineData("map")]
    public void AnArrayWithoutItemsIsReportedAndAnExampleOfItDoesNotStopTheCheck(string type)
    {
        var folder = ManifestFolder.Base
            .Replace(Tasks, "    source:", $"      - {{name: tags, type: {type}, description: Tags., in: query, default: [a]}}\n    source:")
            .Replace(Tasks, "task_id: task_1", "task_id: task_1, tags: [a, {b: c}]");

        Assert.Equal(["MSV109 functions/tasks.yaml:9"], PlacesOf(folder));
    }

    [Fact]
    public void NullIsAValueOfARequiredFieldThatIsNullable()
    {
        var folder = ManifestFolder.Base.Replace(Tasks, "    source:", "      - {name: team, type: string, required: true, nullable: true, description: Team., in: query}\n    source:");

        Assert.Equal(["MSV105 functions/tasks.yaml:12"], PlacesOf(folder));
        Assert.Empty(PlacesOf(folder.Replace(Tasks, "task_id: task_1", "task_id: task_1, team: null")));
    }

    [Fact]
    public void AFieldThatMayBeNullEndsACircle()
    {
        Assert.Equal(["MSV111 types/projects.yaml:2"], PlacesOf(WithFields("{name: parent, type: Project, required: true, description: Parent.}")));
        Assert.Empty(PlacesOf(WithFields("{name: parent, type: Project, required: true, nullable: true, description: Parent.}")));
        Assert.Empty(PlacesOf(WithFields("{name: parents, type: array, items: Project, required: true, description: Parents.}")));
    }

    [Fact]
    public void LengthsCountCharactersAndNotHalvesOfThem()
    {
        var folder = ManifestFolder.Base.Replace(Tasks, "required: true, description: Task ID.", "required: true, max_length: 3, description: Task ID.");

        Assert.Empty(PlacesOf(folder.Replace(Tasks, "task_id: task_1", "task_id: 😀😀😀")));
        Assert.Equal(["MSV105 functions/tasks.yaml:12"], PlacesOf(folder.Replace(Tasks, "task_id: task_1", "task_id: 😀😀😀😀")));
    }

    [Theory]
    [InlineData("1778111999", true)]
    [InlineData("-1", true)]
    [InlineData("1778111999000", false)]
    [InlineData("1.5", false)]
    [InlineData("true", false)]
    [InlineData("\"2026-05-06\\n\"", false)]
    public void ATimestampIsUnixSecondsOrAText(string value, bool isSound)
    {
        Assert.Equal(isSound ? [] : ["MSV105 functions/tasks.yaml:13"], PlacesOf(WithTimestamp(value, null)));
        Assert.Equal(isSound ? [] : ["MSV108 functions/tasks.yaml:9"], PlacesOf(WithTimestamp("1", value)));
    }

    [Theory]
    [MemberData(nameof(TimestampTexts.Sound), MemberType = typeof(TimestampTexts))]
    public void ATimestampThatTheRuntimeReadsIsSound(string text) => Assert.Empty(PlacesOf(WithTimestamp($"\"{text}\"", $"\"{text}\"")));

    [Theory]
    [MemberData(nameof(TimestampTexts.Unsound), MemberType = typeof(TimestampTexts))]
    public void ATimestampThatTheRuntimeRefusesIsReported(string text) =>
        Assert.Equal(["MSV108 functions/tasks.yaml:9", "MSV105 functions/tasks.yaml:13"], PlacesOf(WithTimestamp($"\"{text}\"", $"\"{text}\"")));

    [Fact]
    public void ATypeThatOnlyASettingUsesIsUsed()
    {
        var folder = ManifestFolder.Base
            .With("types/senders.yaml", "types:\n  - {name: Sender, description: Sender., source: documented, values: [me, team]}\n")
            .Replace(Root, "settings:", "settings:\n  - {name: sender, type: Sender, default: me, description: Sender.}");

        Assert.Empty(PlacesOf(folder));
        Assert.Equal(["MSV108 demo.yaml:13"], PlacesOf(folder.Replace(Root, "default: me", "default: you")));
    }

    [Theory]
    [InlineData("  - {name: time_zone, type: string, description: Again.}\ngroups:", "groups:", "MSV203 demo.yaml:14")]
    [InlineData("    - {name: access_token, label: Again, type: text, description: Again.}\nsettings:", "settings:", "MSV203 demo.yaml:12")]
    [InlineData("  - {name: tasks, title: Again, description: Again.}\n  - {name: tasks", "  - {name: tasks", "MSV203 demo.yaml:17")]
    public void NothingOfTheRootFileIsDeclaredTwice(string twice, string once, string place) =>
        Assert.Equal([place], PlacesOf(ManifestFolder.Base.Replace(Root, once, twice)));

    [Fact]
    public void AFileOfAGroupThatHasAnotherFileIsNotRendered()
    {
        var folder = ManifestFolder.Base.With("functions/more_tasks.yaml", ManifestFolder.Base.Text(Tasks).Replace("get_task", "find_task", StringComparison.Ordinal));

        var result = folder.Check();

        Assert.Equal(["MSV204 functions/more_tasks.yaml:1"], result.Diagnostics.Select(Describe.Place));
        Assert.Equal([Projects, Tasks], result.Manifest!.Groups.Select(g => g.Path));
    }

    [Theory]
    [InlineData("types/My Types.yaml")]
    [InlineData("types/Types.yaml")]
    [InlineData("types/projects.yml")]
    [InlineData("types/a/b.yaml")]
    [InlineData("functions/.yaml")]
    [InlineData("Other.yaml")]
    [InlineData(".yaml")]
    public void AFileWhoseNameNoOutputCouldCarryIsMisplaced(string path) =>
        Assert.Equal([$"MSV206 {path}:1"], PlacesOf(ManifestFolder.Base.With(path, "types: []\n")));

    [Theory]
    [InlineData("type: string, required: true", "type: string, required: true, envelope: task")]
    [InlineData("in: path}", "in: body, envelope: task}")]
    public void OnlyABodyThatIsAnObjectHasAnEnvelope(string oldText, string newText) =>
        Assert.Contains("MSV104 functions/tasks.yaml:8", PlacesOf(ManifestFolder.Base.Replace(Tasks, oldText, newText)));

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void NamesOfFunctionsHaveALimit(int length, bool isSound)
    {
        var folder = ManifestFolder.Base.Replace(Tasks, "name: get_task", "name: " + new string('a', length));

        Assert.Equal(isSound ? [] : ["MSV010 functions/tasks.yaml:3"], PlacesOf(folder));
    }

    [Theory]
    [InlineData("{name: next, type: T{0}, description: Next.}")]
    [InlineData("{name: next, type: T{0}, required: true, description: Next.}")]
    public async Task TypesThatLeadToEachOtherByTheThousandAreChecked(string field)
    {
        var types = Enumerable.Range(0, 5_000).Select(i =>
            $"  - {{name: T{i}, description: T., source: documented, fields: [{field.Replace("{0}", $"{i + 1}", StringComparison.Ordinal)}]}}\n");
        var text = $"types:\n{string.Concat(types)}  - {{name: T5000, description: T., source: documented, values: [end]}}\n";
        var folder = ManifestFolder.Base.With("types/chain.yaml", text).Replace(Projects, "type: Project}", "type: T0}").Without(Types);

        var check = Task.Run(() => PlacesOf(folder).ToList(), TestContext.Current.CancellationToken);

        Assert.Empty(await check.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TypesThatExtendEachOtherByTheThousandAreRefused()
    {
        var types = Enumerable.Range(0, 5_000).Select(i =>
            $"  - {{name: T{i}, description: T., source: documented, extends: T{i + 1}, fields: [{{name: f{i}, type: string, description: F.}}]}}\n");
        var text = $"types:\n{string.Concat(types)}  - {{name: T5000, description: T., source: documented, fields: [{{name: f, type: string, description: F.}}]}}\n";
        var folder = ManifestFolder.Base.With("types/chain.yaml", text);

        var check = Task.Run(() => PlacesOf(folder).ToList(), TestContext.Current.CancellationToken);

        Assert.Contains("MSV004 types/chain.yaml:2", await check.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    private static ManifestFolder WithTimestamp(string value, string? defaultValue) => ManifestFolder.Base
        .Replace(Tasks, "    source:", $"      - {{name: since, type: timestamp, description: Since., in: query{(defaultValue is null ? "" : ", default: " + defaultValue)}}}\n    source:")
        .Replace(Tasks, "task_id: task_1", $"task_id: task_1, since: {value}");

    [Fact]
    public void WhereNoValueFitsTheDefaultIsNotReportedToo() =>
        Assert.Equal(["MSV108 demo.yaml:13"], PlacesOf(ManifestFolder.Base.Replace(Root, "type: string, default: UTC", "type: integer, min: 5, max: 1, default: 7")));

    [Theory]
    [InlineData("type: integer, min: 5, max: 1", "7")]
    [InlineData("type: string, min_length: 5, max_length: 1", "abc")]
    [InlineData("type: array, items: string, min_items: 5, max_items: 1", "[a]")]
    public void WhereNoValueFitsNoExampleIsReported(string limits, string value)
    {
        var inParameter = ManifestFolder.Base
            .Replace(Tasks, "    source:", $"      - {{name: size, {limits}, description: Size., in: query}}\n    source:")
            .Replace(Tasks, "task_id: task_1", $"task_id: task_1, size: {value}");
        var inField = ManifestFolder.Base
            .Replace(Types, "type: string, max_length: 100", limits)
            .Replace(Tasks, "    source:", "      - {name: project, type: Project, description: Project., in: query}\n    source:")
            .Replace(Tasks, "task_id: task_1", $"task_id: task_1, project: {{id: a, title: {value}}}");
        const string Refusal = "\n        error: {code: out_of_range, path: size}";

        Assert.Equal(["MSV108 functions/tasks.yaml:9"], PlacesOf(inParameter));
        Assert.Equal(["MSV108 types/projects.yaml:7"], PlacesOf(inField));
        Assert.Equal(["MSV108 functions/tasks.yaml:9"], PlacesOf(inParameter.Replace(Tasks, value + "}", value + "}" + Refusal)));
    }

    [Theory]
    [InlineData("max_length: 100", "max_length: 3000000000", Types, "MSV010 types/projects.yaml:7")]
    [InlineData("type: string, max_length: 100", "type: array, items: string, max_items: 3000000000", Types, "MSV010 types/projects.yaml:7")]
    [InlineData("settings:", "limits: {body_bytes: 3000000000}\nsettings:", Root, "MSV010 demo.yaml:12")]
    [InlineData("settings:", "limits: {windows: [{requests: 3000000000, seconds: 60}]}\nsettings:", Root, "MSV010 demo.yaml:12")]
    public void ACountIsOneThatCodeCanHold(string oldText, string newText, string file, string place) =>
        Assert.Equal([place], PlacesOf(ManifestFolder.Base.Replace(file, oldText, newText)));

    [Theory]
    [InlineData("type: boolean", true)]
    [InlineData("type: integer", true)]
    [InlineData("type: array, items: string", true)]
    [InlineData("type: Project", true)]
    [InlineData("type: string", false)]
    [InlineData("type: ProjectState", false)]
    public void ARuleComparesTexts(string type, bool isRefused)
    {
        var folder = ManifestFolder.Base
            .Replace(Types, "type: string, max_length: 100", type)
            .Replace(Types, "  - name: ProjectState", "    rules:\n      - {when: {title: [open]}, require: [state]}\n  - name: ProjectState");

        Assert.Equal(isRefused ? ["MSV109 types/projects.yaml:10"] : [], PlacesOf(folder));
    }

    [Fact]
    public void ARuleCountsInOneWay()
    {
        var folder = ManifestFolder.Base.Replace(Types, "  - name: ProjectState", "    rules:\n      - {at_most_one: [id, title], at_least_one: [title, state]}\n  - name: ProjectState");

        Assert.Equal(["MSV109 types/projects.yaml:10"], PlacesOf(folder));
    }

    [Theory]
    [InlineData("type: array", "MSV109 demo.yaml:13")]
    [InlineData("type: string, items: string", "MSV109 demo.yaml:13")]
    [InlineData("type: string, max: 5", "MSV109 demo.yaml:13")]
    [InlineData("type: integer, max: 5, default: 6", "MSV108 demo.yaml:13")]
    [InlineData("type: array, items: string, default: [UTC]", null)]
    [InlineData("type: integer, min: 0, max: 24, unit: hours, default: 6", null)]
    public void ASettingIsCheckedAsAFieldIs(string value, string? place) =>
        Assert.Equal(place is null ? [] : [place], PlacesOf(ManifestFolder.Base.Replace(Root, "type: string, default: UTC", value)));

    private static ManifestFolder WithTypes(string text) => ManifestFolder.Base.With(Types, text);

    private static ManifestFolder WithFields(params string[] fields) => WithTypes(
        $"types:\n  - name: Project\n    description: Project.\n    source: documented\n    fields:\n{string.Concat(fields.Select(f => $"      - {f}\n"))}");

    private static IEnumerable<string> PlacesOf(ManifestFolder folder) => folder.Check().Diagnostics.Select(Describe.Place);
}
