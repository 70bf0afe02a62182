using Missive.Codegen.Diagnostics;
using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

/// <summary>Messages say what happened, what was expected and what to do next.</summary>
public sealed class MessageTests
{
    private const string Root = "demo.yaml";
    private const string Guide = "guide.yaml";
    private const string Projects = "functions/projects.yaml";
    private const string Tasks = "functions/tasks.yaml";
    private const string Types = "types/projects.yaml";

    [Theory]
    [InlineData(Tasks, "examples:", "exmaples:", "'exmaples' is not a key of a function. Did you mean 'examples'?")]
    [InlineData(Tasks, "source: documented", "source: documentd", "'documentd' is not allowed here. Did you mean 'documented'?")]
    [InlineData(Tasks, "GET /tasks", "GTE /tasks", "A request is a method and a path such as 'GET /tasks/{task_id}'; 'GTE' is no method. Did you mean 'GET'?")]
    [InlineData(Tasks, "GET /tasks", "/tasks", "A request is a method and a path such as 'GET /tasks/{task_id}'; '/tasks/{task_id}' is no method. Expected one of: GET, POST, PUT, PATCH, DELETE.")]
    [InlineData(Tasks, "/{task_id}", "/{task_id", "The braces of '/tasks/{task_id' do not hold names of parameters, as in '/tasks/{task_id}'.")]
    [InlineData(Tasks, "/{task_id}", "/{}", "The braces of '/tasks/{}' do not hold names of parameters, as in '/tasks/{task_id}'.")]
    [InlineData(Tasks, "/{task_id}", "/{task id}", "'/tasks/{task id}' is no request path; it starts with '/' and has no blanks, '#', backslashes or characters beyond ASCII.")]
    [InlineData(Tasks, "name: get_task", "name: GetTask", "'GetTask' is not a name in snake_case: lower-case letters, digits and single underscores, starting with a letter.")]
    [InlineData(Tasks, "type: string, required", "type: strnig, required", "There is no type 'strnig'. Did you mean 'string'? Types are declared in types/<topic>.yaml.")]
    [InlineData(Tasks, "type: string, required", "type: array, required", "The type array says what it holds: add 'items'.")]
    [InlineData(Tasks, ", in: path}", "}", "The path has {task_id}, so the parameter 'task_id' needs 'in: path'.")]
    [InlineData(Tasks, "/{task_id}", "/{id_of_it}", "The path has {id_of_it}, but there is no parameter of that name. Expected one of: task_id.")]
    [InlineData(Tasks, "/{task_id}", "/{taks_id}", "The path has {taks_id}, but there is no parameter of that name. Did you mean 'task_id'?")]
    [InlineData(Tasks, "task_id: task_1", "task: task_1", "The example 'Read a task' of 'get_task' would be refused: 'task' is not known here. Did you mean 'task_id'?")]
    [InlineData(Tasks, "task_id: task_1", "task_id: 1", "The example 'Read a task' of 'get_task' would be refused: 'task_id' has to be a text; found integer 1.")]
    [InlineData(Projects, "envelope: projects, type: Project}", "envelope: projects, type: array}", "The type of a response is that of one item; for a list write 'shape: array', and for what has no fixed keys 'type: object'.")]
    [InlineData(Tasks, "description: Get a task.", "description: Get: a task.", "The YAML cannot be read: While scanning a plain scalar value, found invalid mapping. A text with ': ' in it needs quotes around it; otherwise check the indentation here and in the line above.")]
    [InlineData(Tasks, "    source:", "\tsource:", "YAML does not allow tabs for indentation; use blanks.")]
    [InlineData(Tasks, "    source:", "  \tsource:", "YAML does not allow tabs for indentation; use blanks.")]
    [InlineData(Tasks, "examples:", "examples: &all", "Anchors (&name) are not supported; write the value out where it is used.")]
    [InlineData(Types, "type: ProjectState", "type: Project_State", "There is no type 'Project_State'. Did you mean 'ProjectState'? Types are declared in types/<topic>.yaml.")]
    [InlineData(Types, "title, type: string", "title, type: str", "There is no type 'str'. Did you mean 'string'? Types are declared in types/<topic>.yaml.")]
    [InlineData(Types, "max_length: 100", "min: 1", "min and max belong to numbers; the type of 'title' is string.")]
    [InlineData(Root, "schema_version: 1", "schema_version: '1'", "Expected a whole number of at most 18 digits, found the text '1'.")]
    [InlineData(Projects, "response: {envelope: projects, type: Project}", "response: Project", "Expected a mapping with the keys of a response (envelope, shape, type, adds), found 'Project'.")]
    [InlineData(Tasks, ", in: path}", ", in: path", "The YAML cannot be read behind this place. Most often a bracket that opens here is not closed, or a ' #' begins a comment in the middle of a text.")]
    [InlineData(Tasks, "description: Get a task.", "description: Get task #1 and its parts.", "The text ends before '#1 and its parts.', where YAML begins a comment. Put the text in quotes, or a blank behind the '#' of a comment.")]
    [InlineData(Types, "[open, closed]", "[open, Open]", "The values 'Open' and 'open' of 'ProjectState' both become Open in C#; remove one of them.")]
    [InlineData(Types, "[open, closed]", "[open, open]", "'ProjectState' has the value 'open' twice; remove one of them.")]
    [InlineData(Types, "[open, closed]", "[1, closed]", "Expected a text, in quotes, found '1'.")]
    [InlineData(Types, "name: title", "name: id", "'Project' has 'id' twice; remove one of them.")]
    [InlineData(Types, "name: title", "name: i_d", "'i_d' and 'id' of 'Project' both become ID in C#; rename one of them.")]
    [InlineData(Types, "max_length: 100", "max_length: -1", "-1 is not allowed here; the least is 0.")]
    [InlineData(Types, "max_length: 100", "max_length: 99999999999999999999", "Expected a whole number of at most 18 digits, found '99999999999999999999'.")]
    [InlineData(Root, "type: string, default: UTC", "type: text, default: UTC", "There is no type 'text'. Expected one of: string, integer, number, boolean, timestamp, object, any, array, map, Project, ProjectState. Types are declared in types/<topic>.yaml.")]
    [InlineData(Root, "type: string, default: UTC", "type: integer, default: UTC", "The default does not fit: 'time_zone' has to be a whole number; found string UTC.")]
    [InlineData(Root, "client: DemoClient", "client: TasksClient", "The client 'TasksClient' has the C# name of the facade of the group 'tasks'; rename it.")]
    [InlineData(Root, "schema_version: 1", "schema_version: 2", "schema_version 2 is not supported by this version of the generator, which reads 1. Update the generator; docs/manifest.md describes the format.")]
    [InlineData(Root, "schema_version: 1", "schema_version: 0", "schema_version 0 is not supported by this version of the generator, which reads 1. Bring the manifest up to date; docs/manifest.md describes the format.")]
    [InlineData(Root, "name: tasks,", "name: task,", "The group 'task' has no file functions/task.yaml; add it, or remove the group.")]
    [InlineData(Guide, "example: Read a project", "example: Reads a project", "'get_project' has no example 'Reads a project'. Did you mean 'Read a project'?")]
    [InlineData(Guide, "as: project", "as: end", "'end' is not a variable name in snake_case that is no Lua keyword.")]
    [InlineData(Guide, "introduction: Projects", "introduction: See `get_projects`. Projects", "There is no function 'get_projects'. Did you mean 'get_project'? Functions are declared in functions/<group>.yaml.")]
    [InlineData(Guide, "introduction: Projects", "introduction: See `get_project({ id })`. Projects", "`get_project({ id })` is not how 'get_project' is called: `get_project({ project_id })`.")]
    public void AMessageHelps(string path, string oldText, string newText, string message)
    {
        var diagnostics = ManifestFolder.Base.Replace(path, oldText, newText).Check().Diagnostics;

        Assert.Contains(message, diagnostics.Select(d => d.Message));
    }

