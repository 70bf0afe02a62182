using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

public sealed class CancellationTests
{
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_call_that_is_canceled_before_it_begins_sends_nothing()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await AssertCanceled(sandbox.Get("/tasks/task_123", new CancellationToken(canceled: true)), null);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task A_call_is_canceled_while_the_api_thinks()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var cancel = new CancellationTokenSource();
        var met = sandbox.Meet(Fault.Late(Never));
        var pending = sandbox.Post("/tasks", Sandbox.NewTask, cancel.Token);
        await met;
        await cancel.CancelAsync();
        var doubt = Assert.IsType<MissiveTransportException>((await AssertCanceled(pending, cancel.Token)).InnerException);
        Assert.Equal((MissiveTransportFailure.Canceled, true), (doubt.Failure, doubt.MayHaveBeenCarriedOut));
        Assert.EndsWith(": POST /tasks was broken off before its answer was complete. It may have been carried out: look before repeating it.", doubt.Message, StringComparison.Ordinal);
        await AssertFree(sandbox);
    }

    [Fact]
    public async Task A_call_is_canceled_in_the_middle_of_a_body()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var cancel = new CancellationTokenSource();
        var met = sandbox.Meet(new Fault { Kind = FaultKind.Stall, Pause = Never });
        var pending = sandbox.Get("/tasks/task_123", cancel.Token);
        await met;
        await cancel.CancelAsync();
        await AssertCanceled(pending, cancel.Token);
        await AssertFree(sandbox);
    }

    [Fact]
    public async Task A_call_is_canceled_in_the_pause_between_attempts()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(clock: clock);
        using var cancel = new CancellationTokenSource();
        sandbox.Emulator.Faults.Add(Fault.WithStatus(503));
        var pending = sandbox.Get("/tasks/task_123", cancel.Token);
        await clock.TimerIsSet(due => due > TimeSpan.Zero && due <= TimeSpan.FromSeconds(30));
        await cancel.CancelAsync();
        Assert.Null((await AssertCanceled(pending, cancel.Token)).InnerException);
        Assert.Single(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task A_call_is_canceled_while_it_waits_its_turn()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(
            configure: options => options.RateLimits = new() { Windows = [new(1, TimeSpan.FromMinutes(1))] }, clock: clock);
        using var cancel = new CancellationTokenSource();
        await sandbox.Get("/organizations");
        var canceled = sandbox.Get("/tasks/task_123", cancel.Token);
        var next = sandbox.Get("/teams");
        await cancel.CancelAsync();
        await AssertCanceled(canceled, cancel.Token);
        clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await next).Status);
        Assert.Equal(["GET /organizations", "GET /teams"], sandbox.Emulator.Requests.Select(request => request.Line));
    }

    private static async Task<OperationCanceledException> AssertCanceled(Task pending, CancellationToken? token)
    {
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        if (token is not null)
        {
            Assert.Equal(token, error.CancellationToken);
        }

        return error;
    }

    // As many calls at once as there are permits: one that was not given back would be missed.
    private static async Task AssertFree(Sandbox sandbox)
    {
        var calls = Enumerable.Range(0, 5).Select(_ => sandbox.Get("/organizations"));
        Assert.All(await Task.WhenAll(calls), response => Assert.Equal(200, response.Status));
        Assert.Equal(0, sandbox.Account.Transport.Limiter.InProgress);
    }
}
