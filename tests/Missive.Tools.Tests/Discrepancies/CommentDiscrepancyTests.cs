using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class CommentDiscrepancyTests
{
    [Fact]
    public async Task D8_01_ACommentBecomesAPostUnlessUndocumentedCallsAreAllowed()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("create_comment", """{"conversation_id":"conv_123","body":"Example note."}""");
        Assert.Equal("post", result.GetProperty("created_as").GetString());
        Assert.Equal("conv_123", result.GetProperty("posts").GetProperty("conversation").GetString());
        Assert.Equal("POST /posts", Assert.Single(sandbox.Lines));

        await using var open = await FunctionSandbox.StartAsync(options: new MissiveOptions { AllowUndocumented = true });
        await Assert.ThrowsAsync<MissiveNotFoundException>(() => open.CallAsync(
            "create_comment", """{"conversation_id":"conv_123","body":"Example note.","assignees":["user_456"]}"""));
        open.AssertSent(("POST /comments", """{"conversation_id":"conv_123","body":"Example note.","assignees":["user_456"]}"""));
    }

    [Fact]
    public async Task D8_02_AssigneesMakeASubtaskOfTheConversation()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync(
            "create_comment", """{"conversation_id":"conv_123","body":"Check the totals.","assignees":["Person@example.test","user_123"]}""");
        Assert.Equal("task", result.GetProperty("created_as").GetString());
        Assert.Equal("conv_123", result.GetProperty("tasks").GetProperty("conversation").GetString());
        sandbox.AssertSent(
            "GET /conversations/conv_123",
            "GET /users?limit=200",
            ("POST /tasks",
            """
            {"tasks":{"subtask":true,"conversation":"conv_123","organization":"org_123","assignees":["user_456","user_123"],"title":"Check the totals."}}
            """));

        var unknown = await sandbox.RefusedAsync(
            "create_comment", """{"conversation_id":"conv_123","body":"Check.","assignees":["user_123","persn@example.test"]}""");
        Assert.Equal(("not_allowed", "assignees[1]", "person@example.test"), (unknown.Code, unknown.Path, unknown.Suggestion));
    }

    [Fact]
    public async Task AssigneesNeedAConversationOfAnOrganization()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var personal = await sandbox.CallAsync("create_post", """{"body":{"text":"Begins a conversation of its own."}}""");
        var id = personal.GetProperty("posts").GetProperty("conversation").GetString();
        var error = await sandbox.RefusedAsync("create_comment", $$$"""{"conversation_id":"{{{id}}}","body":"Check.","assignees":["user_456"]}""");
        Assert.Equal(("conflict", "assignees"), (error.Code, error.Path));
        Assert.DoesNotContain("POST /tasks", sandbox.Lines);
    }

    [Fact]
    public async Task D8_03_ThePostHasANotificationOfPlainText()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var text = "# Totals\n\nSee [the **sheet**](https://example.test/sheet), it's *nearly* done: " + new string('x', 200);
        await sandbox.CallAsync(
            "create_comment", $$$"""{"conversation_id":"conv_123","body":{{{System.Text.Json.JsonSerializer.Serialize(text)}}}}""");
        var notification = sandbox.BodyOf(0).GetProperty("posts").GetProperty("notification");
        Assert.Equal("New comment", notification.GetProperty("title").GetString());
        Assert.StartsWith("Totals See the sheet, it's nearly done: xxx", notification.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal(140, notification.GetProperty("body").GetString()!.Length);
        Assert.Equal(text, sandbox.BodyOf(0).GetProperty("posts").GetProperty("markdown").GetString());
    }

    [Fact]
    public async Task D8_04_ANoteDoesNotOpenAClosedConversation()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("create_comment", """{"conversation_id":"conv_3000","body":"Example note."}""");
        Assert.False(sandbox.BodyOf(0).GetProperty("posts").GetProperty("reopen").GetBoolean());
        var closed = await sandbox.CallAsync("list_conversations", """{"state":"closed","limit":50}""");
        Assert.Contains(closed.GetProperty("conversations").EnumerateArray(), static conversation => conversation.GetProperty("id").ValueEquals("conv_3000"));
    }

    [Fact]
    public async Task D8_05_TheNotesSayWhereTheNoteIsFoundAndHowItGoes()
    {
        var definition = MissiveTools.Registry.GetDefinition("create_comment");
        Assert.True(definition.Effects.Approximate);
        Assert.Contains("list_conversation_posts lists it, delete_post deletes it", definition.Notes, StringComparison.Ordinal);

        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions());
        var created = await sandbox.Client.Conversations.CreateCommentAsync(
            new() { ConversationId = "conv_123", Body = "Example note." }, TestContext.Current.CancellationToken);
        Assert.Equal(CommentForm.Post, created.CreatedAs);
        await sandbox.Client.Posts.DeletePostAsync(new() { PostId = created.PostReference!.Id! }, TestContext.Current.CancellationToken);
    }
}
