using Missive.Codegen.Runtime;
using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

public sealed class RetryTests
{
    public static TheoryData<string, string, string?> Writes { get; } = new()
    {
        { "POST", "/tasks", Sandbox.NewTask },
        { "PATCH", "/tasks/task_123", """{"tasks":{"title":"Changed"}}""" },
        { "DELETE", "/drafts/draft_123", null },
    };

    [Theory]
    [InlineData("status=500")]
    [InlineData("status=503")]
    [InlineData("html=502")]
    [InlineData("reset")]
    [InlineData("reset-mid-body")]
    [InlineData("truncate")]
    public async Task A_read_is_repeated_after_a_passing_failure(string fault)
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(clock: clock);
        sandbox.Emulator.Faults.Add(Parse(fault));
        var pending = sandbox.Get("/tasks/task_123");
        await clock.PassPause();
        Assert.Equal(200, (await pending).Status);
        Assert.Equal(2, sandbox.Emulator.Requests.Count);
    }

    [Fact]
    public async Task A_read_is_given_up_after_the_last_attempt()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(clock: clock);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(503), times: 10);
        var pending = sandbox.Get("/tasks/task_123");
        for (var pause = 1; pause < 4; pause++)
        {
            await clock.PassPause();
        }

        var error = await Assert.ThrowsAsync<MissiveApiException>(() => pending);
        Assert.Equal(503, error.Status);
        Assert.Contains("4 attempts", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, sandbox.Emulator.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_is_sent_once_when_its_outcome_is_unclear(string method, string path, string? body)
    {
        foreach (var fault in new[] { "reset", "reset; stage=before", "close", "close; stage=before", "status=500", "status=503", "html=502" })
        {
            await using var sandbox = await Sandbox.StartAsync();

            // A connection that is used again is the one on which the framework repeats by itself.
            await sandbox.Get("/organizations");
            sandbox.Emulator.ClearRecords();
            sandbox.Emulator.Faults.Add(Parse(fault));
            var error = await Assert.ThrowsAnyAsync<MissiveException>(() => sandbox.Send(method, path, body));
            Assert.True(error is MissiveApiException { MayHaveBeenCarriedOut: true } or MissiveTransportException { MayHaveBeenCarriedOut: true }, fault);
            Assert.Contains("look before repeating", error.Message, StringComparison.Ordinal);
            Assert.Single(sandbox.Emulator.Requests);
            Assert.True(sandbox.Emulator.Effects.Select(effect => effect.RequestNumber).Distinct().Count() <= 1, fault);
        }
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_is_sent_once_over_a_new_connection_that_closes(string method, string path, string? body)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Emulator.Faults.Add(Fault.Of(FaultKind.Close));
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => sandbox.Send(method, path, body));
        Assert.Equal(MissiveTransportFailure.ConnectionBroken, error.Failure);
        Assert.Single(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("reset-mid-body")]
    [InlineData("truncate")]
    [InlineData("broken-json")]
    public async Task A_write_whose_answer_is_damaged_was_carried_out_and_is_not_repeated(string fault)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Emulator.Faults.Add(Parse(fault));
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => sandbox.Post("/tasks", Sandbox.NewTask));
        Assert.True(error.MayHaveBeenCarriedOut);
        Assert.Equal(201, error.Status);
        Assert.Contains("was carried out", error.Message, StringComparison.Ordinal);
        Assert.Single(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("GET", "/tasks/task_123", null)]
    [InlineData("POST", "/tasks", Sandbox.NewTask)]
    [InlineData("PATCH", "/tasks/task_123", """{"tasks":{"title":"Changed"}}""")]
    [InlineData("DELETE", "/drafts/draft_123", null)]
    public async Task A_429_is_obeyed_for_every_method(string method, string path, string? body)
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(clock: clock);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(429, retryAfterSeconds: 7));
        var pending = sandbox.Send(method, path, body);
        await clock.TimerIsSet(TimeSpan.FromSeconds(7));
        clock.Move(TimeSpan.FromSeconds(6.999));
        Assert.Single(sandbox.Emulator.Requests);
        clock.Move(TimeSpan.FromMilliseconds(1));
        Assert.InRange((await pending).Status, 200, 201);
        Assert.Equal(2, sandbox.Emulator.Requests.Count);
    }

    [Fact]
    public async Task A_429_without_a_time_is_repeated_after_a_pause()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(clock: clock);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(429));
        var pending = sandbox.Post("/tasks", Sandbox.NewTask);
        await clock.PassPause();
        Assert.Equal(201, (await pending).Status);
    }

    [Fact]
    public async Task A_429_as_a_web_page_is_obeyed_too()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(clock: clock);
        sandbox.Emulator.Faults.Add(Fault.Html(429) with { RetryAfterSeconds = 3 });
        var pending = sandbox.Post("/tasks", Sandbox.NewTask);
        await clock.TimerIsSet(TimeSpan.FromSeconds(3));
        clock.Move(TimeSpan.FromSeconds(3));
        Assert.Equal(201, (await pending).Status);
    }

    [Fact]
    public async Task A_429_with_a_date_is_obeyed()
    {
        var clock = new ObservedClock();
        var requests = 0;
        await using var server = await RawServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref requests) > 1)
            {
                return Task.CompletedTask;
            }

            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = clock.GetUtcNow().AddSeconds(11).ToString("r");
            return Task.CompletedTask;
        });
        using var account = server.CreateAccount(clock: clock);
        var pending = account.Transport.SendAsync(new ToolRequest("GET", "/tasks"), "list_tasks", Sandbox.Token).AsTask();
        await clock.TimerIsSet(TimeSpan.FromSeconds(11));
        clock.Move(TimeSpan.FromSeconds(11));
        Assert.Equal(200, (await pending).Status);
    }

    [Fact]
    public async Task A_429_whose_date_is_the_last_there_is_holds_back_no_longer_than_the_longest_window()
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = DateTimeOffset.MaxValue.ToString("r");
            return Task.CompletedTask;
        });

        // The system's clock, which counts in smaller steps than the others.
        using var account = server.CreateAccount();
        var error = await Assert.ThrowsAsync<MissiveRateLimitException>(
            () => account.Transport.SendAsync(new ToolRequest("GET", "/tasks"), "list_tasks", Sandbox.Token).AsTask());
        Assert.True(error.RetryAfter > TimeSpan.FromDays(365));
        Assert.InRange(account.Transport.Limiter.ShortestWait, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task A_429_that_does_not_end_is_given_up()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(configure: options => options.MaxAttempts = 3, clock: clock);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(429, retryAfterSeconds: 5), times: 9);
        var pending = sandbox.Get("/tasks/task_123");
        for (var pause = 1; pause < 3; pause++)
        {
            await clock.TimerIsSet(TimeSpan.FromSeconds(5));
            clock.Move(TimeSpan.FromSeconds(5));
        }

        var error = await Assert.ThrowsAsync<MissiveRateLimitException>(() => pending);
        Assert.Equal(TimeSpan.FromSeconds(5), error.RetryAfter);
        Assert.False(error.MayHaveBeenCarriedOut);
        Assert.Equal(3, sandbox.Emulator.Requests.Count);
    }

    [Fact]
    public async Task A_wait_that_outlasts_the_call_is_not_begun()
    {
        await using var sandbox = await Sandbox.StartAsync(clock: new ObservedClock());
        sandbox.Emulator.Faults.Add(Fault.WithStatus(429, retryAfterSeconds: 1201));
        var error = await Assert.ThrowsAsync<MissiveRateLimitException>(() => sandbox.Get("/tasks/task_123"));
        Assert.Equal(TimeSpan.FromSeconds(1201), error.RetryAfter);
        Assert.Contains("Wait 1201 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_429_holds_back_all_callers_with_the_token()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(clock: clock);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(429, retryAfterSeconds: 7));
        var first = sandbox.Get("/tasks/task_123");
        await clock.TimerIsSet(TimeSpan.FromSeconds(7));
        using var other = MissiveAccount.Create(Sandbox.OptionsFor(sandbox.Emulator), timeProvider: clock);
        var second = other.Transport.SendAsync(new ToolRequest("GET", "/organizations"), "list_organizations", Sandbox.Token).AsTask();
        Assert.False(second.IsCompleted);
        Assert.Single(sandbox.Emulator.Requests);
        clock.Move(TimeSpan.FromSeconds(7));
        await Task.WhenAll(first, second);
        Assert.Equal(3, sandbox.Emulator.Requests.Count);
    }

    private static Fault Parse(string text)
    {
        Assert.True(FaultSyntax.TryParse(text, out var fault));
        return fault!;
    }
}
