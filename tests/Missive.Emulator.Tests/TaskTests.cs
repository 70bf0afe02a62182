using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class TaskTests
{
    [Theory]
    [InlineData("""{"title":"T"}""", 422)]
    [InlineData("""{"title":"","assignees":["user_123"],"organization":"org_123"}""", 422)]
    [InlineData("""{"title":"T","assignees":["user_123"]}""", 422)]
    [InlineData("""{"title":"T","assignees":[],"organization":"org_123"}""", 422)]
    [InlineData("""{"title":"T","team":"team_123"}""", 422)]
    [InlineData("""{"title":"T","assignees":["user_123"],"organization":"org_999"}""", 400)]
    [InlineData("""{"title":"T","assignees":["person@example.test"],"organization":"org_123"}""", 404)]
    [InlineData("""{"title":"T","assignees":"user_123","organization":"org_123"}""", 422)]
    [InlineData("""{"title":"T","team":"team_123","organization":"org_123","state":"completed"}""", 422)]
    [InlineData("""{"title":"T","team":"team_123","organization":"org_123","due_at":"2025-12-31"}""", 422)]
    [InlineData("""{"title":"T","subtask":true}""", 422)]
    [InlineData("""{"title":"T","subtask":true,"conversation":"conv_999999"}""", 404)]
    [InlineData("""{"title":"T","subtask":true,"conversation":"conv_123","add_users":["user_456"]}""", 422)]
    [InlineData("""{"title":"T","conversation":"conv_123","team":"team_123","organization":"org_123"}""", 422)]
    [InlineData("""{"title":"T","team":"team_123","organization":"org_123"}""", 201)]
    [InlineData("""{"title":"T","subtask":true,"conversation":"conv_123"}""", 201)]
    [InlineData("""{"title":"T","subtask":true,"references":["<message-id@example.test>"],"add_to_inbox":true}""", 201)]
    public async Task Creating_follows_the_documented_conditions(string task, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(status, (await sandbox.Post("/tasks", $$"""{"tasks":{{task}} }""")).Status);
    }

    [Theory]
    [InlineData("title", 1000)]
    [InlineData("description", 10_000)]
    public async Task Texts_have_a_greatest_length(string name, int length)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var fits = new string('x', length);
        Assert.Equal(200, (await sandbox.Patch("/tasks/task_123", $$"""{"tasks":{"{{name}}":"{{fits}}"} }""")).Status);
        Assert.Equal(422, (await sandbox.Patch("/tasks/task_123", $$"""{"tasks":{"{{name}}":"{{fits}}x"} }""")).Status);
    }

    [Fact]
    public async Task Lists_and_writes_give_bare_ids_and_a_single_task_gives_objects()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var created = (await sandbox.Post("/tasks", """{"tasks":{"title":"T","team":"team_123","assignees":["user_456"],"organization":"org_123"}}""")).Json["tasks"]!;
        Assert.Equal("user_456", (string?)created["assignees"]![0]);
        Assert.False(created.AsObject().ContainsKey("last_activity_at"));

        var listed = (await sandbox.Get("/tasks")).Items("tasks").Single(task => (string?)task!["id"] == "task_1")!;
        Assert.Equal("team_123", (string?)listed["team"]);
        Assert.NotNull(listed["last_activity_at"]);

        var single = (await sandbox.Get("/tasks/task_1")).Json["tasks"]!;
        Assert.Equal("person@example.test", (string?)single["assignees"]![0]!["email"]);
        Assert.Equal("org_123", (string?)single["team"]!["organization"]);
        Assert.False(single.AsObject().ContainsKey("last_activity_at"));
    }

    [Fact]
    public async Task Changing_replaces_only_what_is_passed()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var changed = (await sandbox.Patch("/tasks/task_123", """{"tasks":{"state":"closed","assignees":["user_456"]}}""")).Json["tasks"]!;
        Assert.Equal("closed", (string?)changed["state"]);
        Assert.NotNull(changed["closed_at"]);
        Assert.Equal("Example task", (string?)changed["title"]);
        Assert.Equal("user_456", (string?)changed["assignees"]!.AsArray().Single());
        Assert.Equal(404, (await sandbox.Patch("/tasks/task_999999", """{"tasks":{"state":"todo"}}""")).Status);
        Assert.Equal(422, (await sandbox.Patch("/tasks/task_123", """{"tasks":{"assignee":"user_456"}}""")).Status);
    }

    [Theory]
    [InlineData("state=closed", 6)]
    [InlineData("type=conversation", 1)]
    [InlineData("assignee=user_456&type=task", 10)]
    [InlineData("assignee=example_assignee", 0)]
    [InlineData("conversation=conv_123", 2)]
    [InlineData("conversation=conv_456", 0)]
    [InlineData("organization=org_123&state=closed", 6)]
    [InlineData("due_at_gteq=1777680001", 0)]
    public async Task Parameters_narrow_the_list(string parameters, int count)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(count, (await sandbox.Get($"/tasks?limit=50&{parameters}")).Items("tasks").Count);
    }

    [Fact]
    public async Task An_assignee_is_an_id_and_no_address()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(404, (await sandbox.Get("/tasks?assignee=person%40example.test")).Status);
    }

    [Fact]
    public async Task A_subtask_shows_in_its_conversation_and_among_its_comments()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.Post("/tasks", """{"tasks":{"title":"Sub","subtask":true,"conversation":"conv_456","organization":"org_123","assignees":["user_456"]}}""");
        await sandbox.Patch("/tasks/task_1", """{"tasks":{"state":"closed"}}""");
        Assert.Equal(["task_1"], (await sandbox.Get("/tasks?conversation=conv_456")).Ids("tasks"));
        Assert.Equal("closed", (string?)(await sandbox.Get("/conversations/conv_456/comments")).Items("comments")[0]!["task"]!["state"]);
        var conversation = (await sandbox.Get("/conversations/conv_456")).Items("conversations")[0]!;
        Assert.Equal((1, 1), ((int)conversation["tasks_count"]!, (int)conversation["completed_tasks_count"]!));
    }

    [Fact]
    public async Task A_conversation_of_the_sample_counts_its_subtasks_and_not_that_it_is_assigned_itself()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var subtasks = (await sandbox.Get("/tasks?conversation=conv_123")).Items("tasks");
        Assert.Equal(["closed", "todo"], subtasks.Select(task => (string?)task!["state"]).Order(StringComparer.Ordinal));
        Assert.All(subtasks, task => Assert.Equal("conv_123", (string?)task!["conversation"]));
        var conversation = (await sandbox.Get("/conversations/conv_123")).Items("conversations")[0]!;
        Assert.Equal((2, 1), ((int)conversation["tasks_count"]!, (int)conversation["completed_tasks_count"]!));
        var comments = (await sandbox.Get("/conversations/conv_123/comments")).Items("comments");
        Assert.Equal(2, comments.Count(comment => comment!["task"] is not null));
    }
}
