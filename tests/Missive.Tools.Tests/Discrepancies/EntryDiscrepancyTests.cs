using System.Text.Json;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class EntryDiscrepancyTests
{
    [Fact]
    public async Task D3_01_MoreMessagesThanAPageHoldsAreCollected()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("list_conversation_messages", """{"conversation_id":"conv_123","params":{"limit":20}}""");
        Assert.Equal(20, Ids(result, "messages").Distinct(StringComparer.Ordinal).Count());
        Assert.All(sandbox.Lines, static line => Assert.Contains("limit=10", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task D3_02_MessagesAreWalkedByTheirDeliveryAndCutToTheLimit()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { PageExcess = 3, PageOverlap = 2 });
        var result = await sandbox.CallAsync("list_conversation_messages", """{"conversation_id":"conv_123","params":{"limit":17}}""");
        Assert.Equal(17, Ids(result, "messages").Distinct(StringComparer.Ordinal).Count());
        var last = result.GetProperty("messages")[16].GetProperty("delivered_at").GetInt64();
        Assert.Equal(last, result.GetProperty("pagination").GetProperty("next_until").GetInt64());
        Assert.False(result.GetProperty("messages")[0].TryGetProperty("body", out _));
        Assert.Contains("until takes delivered_at", Notes("list_conversation_messages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task D4_01_CommentsAreWalkedByTheirCreation()
        => await AssertWalked("list_conversation_comments", "comments", "created_at");

    [Fact]
    public async Task D5_01_DraftsComeInPagesOfTen()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_conversation_drafts", """{"conversation_id":"conv_123","params":{"limit":30}}""");
        sandbox.AssertSent("GET /conversations/conv_123/drafts?limit=10");
    }

    [Fact]
    public async Task D5_02_ADraftWithoutACursorEndsTheWalkAsIncomplete()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("list_conversation_drafts", """{"conversation_id":"conv_456","params":{"limit":12}}""");
        sandbox.AssertSent("GET /conversations/conv_456/drafts?limit=10");
        Assert.Equal(
            """{"offset":0,"limit":12,"returned":10,"has_more":null,"next_until":null,"incomplete":true}""",
            result.GetProperty("pagination").GetRawText());

        var page = await sandbox.CallAsync("list_conversation_drafts", """{"conversation_id":"conv_456"}""");
        Assert.False(page.GetProperty("pagination").GetProperty("incomplete").GetBoolean());
    }

    [Fact]
    public async Task D6_01_PostsAreWalkedByTheirCreation()
        => await AssertWalked("list_conversation_posts", "posts", "created_at");

    private static async Task AssertWalked(string function, string envelope, string cursor)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync(function, """{"conversation_id":"conv_123","params":{"limit":12}}""");
        Assert.Equal(12, Ids(result, envelope).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal($"GET /conversations/conv_123/{envelope}?limit=10", sandbox.Lines[0]);
        Assert.StartsWith($"GET /conversations/conv_123/{envelope}?limit=10&until=", sandbox.Lines[1], StringComparison.Ordinal);
        Assert.Equal(cursor, MissiveTools.Registry.GetDefinition(function).Paging?.CursorField);
    }

    private static string? Notes(string function) => MissiveTools.Registry.GetDefinition(function).Notes;

    private static IEnumerable<string> Ids(JsonElement result, string envelope)
        => result.GetProperty(envelope).EnumerateArray().Select(static item => item.GetProperty("id").GetString()!);
}
