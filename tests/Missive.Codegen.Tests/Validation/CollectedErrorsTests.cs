using System.Text;
using Missive.Codegen.Model;
using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

/// <summary>One run reports every problem of every file, and only problems that are there.</summary>
public sealed class CollectedErrorsTests
{
    private const string Root = "demo.yaml";
    private const string Guide = "guide.yaml";
    private const string Projects = "functions/projects.yaml";
    private const string Tasks = "functions/tasks.yaml";
    private const string Types = "types/projects.yaml";

    [Fact]
    public void ManyProblemsInManyFilesAreReportedInOneRunByFileAndPlace()
    {
        var folder = ManifestFolder.Base
            .Replace(Root, "scheme: bearer", "scheme: baerer")
            .Replace(Tasks, "operation: read", "operation: reed")
            .Replace(Tasks, "in: path}", "in: path, max_lenght: 9}")
            .Replace(Tasks, "source: documented", "source: rumoured")
            .Replace(Projects, "type: Project}", "type: Projekt}")
            .Replace(Projects, "args: {project_id: project_1}", "args: {project: project_1}")
            .Replace(Types, "max_length: 100", "max_length: long")
            .Replace(Guide, "title: Projects", "titel: Projects")
            .With("notes.yaml.yml", "")
            .With("functions/broken.yaml", "group: broken: yes\n");

        Assert.Equal(
            [
                "MSV010 demo.yaml:9",
                "MSV204 functions/broken.yaml:1",
                "MSV001 functions/broken.yaml:1",
                "MSV101 functions/projects.yaml:9",
                "MSV105 functions/projects.yaml:12",
                "MSV105 functions/projects.yaml:13",
                "MSV010 functions/tasks.yaml:4",
                "MSV007 functions/tasks.yaml:8",
                "MSV010 functions/tasks.yaml:9",
                "MSV007 guide.yaml:4",
                "MSV206 notes.yaml.yml:1",
                "MSV009 types/projects.yaml:7",
            ],
            PlacesOf(folder));
    }

