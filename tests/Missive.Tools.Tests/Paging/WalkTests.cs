using System.Globalization;
using System.Text.Json;
using Missive.Emulator;
using Missive.Emulator.Limits;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Paging;

/// <summary>Walks over real pages: nothing that stays as it is gets lost or repeated.</summary>
public sealed class WalkTests
{
    private static readonly RateLimits NoLimits = new() { Enforced = false };

    public static TheoryData<int, int> OverlapsAndExcesses => new()
    {
        { 0, 0 }, { 1, 0 }, { 7, 0 }, { 60, 0 }, { 0, 1 }, { 0, 9 }, { 3, 4 }, { 12, 30 },
    };

    [Theory]
    [MemberData(nameof(OverlapsAndExcesses))]
    public async Task AStreamGivesEveryConversationOnceAndInOrder(int overlap, int excess)
    {
        await using var sandbox = await StartAsync(overlap, excess);
        var expected = Newest(sandbox, "conversations", "last_activity_at", IsInAll);
        var streamed = await sandbox.StreamAsync("list_conversations");
        Assert.Equal(expected, streamed.Select(Id));
    }

    [Theory]
    [MemberData(nameof(OverlapsAndExcesses))]
    public async Task AStreamGivesEveryOpenTaskOnceAndNewestFirst(int overlap, int excess)
    {
        await using var sandbox = await StartAsync(overlap, excess);
        var streamed = await sandbox.StreamAsync("list_tasks", """{"state":"open"}""");
        Assert.Equal(
            Newest(sandbox, "tasks", "last_activity_at", static task => State(task) is "todo" or "in_progress").Order(StringComparer.Ordinal),
            streamed.Select(Id).Order(StringComparer.Ordinal));
        var activities = streamed.Select(static task => task.GetProperty("last_activity_at").GetInt64()).ToList();
        Assert.Equal(activities.OrderDescending(), activities);
    }

    [Theory]
    [MemberData(nameof(OverlapsAndExcesses))]
    public async Task EveryPartOfAListIsWhatTheWholeHasThere(int overlap, int excess)
    {
        await using var sandbox = await StartAsync(overlap, excess);
        var expected = Newest(sandbox, "tasks", "last_activity_at", static task => State(task) == "todo");
        foreach (var (offset, limit) in ((int, int)[])[(0, 1), (0, 2), (1, 1), (4, 3), (9, 10), (0, 50), (30, 30), (45, 60), (75, 10), (200, 5)])
        {
            var part = await sandbox.CallAsync(
                "list_tasks", string.Create(CultureInfo.InvariantCulture, $$"""{"state":"todo","offset":{{offset}},"limit":{{limit}} }"""));
            Assert.Equal(expected.Skip(offset).Take(limit), part.GetProperty("tasks").EnumerateArray().Select(Id));
            Assert.Equal(Math.Clamp(expected.Count - offset, 0, limit), part.GetProperty("pagination").GetProperty("returned").GetInt32());
            Assert.False(part.GetProperty("pagination").GetProperty("incomplete").GetBoolean());
            if (offset + limit < expected.Count)
            {
                Assert.True(part.GetProperty("pagination").GetProperty("has_more").GetBoolean());
            }
        }
    }