    [Theory]
    [InlineData(Types, "max_length: 100", "min: 1, date_only: end_of_day", "title, type: string", "title, type: integr", "MSV101")]
    [InlineData(Tasks, "group: tasks\n", "group: tasks\n<<<<<<< ours\n", "    source: documented\n", "=======\n    source: documented\n>>>>>>> theirs\n", "MSV001")]
    public void OneSlipIsOneMessage(string path, string oldText, string newText, string secondOld, string secondNew, string id)
    {
        var diagnostics = ManifestFolder.Base.Replace(path, secondOld, secondNew).Replace(path, oldText, newText).Check().Diagnostics;

        Assert.True(diagnostics.Count(d => d.Rule.Id == id) == 1 && diagnostics.Count == 1, string.Join('\n', diagnostics.Select(Describe.Full)));
    }

    [Fact]
    public void NothingIsMissedWhereAListCouldNotBeRead() =>
        Assert.Equal(["MSV009 functions/projects.yaml:2"], ManifestFolder.Base.With(Projects, "group: projects\nfunctions:\n").Check().Diagnostics.Select(Describe.Place));

    [Fact]
    public void NothingIsMissedInATypeThatIsCutOffByTheEndOfWhatCanBeRead()
    {
        var diagnostics = ManifestFolder.Missive.Replace("types/tasks.yaml", "type: array, items: string, description: IDs of the users it is", "type: string[], description: IDs of the users it is").Check().Diagnostics;

        Assert.Equal(["MSV001 types/tasks.yaml:53"], diagnostics.Select(Describe.Place));
    }

