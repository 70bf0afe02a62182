using System.Diagnostics;
using Missive.Benchmarks.Harness;
using Missive.Benchmarks.Loopback;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Missive.Benchmarks.Parts;

/// <summary>Calls over loopback through the generated classes, against what one would write by hand.</summary>
internal static class CallPart
{
    private const int Calls = 1000;

    // Until the compiler has made its last tier of everything.
    private const int WarmUps = 20;

    // A few dozen microseconds vary much; more pairs than elsewhere, each of them short.
    private const int MorePairs = 8;

    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(1);

    public static IEnumerable<Row> Run(Settings settings)
    {
        using var server = LoopbackServer.Start();
        var options = OptionsFor(server);
        using var client = MissiveClient.Create(options);
        using var handWritten = new HandWrittenClient(options, resilient: true);
        using var bare = new HandWrittenClient(options, resilient: false);

        var get = new Pair(settings.Pairs, () => Read(client), () => Read(handWritten));
        yield return get.Time("get_task, 2 KB answer, against HttpClient with limiter, resilience pipeline and hand-written JSON", 1.10);
        yield return get.Allocations("the same, allocations a call", 1.25);
        var list = new Pair(settings.Pairs, () => List(client), () => List(handWritten));
        yield return list.Time("list_users, 2 KB answer, against the same by hand", null);
        yield return list.Allocations("the same, allocations a call", null);
        var own = new Pair(settings.Pairs, () => Read(handWritten), () => Read(bare));
        yield return own.Time("limiter and resilience pipeline alone: by hand with them against HttpClient without", null);
        yield return own.Allocations("the same, allocations a call", null);

        // Each from new arguments, as callers write them: a record keeps its JSON.
        yield return Share("get_task", GetTaskTool.ToolDefinition, static () => new GetTaskArguments { TaskId = "task_123" }, 0.02);
        yield return Share("list_conversations", ListConversationsTool.ToolDefinition, static () => new ListConversationsArguments { State = ConversationState.Open, Limit = 25 }, 0.02);
        yield return Share("create_draft", CreateDraftTool.ToolDefinition, static () => new CreateDraftArguments { Body = Draft() }, null);

        Row Share(string function, ToolDefinition definition, Func<JsonRecord> arguments, double? target)
        {
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUpTime;)
            {
                Build(definition, arguments);
            }

            var median = Measure.Median(Enumerable.Range(0, settings.Pairs).Select(_ => Build(definition, arguments)));
            return new($"validating and building a request of {function}, share of a call", $"{median * 1e6:0} ns", Row.Time(get.Milliseconds), median / get.Milliseconds, target);
        }
    }

    /// <summary>Options whose limits no sequential caller reaches.</summary>
    public static MissiveOptions OptionsFor(LoopbackServer server) => new()
    {
        AccessToken = "missive_pat-benchmark",
        BaseUrl = server.BaseUrl,
        RateLimits = new() { Windows = [new(100_000, TimeSpan.FromSeconds(1))] },
    };

    // The time of one, in milliseconds.
    private static double Build(ToolDefinition definition, Func<JsonRecord> arguments) => Measure.Time(() =>
    {
        for (var i = 0; i < Calls; i++)
        {
            var json = arguments().Json;
            ToolValidator.ThrowIfInvalid(definition, json);
            ToolRequestBuilder.Build(definition, json);
        }
    }) / Calls;

    private static DraftContent Draft() => new()
    {
        Subject = "Follow up",
        Body = "Thanks for the details.",
        ToFields = [new() { Address = "person@example.test" }],
    };

    private static async Task Read(MissiveClient client)
    {
        var task = await client.Tasks.GetTaskAsync(new() { TaskId = "task_123" });
        Expect(task.TaskDetail!.Title is "Task 0" && task.TaskDetail.State == TaskState.Todo);
    }

    private static async Task Read(HandWrittenClient client)
    {
        var task = (await client.GetTaskAsync("task_123")).GetProperty("tasks");
        Expect(task.GetProperty("title").GetString() is "Task 0" && task.GetProperty("state").GetString() is "todo");
    }

    private static async Task List(MissiveClient client)
    {
        var users = await client.Organizations.ListUsersAsync(new() { Params = new() { Organization = "org_123", Limit = 50 } });
        var me = users.Users.Single(static user => user.Me == true);
        Expect(me.Name is "Person 0" && me.Email is "person0@example.test");
    }

    private static async Task List(HandWrittenClient client)
    {
        var users = (await client.ListUsersAsync("org_123", 50)).GetProperty("users");
        var me = users.EnumerateArray().Single(static user => user.GetProperty("me").GetBoolean());
        Expect(me.GetProperty("name").GetString() is "Person 0" && me.GetProperty("email").GetString() is "person0@example.test");
    }

    private static void Expect(bool isAsServed)
    {
        if (!isAsServed)
        {
            throw new InvalidOperationException("The answer is not what the server sent.");
        }
    }

    /// <summary>Two ways to make a call, measured in turns: times and allocations together.</summary>
    private sealed class Pair
    {
        private readonly Comparison _times;
        private readonly Comparison _bytes;

        public Pair(int pairs, Func<Task> ours, Func<Task> basis)
        {
            var (ourBytes, basisBytes) = (new List<double>(), new List<double>());
            _times = Measure.Compare(pairs * MorePairs, () => RunOnce(ours, ourBytes), () => RunOnce(basis, basisBytes), WarmUps);
            var (our, their) = (Measure.Median(ourBytes.Skip(WarmUps)), Measure.Median(basisBytes.Skip(WarmUps)));
            _bytes = new(our, their, our / their);
        }

        /// <summary>The time of one of our calls.</summary>
        public double Milliseconds => _times.Ours;

        public Row Time(string what, double? target) => Row.Of(what, _times, target);

        public Row Allocations(string what, double? target) => new(what, $"{_bytes.Ours:0} B", $"{_bytes.Basis:0} B", _bytes.Ratio, target);

        // One after the other on one caller: the next call begins when the answer to the one before has been read.
        private static double RunOnce(Func<Task> call, List<double> bytes)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            RunAsync(call).GetAwaiter().GetResult();
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds / Calls;
            bytes.Add((double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / Calls);
            return time;
        }

        private static async Task RunAsync(Func<Task> call)
        {
            for (var i = 0; i < Calls; i++)
            {
                await call();
            }
        }
    }
}
