using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class ConversationTests
{
    [Fact]
    public async Task A_single_conversation_comes_in_an_array()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var conversation = (await sandbox.Get("/conversations/conv_123")).Items("conversations").Single()!;
        Assert.Equal("org_123", (string?)conversation["organization"]!["id"]);
        Assert.Equal(26, (int)conversation["messages_count"]!);
        Assert.False(conversation.AsObject().ContainsKey("messages"));
        Assert.Equal(404, (await sandbox.Get("/conversations/conv_999999")).Status);
    }

    [Fact]
    public async Task A_merged_conversation_answers_under_its_old_id_with_the_surviving_one()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(["conv_456"], (await sandbox.Get("/conversations/conv_789")).Ids("conversations"));

        var merged = await sandbox.Post("/conversations/conv_123/merge", """{"target":"conv_456","subject":"Both"}""");
        Assert.Equal(201, merged.Status);
        Assert.Equal(["conv_456"], merged.Ids("conversations"));
        Assert.Equal("Both", (string?)merged.Items("conversations")[0]!["subject"]);
        Assert.Equal(["conv_456"], (await sandbox.Get("/conversations/conv_123")).Ids("conversations"));
        Assert.Equal(27, (int)merged.Items("conversations")[0]!["messages_count"]!);
        Assert.DoesNotContain("conv_123", (await sandbox.Get("/conversations?inbox=true")).Ids("conversations"));
        Assert.Equal(200, (await sandbox.Delete("/drafts/draft_123")).Status);
    }

    [Fact]
    public async Task A_merge_can_keep_the_source()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { MergeKeepsSource = true });
        Assert.Equal(["conv_123"], (await sandbox.Post("/conversations/conv_123/merge", """{"target":"conv_456"}""")).Ids("conversations"));
        Assert.Equal(["conv_123"], (await sandbox.Get("/conversations/conv_789")).Ids("conversations"));
    }

    [Theory]
    [InlineData("{}", 422)]
    [InlineData("""{"target":"conv_123"}""", 422)]
    [InlineData("""{"target":"conv_999999"}""", 404)]
    [InlineData("""{"target":5}""", 422)]
    public async Task A_merge_needs_another_conversation(string json, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(status, (await sandbox.Post("/conversations/conv_123/merge", json)).Status);
    }

    [Fact]
    public async Task Conversations_can_be_changed_without_a_post()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Patch(
            "/conversations/conv_1000,conv_3000",
            """
            {"conversations":[{"id":"conv_1000","close":true,"color":"#abc","subject":"New"},
            {"id":"conv_3000","reopen":true,"team":"example_inbox","force_team":true,"add_to_team_inbox":true}]}
            """);
        Assert.Equal(["conv_1000", "conv_3000"], answer.Ids("conversations"));
        Assert.Contains("conv_1000", (await sandbox.Get("/conversations?closed=true&limit=50")).Ids("conversations"));
        Assert.Contains("conv_3000", (await sandbox.Get("/conversations?team_inbox=example_inbox&limit=50")).Ids("conversations"));
    }

    [Theory]
    [InlineData("""{"id":"conv_123","add_assignees":["user_456"]}""", 422)]
    [InlineData("""{"id":"conv_123","add_shared_labels":["label_123"]}""", 422)]
    [InlineData("""{"id":"conv_123","add_to_team_inbox":true}""", 422)]
    [InlineData("""{"id":"conv_123","archive":true}""", 422)]
    [InlineData("""{"id":"conv_123","add_assignees":["user_999"],"organization":"org_123"}""", 404)]
    [InlineData("""{"id":"conv_123","add_assignees":["user_456"],"organization":"org_123"}""", 200)]
    public async Task Changes_follow_the_documented_conditions(string item, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(status, (await sandbox.Patch("/conversations/conv_123", $$"""{"conversations":[{{item}}]}""")).Status);
    }

    [Fact]
    public async Task A_team_stays_unless_it_is_forced()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var kept = await sandbox.Patch("/conversations/conv_2000", """{"conversations":[{"id":"conv_2000","team":"team_123"}]}""");
        Assert.Equal("example_inbox", (string?)kept.Items("conversations")[0]!["team"]!["id"]);
        var forced = await sandbox.Patch("/conversations/conv_2000", """{"conversations":[{"id":"conv_2000","team":"team_123","force_team":true}]}""");
        Assert.Equal("team_123", (string?)forced.Items("conversations")[0]!["team"]!["id"]);
    }
}