    [Theory]
    [InlineData("description: Get a task.  # A comment.")]
    [InlineData("description: Get a task. ## More.")]
    [InlineData("description: 'Get a task.' #1")]
    [InlineData("description: Get a task.#1")]
    [InlineData("description: Get a task. #")]
    public void ACommentIsNoLostText(string line) =>
        Assert.Empty(ManifestFolder.Base.Replace(Tasks, "description: Get a task.", line).Check().Diagnostics);

    [Theory]
    [InlineData("out_off_range", "{task_id: 1}", "The example 'Read a task' of 'get_task' should be refused with out_off_range at task_id, but wrong_type at task_id. Did you mean 'out_of_range'?")]
    [InlineData("not_there", "{task_id: task_1}", "The example 'Read a task' of 'get_task' should be refused with not_there at task_id, but the arguments are fine. Expected one of: ")]
    public void ARefusalThatNobodyMakesIsNoExample(string code, string arguments, string message)
    {
        var folder = ManifestFolder.Base.Replace(Tasks, "args: {task_id: task_1}", $"args: {arguments}\n        error: {{code: {code}, path: task_id}}");

        Assert.StartsWith(message, Assert.Single(folder.Check().Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AdviceEndsBeforeTheProblemsDo()
    {
        // Looking for what was meant takes the product of problems and candidates; a legal file may have thousands of both.
        var fields = string.Concat(Enumerable.Range(0, 100).Select(i => $"      - {{name: f{i}, type: strnig, description: Text.}}\n"));
        var diagnostics = ManifestFolder.Base.Replace(Types, "    fields:\n      - {name: id", $"    fields:\n{fields}      - {{name: id").Check().Diagnostics;

        Assert.Equal(100, diagnostics.Count(d => d.Rule.Id == "MSV101"));
        Assert.Equal(50, diagnostics.Count(d => d.Message.Contains("Did you mean 'string'?", StringComparison.Ordinal)));
    }

    [Fact]
    public void AKeyThatIsNearToNoneIsAnsweredWithAllOfThem()
    {
        var diagnostic = Assert.Single(ManifestFolder.Base.Replace(Tasks, "    source:", "    summary: Get it.\n    source:").Check().Diagnostics);

        Assert.StartsWith("'summary' is not a key of a function. Expected one of: name, operation, description, notes, request, ", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADuplicateKeyNamesTheLineOfTheFirst()
    {
        var diagnostic = Assert.Single(ManifestFolder.Base.Replace(Tasks, "    source:", "    name: get_it\n    source:").Check().Diagnostics);

        Assert.Equal("The key 'name' stands here a second time, after line 3; remove one of the two.", diagnostic.Message);
        Assert.Equal(9, diagnostic.Line);
    }

    [Fact]
    public void TheTypeOfItemsIsReportedAtItsOwnPlaceWhereverItStands()
    {
        foreach (var member in new[] { "type: array, items: Strang", "items: Strang, type: array" })
        {
            var folder = ManifestFolder.Base.Replace(Types, "type: string, max_length: 100", member);

            var diagnostic = Assert.Single(folder.Check().Diagnostics);

            Assert.Equal("MSV101 types/projects.yaml:7", Describe.Place(diagnostic));
            Assert.Equal(folder.Text(Types).Split('\n')[6].IndexOf("Strang", StringComparison.Ordinal) + 1, diagnostic.Column);
            Assert.Equal("Strang".Length, diagnostic.EndColumn - diagnostic.Column);
        }
    }

    [Fact]
    public void WhatAFileSaysCannotMoveTheCursorOrBreakTheLine()
    {
        var name = "x\\e[2J\\u0085\\u2028\\u202E\\n" + new string('y', 5_000);

        var diagnostics = ManifestFolder.Base.Replace(Tasks, "name: get_task", $"name: \"{name}\"").Replace(Types, "type: ProjectState", $"type: \"{name}\"").Check().Diagnostics;

        Assert.Contains("'x\\u001B[2J\\u0085\\u2028\\u202E\\nyyy", diagnostics[^1].Message, StringComparison.Ordinal);
        Assert.All(diagnostics, d => Assert.True(d.Message.Length < 300 && !d.Message.Any(c => char.IsControl(c) || c is '\u2028' or '\u202E'), d.Message));
    }

    [Fact]
    public void LongWordsGetNoSuggestionAndCostNoTime() =>
        Assert.Null(NearMiss.Find(new string('a', 400_000), [new string('a', 399_999)]));

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("Title", "title")]
    [InlineData("tite", "title")]
    [InlineData("statte", "state")]
    [InlineData("description", null)]
    [InlineData("", null)]
    [InlineData("xy", null)]
    public void AMisspeltNameFindsWhatWasMeant(string word, string? expected) =>
        Assert.Equal(expected, NearMiss.Find(word, ["id", "title", "state"]));
}