    [Theory]
    [InlineData("list_conversation_messages", "messages", 26)]
    [InlineData("list_conversation_comments", "comments", 12)]
    [InlineData("list_conversation_posts", "posts", 12)]
    [InlineData("list_conversation_drafts", "drafts", 4)]
    public async Task AStreamGivesEveryEntryOfAConversationOnce(string function, string envelope, int count)
    {
        foreach (var (overlap, excess) in ((int, int)[])[(0, 0), (4, 0), (0, 3), (15, 2)])
        {
            await using var sandbox = await StartAsync(overlap, excess);
            var entries = await sandbox.StreamAsync(function, """{"conversation_id":"conv_123"}""");
            Assert.Equal(count, entries.Select(Id).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(count, entries.Count);
            Assert.StartsWith($"GET /conversations/conv_123/{envelope}?limit=10", sandbox.Lines[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CallsThatFollowNextUntilReachEveryMessage()
    {
        await using var sandbox = await StartAsync(0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var until = "";
        JsonElement page;
        do
        {
            page = await sandbox.CallAsync(
                "list_conversation_messages", $$$"""{"conversation_id":"conv_123","params":{"limit":6{{{until}}}}}""");
            seen.UnionWith(page.GetProperty("messages").EnumerateArray().Select(Id));
            until = $",\"until\":{page.GetProperty("pagination").GetProperty("next_until").GetRawText()}";
        }
        while (page.GetProperty("pagination").GetProperty("has_more").GetBoolean());

        Assert.Equal(26, seen.Count);
    }

    [Fact]
    public async Task WithoutALimitOnePageIsReturnedUncut()
    {
        await using var sandbox = await StartAsync(overlap: 0, excess: 5);
        var page = await sandbox.CallAsync("list_conversation_messages", """{"conversation_id":"conv_123"}""");
        Assert.Equal("GET /conversations/conv_123/messages", Assert.Single(sandbox.Lines));
        Assert.InRange(page.GetProperty("messages").GetArrayLength(), 15, 17);
        Assert.Equal(JsonValueKind.Null, page.GetProperty("pagination").GetProperty("limit").ValueKind);
        Assert.True(page.GetProperty("pagination").GetProperty("has_more").GetBoolean());
    }

    [Fact]
    public async Task ItemsThatMoveDuringTheWalkDoNotDisturbTheOthers()
    {
        await using var sandbox = await StartAsync(overlap: 2, excess: 0);
        var expected = Newest(sandbox, "tasks", "last_activity_at", static task => State(task) == "todo");
        var moved = expected[60];
        var seen = new List<string>();
        var tool = MissiveTools.Registry.Create("list_tasks", sandbox.Invoker);
        await foreach (var task in tool.StreamAsync(JsonElement.Parse("""{"state":"todo"}"""), TestContext.Current.CancellationToken))
        {
            seen.Add(Id(task));
            if (seen.Count == 10)
            {
                await sandbox.CallAsync("update_task", $$$"""{"task_id":"{{{moved}}}","body":{"title":"Moved to the top"}}""");
            }
        }

        Assert.Equal(expected.Where(id => id != moved), seen.Where(id => id != moved));
    }

    [Fact]
    public async Task ACallMakesAtMostTwentyRequestsAndSaysSo()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { InboxConversations = 1200, RateLimits = NoLimits });
        var result = await sandbox.CallAsync("list_conversations", """{"state":"open","assignee":"example_assignee","limit":5}""");
        Assert.Equal(20, sandbox.Lines.Count);
        Assert.Equal(
            """{"offset":0,"limit":5,"returned":0,"has_more":true,"next_until":null,"incomplete":true}""",
            result.GetProperty("pagination").GetRawText());

        sandbox.Emulator.ClearRecords();
        await sandbox.StreamAsync("list_conversations", """{"state":"open","assignee":"example_assignee"}""");
        Assert.InRange(sandbox.Lines.Count, 24, 30);
    }

    [Fact]
    public async Task BothStatesOfOpenTasksShareTheBound()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { OpenTasks = 3000, RateLimits = NoLimits });
        var result = await sandbox.CallAsync("list_tasks", """{"state":"open","offset":1500,"limit":100}""");
        Assert.Equal(20, sandbox.Lines.Count);
        Assert.True(result.GetProperty("pagination").GetProperty("incomplete").GetBoolean());
    }

    [Fact]
    public async Task AStreamOfTenThousandTasksIsComplete()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { OpenTasks = 10_000, RateLimits = NoLimits });
        var streamed = await sandbox.StreamAsync("list_tasks", """{"state":"open"}""");
        Assert.Equal(
            Newest(sandbox, "tasks", "last_activity_at", static task => State(task) is "todo" or "in_progress").Order(StringComparer.Ordinal),
            streamed.Select(Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AStreamKeepsAnExplicitLimitAndOffsetAndFetchesNoPageTooMany()
    {
        await using var sandbox = await StartAsync(0, 0);
        var expected = Newest(sandbox, "conversations", "last_activity_at", IsInAll);
        var streamed = await sandbox.StreamAsync("list_conversations", """{"limit":7,"offset":3}""");
        Assert.Equal(expected.Skip(3).Take(7), streamed.Select(Id));
        Assert.Equal("GET /conversations?all=true&limit=10", Assert.Single(sandbox.Lines));
    }

    [Fact]
    public async Task AStreamThatItsReaderLeavesFetchesNoFurtherPage()
    {
        await using var sandbox = await StartAsync(0, 0);
        await foreach (var _ in sandbox.Client.Tasks.StreamTasksAsync(new() { State = TaskStateFilter.Todo }, TestContext.Current.CancellationToken))
        {
            break;
        }

        Assert.Equal("GET /tasks?state=todo&limit=50", Assert.Single(sandbox.Lines));
    }

    [Fact]
    public async Task AStreamOfAnOffsetListWalksItsOffsets()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ExtraUsers = 450 });
        var users = await sandbox.StreamAsync("list_users", """{"params":{"organization":"org_123","offset":20}}""");
        Assert.Equal(433, users.Select(Id).Distinct(StringComparer.Ordinal).Count());
        sandbox.AssertSent(
            "GET /users?organization=org_123&limit=200&offset=20",
            "GET /users?organization=org_123&limit=200&offset=220",
            "GET /users?organization=org_123&limit=200&offset=420");

        sandbox.Emulator.ClearRecords();
        Assert.Equal(30, (await sandbox.StreamAsync("list_users", """{"params":{"limit":30}}""")).Count);
        sandbox.AssertSent("GET /users?limit=30");
    }

