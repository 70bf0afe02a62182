using System.Text.Json;

namespace Missive.Tools.Tests.Paging;

/// <summary>Runs alone: what the whole process holds is measured.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MeasuredAlone;

[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Count = 10_000;

    [Fact]
    public async Task AWalkRemembersOnlyTheIdsAtTheBoundary()
    {
        var call = CallOf("list_conversation_messages", new CursorListStub(Count, "messages", "delivered_at"));
        var pages = new CursorPages { Envelope = "messages", Field = "delivered_at", Limit = 10, DefaultSize = 10 };
        var walk = new CursorWalk(call, "/conversations/conv_123/messages", pages, new RequestBudget(null));
        var seen = 0;
        var most = 0;
        while (await walk.FetchAsync(TestContext.Current.CancellationToken))
        {
            most = Math.Max(most, walk.RememberedIds);
            while (walk.TryTake(out _))
            {
                seen++;
            }
        }

        Assert.Equal(Count, seen);
        Assert.InRange(most, 1, 3);
    }

    [Theory]
    [InlineData("list_conversation_messages", """{"conversation_id":"conv_123"}""", "messages", "delivered_at")]
    [InlineData("list_conversations", "{}", "conversations", "last_activity_at")]
    [InlineData("list_tasks", """{"state":"todo"}""", "tasks", "last_activity_at")]
    public async Task AStreamOfTenThousandItemsHoldsNoMoreThanOneOfAFewHundred(string function, string arguments, string envelope, string field)
    {
        var transport = new CursorListStub(Count, envelope, field);
        var invoker = new MissiveInvoker(transport, new MissiveOptions(), TimeProvider.System);
        var tool = MissiveTools.Registry.Create(function, invoker);
        var seen = 0;
        long early = 0;
        long late = 0;
        await foreach (var item in tool.StreamAsync(JsonElement.Parse(arguments), TestContext.Current.CancellationToken))
        {
            Assert.Equal($"item_{seen}", item.GetProperty("id").GetString());
            seen++;
            if (seen == 300)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
            else if (seen == Count - 100)
            {
                late = GC.GetTotalMemory(forceFullCollection: true);
            }
        }

        // All items together are 20 MB.
        Assert.Equal(Count, seen);
        Assert.InRange(late - early, long.MinValue, 2_000_000);
    }

    private static ToolCall CallOf(string function, IMissiveTransport transport) => new(
        MissiveTools.Registry.GetDefinition(function), default, new CallServices(transport, new MissiveOptions(), TimeProvider.System));
}
