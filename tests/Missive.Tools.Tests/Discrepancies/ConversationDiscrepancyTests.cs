using System.Text.Json;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class ConversationDiscrepancyTests
{
    [Fact]
    public async Task D1_01_InboxIdBecomesTeamInboxAndAMailboxNameItsFlag()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        string[] mailboxes = ["inbox", "all", "assigned", "closed", "snoozed", "flagged", "trashed", "junked", "drafts"];
        await sandbox.CallAsync("list_conversations", """{"inbox":"team_123"}""");
        await sandbox.CallAsync("list_conversations", """{"inbox":"true"}""");
        foreach (var mailbox in mailboxes)
        {
            await sandbox.CallAsync("list_conversations", $$$"""{"inbox":"{{{mailbox}}}"}""");
        }

        sandbox.AssertSent(
        [
            "GET /conversations?team_inbox=team_123&limit=25",
            "GET /conversations?inbox=true&limit=25",
            .. mailboxes.Select(static mailbox => new Expected($"GET /conversations?{mailbox}=true&limit=25")),
        ]);
    }

    [Fact]
    public async Task D1_02_WithoutAFilterAllConversationsAreListed()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_conversations");
        sandbox.AssertSent("GET /conversations?all=true&limit=25");
    }

    [Fact]
    public async Task D1_03_StatesAreMailboxesAndOthersAreRefused()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        foreach (var state in (string[])["open", "closed", "spam"])
        {
            await sandbox.CallAsync("list_conversations", $$$"""{"state":"{{{state}}}"}""");
        }

        Assert.Equal("not_allowed", (await sandbox.RefusedAsync("list_conversations", """{"state":"archived"}""")).Code);
        sandbox.AssertSent(
            "GET /conversations?inbox=true&limit=25", "GET /conversations?closed=true&limit=25", "GET /conversations?junked=true&limit=25");
    }

    [Fact]
    public async Task D1_04_InboxAndStateChooseOneMailbox()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_conversations", """{"inbox":"example_inbox","state":"open"}""");
        await sandbox.CallAsync("list_conversations", """{"inbox":"example_inbox","state":"closed"}""");
        var spam = await sandbox.CallAsync("list_conversations", """{"inbox":"example_inbox","state":"spam"}""");
        sandbox.AssertSent(
            "GET /conversations?team_inbox=example_inbox&limit=25",
            "GET /conversations?team_closed=example_inbox&limit=25",
            "GET /conversations?junked=true&limit=50");
        Assert.Equal(2, spam.GetProperty("conversations").GetArrayLength());
        Assert.All(spam.GetProperty("conversations").EnumerateArray(), static conversation =>
            Assert.Equal("example_inbox", conversation.GetProperty("team").GetProperty("id").GetString()));

        var error = await sandbox.RefusedAsync("list_conversations", """{"inbox":"flagged","state":"open"}""");
        Assert.Equal(("conflict", "state"), (error.Code, error.Path));
    }

    [Theory]
    [InlineData("user_456", "user_456")]
    [InlineData("Person@Example.test", "user_456")]
    [InlineData("assignee@example.test", "example_assignee")]
    public async Task AnAssigneeIsSearchedForByIdOrEmail(string assignee, string id)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("list_conversations", $$$"""{"assignee":"{{{assignee}}}"}""");
        Assert.NotEmpty(result.GetProperty("conversations").EnumerateArray());
        Assert.All(result.GetProperty("conversations").EnumerateArray(), conversation => Assert.Contains(
            conversation.GetProperty("assignees").EnumerateArray(), user => user.GetProperty("id").ValueEquals(id)));
        Assert.StartsWith("GET /conversations?all=true&limit=50", sandbox.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task D1_05_MeIsTheAssignedMailboxAndWithOtherFiltersASearch()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_conversations", """{"assignee":"me"}""");
        sandbox.AssertSent("GET /conversations?assigned=true&limit=25");

        await using var other = await FunctionSandbox.StartAsync();
        var mine = await other.CallAsync("list_conversations", """{"assignee":"me","state":"open","limit":5}""");
        other.AssertSent("GET /users?limit=200", "GET /conversations?inbox=true&limit=50");
        Assert.Equal(5, mine.GetProperty("conversations").GetArrayLength());
    }

    [Fact]
    public async Task D1_06_ALimitAboveThePageIsWalkedAndCut()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { InboxConversations = 150 });
        var result = await sandbox.CallAsync("list_conversations", """{"state":"open","limit":100}""");
        Assert.Equal(100, result.GetProperty("conversations").GetArrayLength());
        Assert.Equal("GET /conversations?inbox=true&limit=50", sandbox.Lines[0]);
        Assert.All(sandbox.Lines.Skip(1), static line => Assert.StartsWith("GET /conversations?inbox=true&limit=50&until=", line, StringComparison.Ordinal));
        Assert.Equal("out_of_range", (await sandbox.RefusedAsync("list_conversations", """{"limit":101}""")).Code);
    }

    [Fact]
    public async Task D1_07_ALimitOfOneAsksForTwoAndIsCut()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("list_conversations", """{"state":"open","limit":1}""");
        sandbox.AssertSent("GET /conversations?inbox=true&limit=2");
        Assert.Equal(1, result.GetProperty("conversations").GetArrayLength());
    }

    [Fact]
    public async Task D1_08_AnOffsetIsSkippedWhileWalking()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var all = await sandbox.CallAsync("list_conversations", """{"state":"open","limit":60}""");
        var part = await sandbox.CallAsync("list_conversations", """{"state":"open","limit":8,"offset":45}""");
        Assert.Equal(Ids(all).Skip(45).Take(8), Ids(part));
        Assert.DoesNotContain(sandbox.Lines, static line => line.Contains("offset", StringComparison.Ordinal));
    }

    [Fact]
    public async Task D1_09_RepeatsAreDroppedAndLongPagesCut()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { PageExcess = 4, PageOverlap = 3 });
        var result = await sandbox.CallAsync("list_conversations", """{"state":"open","limit":55}""");
        Assert.Equal(55, Ids(result).Count);
        Assert.Equal(55, Ids(result).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task D1_10_GuestConversationsStayWithoutAFilterAndNeverMatchOne()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var all = await sandbox.CallAsync("list_conversations", """{"limit":100}""");
        Assert.Contains("conv_guest", Ids(all));
        var filtered = await sandbox.StreamAsync("list_conversations", """{"assignee":"user_123"}""");
        Assert.NotEmpty(filtered);
        Assert.DoesNotContain(filtered, static conversation => conversation.GetProperty("id").ValueEquals("conv_guest"));
    }

    [Fact]
    public async Task D2_01_TheNewestMessagesComeWithAConversation()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("get_conversation", """{"id":"conv_123"}""");
        Assert.Equal(10, result.GetProperty("messages").GetArrayLength());
        Assert.Equal("Example conversation", result.GetProperty("conversations")[0].GetProperty("subject").GetString());

        sandbox.Emulator.Faults.Add(Missive.Emulator.Faults.Fault.WithStatus(403), when: static request => request.Path.EndsWith("/messages", StringComparison.Ordinal));
        var without = await sandbox.CallAsync("get_conversation", """{"id":"conv_123"}""");
        Assert.Equal("conv_123", without.GetProperty("conversations")[0].GetProperty("id").GetString());
        Assert.False(without.TryGetProperty("messages", out _));
        Assert.Contains("403", without.GetProperty("messages_error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task D2_02_AMergedConversationSaysWhatWasAskedFor()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("get_conversation", """{"id":"conv_789"}""");
        Assert.Equal("conv_789", result.GetProperty("merged_from").GetString());
        Assert.Equal("conv_456", result.GetProperty("conversations")[0].GetProperty("id").GetString());
        sandbox.AssertSent("GET /conversations/conv_789", "GET /conversations/conv_456/messages?limit=10");

        var typed = await sandbox.Client.Conversations.GetConversationAsync(new() { Id = "conv_123" }, TestContext.Current.CancellationToken);
        Assert.Equal("conv_123", typed.Conversation?.Id);
        Assert.Null(typed.MergedFrom);
    }

    [Fact]
    public async Task D7_01_AMergeHasNoEnvelope()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("merge_conversation", """{"conversation_id":"conv_456","body":{"target":"conv_123","subject":"Both"}}""");
        sandbox.AssertSent(("POST /conversations/conv_456/merge", """{"target":"conv_123","subject":"Both"}"""));
    }

    [Fact]
    public async Task D7_02_ATargetIsNeededAndHasToBeAnother()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var missing = await sandbox.RefusedAsync("merge_conversation", """{"conversation_id":"conv_123","body":{}}""");
        Assert.Equal(("missing", "body.target"), (missing.Code, missing.Path));
        var same = await sandbox.RefusedAsync("merge_conversation", """{"conversation_id":"conv_123","body":{"target":"conv_123"}}""");
        Assert.Equal(("conflict", "body.target"), (same.Code, same.Path));
        sandbox.AssertSent();
    }

    [Fact]
    public async Task D7_03_AMergeIsIrreversibleAndMayAnswerWithAnotherId()
    {
        Assert.True(MissiveTools.Registry.GetDefinition("merge_conversation").Effects.Irreversible);
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { MergeKeepsSource = true });
        var result = await sandbox.CallAsync("merge_conversation", """{"conversation_id":"conv_456","body":{"target":"conv_123"}}""");
        Assert.Equal("conv_456", Assert.Single(Ids(result)));
    }

    private static List<string> Ids(JsonElement result)
        => [.. result.GetProperty("conversations").EnumerateArray().Select(static item => item.GetProperty("id").GetString()!)];
}