    [Fact]
    public async Task UnknownFieldsOfAnAnswerAreKept()
    {
        var stub = StubTransport.Answering("""{"note":{"a":[1.50,"ü"]},"tasks":[{"id":"t1","last_activity_at":5,"new_field":1e3}],"pagination":"ours"}""");
        var tool = MissiveTools.Registry.Create("list_tasks", new MissiveInvoker(stub, new MissiveOptions(), TimeProvider.System));
        var result = await tool.InvokeAsync(JsonElement.Parse("{}"), TestContext.Current.CancellationToken);
        Assert.Equal(
            """
            {"note":{"a":[1.50,"ü"]},"tasks":[{"id":"t1","last_activity_at":5,"new_field":1e3}],"pagination":{"offset":0,"limit":25,"returned":1,"has_more":false,"next_until":5,"incomplete":false}}
            """,
            result.GetRawText());
    }

    [Fact]
    public async Task AnAnswerWithoutTheListIsATypedError()
    {
        foreach (var function in (string[])["list_tasks", "list_users"])
        {
            var tool = MissiveTools.Registry.Create(
                function, new MissiveInvoker(StubTransport.Answering("""{"other":[]}"""), new MissiveOptions(), TimeProvider.System));
            var error = await Assert.ThrowsAsync<MissiveAnswerException>(() => tool.InvokeAsync(JsonElement.Parse("{}"), TestContext.Current.CancellationToken));
            Assert.Equal(function, error.Function);
        }
    }

    private static Task<FunctionSandbox> StartAsync(int overlap, int excess) => FunctionSandbox.StartAsync(new MissiveEmulatorOptions
    {
        PageOverlap = overlap,
        PageExcess = excess,
        OpenTasks = 160,
        InboxConversations = 130,
        RateLimits = NoLimits,
    });

    // The order that the emulator promises: newest first, then by id.
    private static List<string> Newest(FunctionSandbox sandbox, string resource, string cursor, Func<JsonElement, bool> isWanted)
        => [.. JsonElement.Parse(sandbox.Emulator.ReadStored(resource).ToJsonString()).EnumerateArray()
            .Where(isWanted)
            .OrderByDescending(item => item.GetProperty(cursor).GetInt64())
            .ThenBy(Id, StringComparer.Ordinal)
            .Select(Id)];

    private static bool IsInAll(JsonElement conversation)
        => !conversation.TryGetProperty("users", out var users)
            || users.EnumerateArray().Where(static user => Id(user) == "user_123")
                .All(static user => !user.GetProperty("trashed").GetBoolean() && !user.GetProperty("junked").GetBoolean());

    private static string Id(JsonElement item) => item.GetProperty("id").GetString()!;

    private static string? State(JsonElement task) => task.GetProperty("state").GetString();
}
