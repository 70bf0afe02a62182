using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

/// <summary>The requests that the reference's examples lead to are answered by the sample account as it stands.</summary>
public sealed class ReferenceExampleTests
{
    [Theory]
    [InlineData("/conversations?inbox=true&limit=25", "conversations")]
    [InlineData("/conversations?team_inbox=example_inbox&limit=50", "conversations")]
    [InlineData("/conversations/conv_123", "conversations")]
    [InlineData("/conversations/conv_123/messages?limit=10", "messages")]
    [InlineData("/conversations/conv_123/comments", "comments")]
    [InlineData("/conversations/conv_123/drafts", "drafts")]
    [InlineData("/conversations/conv_123/posts", "posts")]
    [InlineData("/messages?email_message_id=%3Cmessage-id%40example.test%3E", "messages")]
    [InlineData("/tasks?state=todo&limit=20", "tasks")]
    [InlineData("/tasks?state=in_progress&limit=20", "tasks")]
    [InlineData("/contact_books?limit=200", "contact_books")]
    [InlineData("/contacts?contact_book=book_123&search=Example&limit=50", "contacts")]
    [InlineData("/contacts?limit=10&contact_book=book_123", "contacts")]
    [InlineData("/contacts/contact_123", "contacts")]
    [InlineData("/contact_groups?contact_book=book_123&kind=group", "contact_groups")]
    [InlineData("/contact_groups?contact_book=book_123&kind=organization", "contact_groups")]
    [InlineData("/organizations", "organizations")]
    [InlineData("/teams", "teams")]
    [InlineData("/shared_labels", "shared_labels")]
    [InlineData("/responses", "responses")]
    [InlineData("/responses/response_456", "responses")]
    [InlineData("/users?organization=org_123", "users")]
    [InlineData("/users?limit=200", "users")]
    public async Task Reads_find_something(string path, string key)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Get(path);
        Assert.Equal(200, answer.Status);
        Assert.NotEmpty(answer.Items(key));
    }

    [Theory]
    [InlineData("/tasks/task_123", "tasks")]
    [InlineData("/analytics/reports/report_123", "reports")]
    [InlineData("/messages/message_123", "messages")]
    public async Task Single_resources_come_as_objects(string path, string key)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Get(path);
        Assert.Equal(200, answer.Status);
        Assert.NotEmpty(answer.Json[key]!.AsObject());
    }

    [Theory]
    [InlineData("POST", "/drafts", """{"drafts":{"subject":"Follow up","body":"Thanks for the details.","to_fields":[{"address":"person@example.test"}]}}""")]
    [InlineData("PATCH", "/tasks/task_123", """{"tasks":{"state":"closed"}}""")]
    [InlineData("POST", "/contacts", """{"contacts":[{"contact_book":"book_123","first_name":"Example","infos":[{"kind":"email","label":"other","value":"person@example.test"}]}]}""")]
    [InlineData("POST", "/analytics/reports", """{"reports":{"organization":"org_123","start":1777593600,"end":1778111999,"time_zone":"UTC"}}""")]
    [InlineData("POST", "/tasks", """{"tasks":{"title":"T","assignees":["user_123"],"organization":"org_123","due_at":1767225599}}""")]
    [InlineData("POST", "/posts", """{"posts":{"conversation":"conv_123","markdown":"Hello","notification":{"title":"New comment","body":"Hello"},"reopen":false}}""")]
    [InlineData("POST", "/tasks", """{"tasks":{"subtask":true,"conversation":"conv_123","organization":"org_123","assignees":["user_456"],"title":"Hello"}}""")]
    [InlineData("POST", "/conversations/conv_123/merge", """{"target":"conv_456"}""")]
    [InlineData("POST", "/teams", """{"teams":[{"name":"Support","organization":"org_123"}]}""")]
    [InlineData("PATCH", "/contacts/contact_123,contact_456", """{"contacts":[{"id":"contact_123","starred":true},{"id":"contact_456","starred":true}]}""")]
    [InlineData("POST", "/responses", """{"responses":[{"title":"Hi","body":"<div>Hi</div>","organization":"org_123"}]}""")]
    [InlineData("PATCH", "/responses/response_123,response_456", """{"responses":[{"id":"response_123","title":"A"},{"id":"response_456","title":"A"}]}""")]
    [InlineData("POST", "/hooks", """{"hooks":{"type":"new_comment","url":"https://example.test/hook"}}""")]
    [InlineData("DELETE", "/drafts/draft_123", null)]
    [InlineData("DELETE", "/posts/post_123", null)]
    [InlineData("DELETE", "/responses/response_123,response_456", null)]
    [InlineData("DELETE", "/hooks/hook_123", null)]
    public async Task Writes_succeed(string method, string path, string? json)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Send(new HttpMethod(method), path, json);
        Assert.True(answer.Status is 200 or 201, answer.Text);
        Assert.NotEmpty(sandbox.Emulator.Effects);
    }

    [Fact]
    public async Task The_inbox_of_the_placeholder_example_holds_two_conversations_of_its_assignee()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Get("/conversations?team_inbox=example_inbox&limit=50");
        var assigned = answer.Items("conversations").Count(item => item!["assignees"]!.AsArray().Any(user => (string?)user!["id"] == "example_assignee"));
        Assert.True(assigned >= 2);
    }

    [Fact]
    public async Task There_is_one_organization_and_one_contact_book_unless_told_otherwise()
    {
        await using var one = await Sandbox.StartAsync();
        Assert.Equal(["org_123"], (await one.Get("/organizations")).Ids("organizations"));
        Assert.Equal(["book_123"], (await one.Get("/contact_books")).Ids("contact_books"));

        await using var several = await Sandbox.StartAsync(new() { Organizations = 3, ContactBooks = 2 });
        Assert.Equal(["org_123", "org_124", "org_125"], (await several.Get("/organizations")).Ids("organizations"));
        Assert.Equal(["book_123", "book_124"], (await several.Get("/contact_books")).Ids("contact_books"));
        Assert.Contains("user_123", (await several.Get("/users?organization=org_124")).Ids("users"));
        Assert.DoesNotContain("user_456", (await several.Get("/users?organization=org_124")).Ids("users"));
    }

    [Fact]
    public async Task The_same_options_give_the_same_answers_to_the_byte()
    {
        await using var first = await Sandbox.StartAsync();
        await using var second = await Sandbox.StartAsync();
        foreach (var sandbox in new[] { first, second })
        {
            await sandbox.Post("/tasks", """{"tasks":{"title":"T","assignees":["user_123"],"organization":"org_123"}}""");
        }

        foreach (var path in new[] { "/conversations?all=true", "/tasks", "/conversations/conv_123/messages" })
        {
            Assert.Equal((await first.Get(path)).Text, (await second.Get(path)).Text);
        }

        Assert.StartsWith("task_1", (await first.Get("/tasks")).Ids("tasks")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_lies_around_the_chosen_epoch()
    {
        await using var usual = await Sandbox.StartAsync();
        await using var later = await Sandbox.StartAsync(new() { Epoch = MissiveEmulatorOptions.DefaultEpoch.AddDays(1) });
        var first = (long)(await usual.Get("/conversations?inbox=true")).Items("conversations")[0]!["last_activity_at"]!;
        var second = (long)(await later.Get("/conversations?inbox=true")).Items("conversations")[0]!["last_activity_at"]!;
        Assert.Equal(86_400, second - first);
    }

    [Fact]
    public async Task The_token_owner_can_stand_behind_several_pages_of_users()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { ExtraUsers = 201 });
        Assert.DoesNotContain("user_123", (await sandbox.Get("/users?limit=200")).Ids("users"));
        Assert.Contains("user_123", (await sandbox.Get("/users?limit=200&offset=200")).Ids("users"));
    }
}