    [Fact]
    public void TheOrderInWhichFilesAreFoundDoesNotMatter()
    {
        var folder = ManifestFolder.Base.Replace(Tasks, "operation: read", "operation: reed").Replace(Root, "name: demo", "name: Demo").Replace(Types, "type: ProjectState", "type: State");
        var files = folder.Files.Select(f => Codegen.Reading.ManifestReader.Read(f.Key, f.Value)).ToList();

        var forwards = Codegen.Validation.ManifestChecker.Check(files);
        var backwards = Codegen.Validation.ManifestChecker.Check(files.AsEnumerable().Reverse());

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void ABrokenFunctionDoesNotHideTheSoundOnes()
    {
        var folder = ManifestFolder.Missive.Replace(Tasks, "name: get_task\n    operation: read", "name: get_task\n    operation: reed");

        var result = folder.Check();

        Assert.True(result.HasErrors);
        var line = Array.FindIndex(Encoding.UTF8.GetString(folder.Files[Tasks]).ReplaceLineEndings("\n").Split('\n'), text => text == "    operation: reed") + 1;
        Assert.Equal([$"MSV010 functions/tasks.yaml:{line}"], result.Diagnostics.Select(Describe.Place));
        Assert.Equal(FunctionsOf(ManifestFolder.Missive.Check()).Where(n => n != "get_task"), FunctionsOf(result));
    }

    [Fact]
    public void WhatStandsBeforeUnreadableYamlIsKept()
    {
        var folder = ManifestFolder.Missive.Replace(Tasks, "  - name: create_task\n", "  - name: create_task\n    notes: a: b\n");

        var result = folder.Check();

        Assert.Equal(["MSV001"], result.Diagnostics.Select(d => d.Rule.Id));
        Assert.Equal(FunctionsOf(ManifestFolder.Missive.Check()).Where(n => n is not ("create_task" or "update_task")), FunctionsOf(result));
    }

    [Fact]
    public void ABrokenTypeMakesNoProblemOfItsUsers()
    {
        var folder = ManifestFolder.Base.Replace(Types, "source: documented\n    fields", "source: rumoured\n    fields");

        var result = folder.Check();

        Assert.Equal(["MSV010 types/projects.yaml:4"], result.Diagnostics.Select(Describe.Place));
        Assert.Equal(["get_task"], FunctionsOf(result));
        Assert.Equal(["ProjectState"], result.Manifest!.Types.SelectMany(f => f.Types).Select(t => t.Name));
    }

    [Theory]
    [InlineData("name: Project\n", "name: project\n", "MSV010")]
    [InlineData("name: Project\n", "nam: Project\n", "MSV007")]
    [InlineData("types:\n", "types:\n  - &anchor\n", "MSV005")]
    [InlineData("description: A project.", "description: A: project.", "MSV001")]
    public void ATypeWhoseNameIsUnknownDoesNotMakeItsUsersFail(string oldText, string newText, string rules)
    {
        var result = ManifestFolder.Base.Replace(Types, oldText, newText).Check();

        Assert.Equal(rules.Split(' '), result.Diagnostics.Select(d => d.Rule.Id).Order());
        Assert.All(result.Diagnostics, d => Assert.Equal(Types, d.Path));
        Assert.Equal(["get_task"], FunctionsOf(result));
    }

    [Theory]
    [InlineData(Types)]
    [InlineData(Projects)]
    [InlineData(Guide)]
    [InlineData(Root)]
    public void AFileThatCannotBeReadAtAllMakesNoProblemOfTheOthers(string path)
    {
        foreach (var bytes in new byte[][] { [0xFF, 0xFE], [], new byte[Codegen.Reading.ManifestReader.MaxFileSize + 1] })
        {
            var diagnostic = Assert.Single(ManifestFolder.Base.With(path, bytes).Check().Diagnostics);

            Assert.Equal(path, diagnostic.Path);
        }
    }

    [Fact]
    public void AFunctionWhoseNameIsRefusedIsNotMissedByTheGuide()
    {
        var folder = ManifestFolder.Base.Replace(Projects, "name: get_project", "name: getProject");

        Assert.Equal(["MSV010 functions/projects.yaml:3"], PlacesOf(folder));
    }

    [Fact]
    public void TwoFunctionsWithRefusedNamesDoNotCollide()
    {
        var folder = ManifestFolder.Base.Replace(Projects, "name: get_project", "name: getProject").Replace(Tasks, "name: get_task", "name: getTask");

        Assert.Equal(["MSV010 functions/projects.yaml:3", "MSV010 functions/tasks.yaml:3"], PlacesOf(folder));
    }

    [Fact]
    public void AMissingGroupKeyIsTheOnlyProblem() =>
        Assert.Equal(["MSV008 functions/tasks.yaml:1"], PlacesOf(ManifestFolder.Base.Replace(Tasks, "group: tasks\n", "")));

    [Fact]
    public void ARefusedGroupNameIsTheOnlyProblem() =>
        Assert.Equal(["MSV010 demo.yaml:16"], PlacesOf(ManifestFolder.Base.Replace(Root, "name: tasks,", "name: Tasks,")));

    [Fact]
    public void AManifestOfAnotherVersionIsRefusedForThatAlone() =>
        Assert.Equal(["MSV012 demo.yaml:1"], PlacesOf(ManifestFolder.Base.Replace(Root, "schema_version: 1", "schema_version: 2").Replace(Root, "command: demo", "commands: [demo]")));

    [Fact]
    public void AMisspeltTypeIsNotCalledUnusedAsWell()
    {
        var folder = ManifestFolder.Base.Replace(Projects, "type: Project}", "type: Projekt}");

        Assert.Equal(["MSV101 functions/projects.yaml:9"], PlacesOf(folder));
    }

    [Fact]
    public void AFileWithThousandsOfProblemsShowsTheFirstOfThem()
    {
        var result = ManifestFolder.Base.With(Types, "types:\n" + string.Concat(Enumerable.Repeat("  - {}\n", 2_000))).Check();

        Assert.Equal(500, result.Diagnostics.Count);
        Assert.Contains("the others show when some of them are mended", result.Diagnostics[^1].Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> PlacesOf(ManifestFolder folder) => folder.Check().Diagnostics.Select(Describe.Place);

    private static IEnumerable<string> FunctionsOf(Codegen.Validation.CheckedManifest result) =>
        result.Manifest!.Groups.SelectMany(g => g.Functions).Select((FunctionDefinition f) => f.Name);
}
