using Missive.Codegen.Tests.Fixtures;
using Missive.Codegen.Validation;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

/// <summary>Names that texts mention have to exist.</summary>
public sealed class TextNameTests
{
    [Theory]
    [InlineData("See list_tasks.", "list_tasks")]
    [InlineData("list_tasks({ params? }) and (get_task), or params.limit: both.", "list_tasks get_task params.limit")]
    [InlineData("Ends with next_until", "next_until")]
    [InlineData("Nothing here. Neither here, e.g. nor 1.5 or due.", "e.g")]
    [InlineData("Quoted \"foo_bar\", 'foo_bar', `foo_bar` and <foo_bar>, api_*, _foo_, foo__bar, FOO_BAR, Foo_Bar.", "")]
    [InlineData("https://x.example/foo_bar?a_b=c_d, foo_bar/x_y, x-foo_bar, foo_bar@x_y.example, [text](foo_bar)", "")]
    public void OnlyWhatStandsAloneIsAName(string text, string names) => Assert.Equal(names, string.Join(' ', TextNames.In(text)));

    [Theory]
    [InlineData("functions/projects.yaml", "get_project", "fetch_project")]
    [InlineData("functions/projects.yaml", "project_id", "project_key")]
    public void ARenamedNameIsFoundInOtherTexts(string file, string old, string @new)
    {
        var folder = ManifestFolder.Base.With("functions/tasks.yaml", $"""
            group: tasks
            functions:
              - name: list_tasks
                operation: read
                description: List tasks, as {old} does.
                request: GET /tasks
                source: documented
                examples: [title: List tasks]
            """);
        Assert.Empty(folder.Check().Diagnostics);

        var renamed = folder.With(file, folder.Text(file).Replace(old, @new, StringComparison.Ordinal))
            .With("guide.yaml", folder.Text("guide.yaml").Replace(old, @new, StringComparison.Ordinal));
        var diagnostic = Assert.Single(renamed.Check().Diagnostics);
        Assert.Equal("MSV115 functions/tasks.yaml:3", Describe.Place(diagnostic));
        Assert.StartsWith($"'{old}' in the description of 'list_tasks' is no name of this manifest.", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It has params.limitt.", "'params.limitt' in the notes of 'list_tasks' is no argument of 'list_tasks'. Did you mean 'limit'?")]
    [InlineData("It has params.limit.", null)]
    [InlineData("Its answer has pagination.has_more.", null)]
    [InlineData("As demo.get_projekt says.", "'demo.get_projekt' in the notes of 'list_tasks' leads to no function. Did you mean 'get_project'?")]
    [InlineData("As app.integrations.demo.get_project says.", null)]
    [InlineData("As demo_get_project says.", null)]
    [InlineData("As get_projct says.", "'get_projct' in the notes of 'list_tasks' is no name of this manifest. Did you mean 'get_project'?")]
    [InlineData("As get_projects says.", "'get_projects' in the notes of 'list_tasks' is no name of this manifest. Did you mean 'get_project'?")]
    [InlineData("As let_project says.", "'let_project' in the notes of 'list_tasks' is no name of this manifest. Did you mean 'get_project'?")]
    [InlineData("As put_project says.", "'put_project' in the notes of 'list_tasks' is no name of this manifest.")]
    [InlineData("As list_teams says.", "'list_teams' in the notes of 'list_tasks' is no name of this manifest.")]
    [InlineData("It has params.last.", "'params.last' in the notes of 'list_tasks' is no argument of 'list_tasks'.")]
    [InlineData("Refused as out_of_range.", null)]
    public void APathIsFollowedAndTheNearestNameSuggested(string notes, string? message)
    {
        var folder = ManifestFolder.Base
            .With("types/tasks.yaml", """
                types:
                  - name: TaskListParams
                    description: Which tasks.
                    source: documented
                    fields: [{name: limit, type: integer, description: Limit.}]
                """)
            .With("functions/tasks.yaml", $$"""
                group: tasks
                functions:
                  - name: list_tasks
                    operation: read
                    description: List tasks.
                    notes: {{notes}}
                    request: GET /tasks
                    parameters:
                      - {name: params, type: TaskListParams, description: Query., in: query}
                    source: documented
                    examples: [title: List tasks]
                """);

        var diagnostics = folder.Check().Diagnostics;
        Assert.Equal(message is null ? [] : [$"{message} If it is meant literally, put it in quotes."], diagnostics.Select(d => d.Message));
    }

    [Fact]
    public void OfTwoNamesThatAreAsNearNoneIsSuggested()
    {
        var folder = ManifestFolder.Base
            .Replace("types/projects.yaml", "description: A project", "description: A unit_c")
            .Replace("types/projects.yaml", "    fields:\n", "    fields:\n      - {name: unit_a, type: string, description: A.}\n      - {name: unit_b, type: string, description: B.}\n");

        Assert.Equal("'unit_c' in the description of 'Project' is no name of this manifest. If it is meant literally, put it in quotes.", Assert.Single(folder.Check().Diagnostics).Message);
    }

    [Theory]
    [InlineData("types/projects.yaml", "description: A project", "description: A foo_bar")]
    [InlineData("guide.yaml", "introduction: ", "introduction: The foo_bar. ")]
    public void TypesAndTheGuideAreReadToo(string file, string old, string @new)
    {
        var diagnostic = Assert.Single(ManifestFolder.Base.Replace(file, old, @new).Check().Diagnostics);
        Assert.Equal(("MSV115", file), (diagnostic.Rule.Id, diagnostic.Path));
    }

    [Fact]
    public void NothingIsSaidWhileAFileCannotBeRead()
    {
        var folder = ManifestFolder.Base.Replace("types/projects.yaml", "description: A project", "description: A foo_bar")
            .Replace("functions/projects.yaml", "operation: read", "operatoin: read");
        Assert.DoesNotContain(folder.Check().Diagnostics, d => d.Rule.Id == "MSV115");
    }
}
