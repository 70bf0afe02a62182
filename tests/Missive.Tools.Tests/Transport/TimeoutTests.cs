using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

public sealed class TimeoutTests
{
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_read_without_an_answer_is_repeated_when_its_attempt_is_over()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(clock: clock);
        var met = sandbox.Meet(Fault.Late(Never));
        var pending = sandbox.Get("/tasks/task_123");
        await met;
        clock.Move(Attempt);
        await clock.PassPause();
        Assert.Equal(200, (await pending).Status);
    }

    [Fact]
    public async Task A_write_without_an_answer_fails_when_its_attempt_is_over()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(clock: clock);
        var met = sandbox.Meet(Fault.Late(Never, FaultStage.AfterEffect));
        var pending = sandbox.Post("/tasks", Sandbox.NewTask);
        await met;
        clock.Move(Attempt);
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => pending);
        Assert.Equal(MissiveTransportFailure.TimedOut, error.Failure);
        Assert.True(error.MayHaveBeenCarriedOut);
        Assert.Contains("60 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_stalls_ends_with_its_attempt()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(configure: options => options.MaxAttempts = 1, clock: clock);
        var met = sandbox.Meet(new Fault { Kind = FaultKind.Stall, Pause = Never });
        var pending = sandbox.Get("/tasks/task_123");
        await met;
        clock.Move(Attempt);
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => pending);
        Assert.Equal(MissiveTransportFailure.TimedOut, error.Failure);
        Assert.False(error.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task The_time_of_a_call_bounds_its_attempts()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(
            configure: options => options.Timeouts = new() { Total = TimeSpan.FromSeconds(40) }, clock: clock);
        var met = sandbox.Meet(Fault.Late(Never));
        var pending = sandbox.Post("/tasks", Sandbox.NewTask);
        await met;
        clock.Move(TimeSpan.FromSeconds(40));
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => pending);
        Assert.Equal(MissiveTransportFailure.TimedOut, error.Failure);
        Assert.True(error.MayHaveBeenCarriedOut);
        Assert.Contains("40 s that a call has", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_ends_between_attempts_tells_what_the_last_one_came_to()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(
            configure: options =>
            {
                options.Timeouts = new() { Total = TimeSpan.FromSeconds(10) };
                options.RetryDelay = TimeSpan.FromDays(1);
                options.MaxRetryDelay = TimeSpan.FromDays(1);
            },
            clock: clock);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(503));
        var pending = sandbox.Get("/tasks/task_123");
        await clock.TimerIsSet(due => due > TimeSpan.FromMinutes(2));
        clock.Move(TimeSpan.FromSeconds(10));
        Assert.Equal(503, (await Assert.ThrowsAsync<MissiveApiException>(() => pending)).Status);
    }

    [Fact]
    public async Task A_call_that_never_gets_its_turn_was_not_sent()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(
            configure: options =>
            {
                options.RateLimits = new() { Concurrent = 1 };
                options.Timeouts = new() { Attempt = Never, Total = TimeSpan.FromSeconds(90) };
            },
            clock: clock);
        var met = sandbox.Meet(Fault.Late(Never));
        var occupant = sandbox.Get("/organizations");
        await met;
        var pending = sandbox.Post("/tasks", Sandbox.NewTask);
        clock.Move(TimeSpan.FromSeconds(90));
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => pending);
        Assert.Equal(MissiveTransportFailure.NoPermit, error.Failure);
        Assert.False(error.MayHaveBeenCarriedOut);
        Assert.Single(sandbox.Emulator.Requests);
        await Assert.ThrowsAsync<MissiveTransportException>(() => occupant);
    }

    [Fact]
    public async Task A_call_whose_turn_cannot_come_in_time_fails_at_once()
    {
        await using var sandbox = await Sandbox.StartAsync(
            configure: options =>
            {
                options.RateLimits = new() { Windows = [new(1, TimeSpan.FromHours(1))] };
                options.Timeouts = new() { Total = TimeSpan.FromSeconds(90) };
            },
            clock: new ObservedClock());
        await sandbox.Get("/organizations");
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => sandbox.Post("/tasks", Sandbox.NewTask));
        Assert.Equal(MissiveTransportFailure.NoPermit, error.Failure);
        Assert.Contains("in 3600 s", error.Message, StringComparison.Ordinal);
        Assert.False(error.MayHaveBeenCarriedOut);
        Assert.Single(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Without_a_connection_nothing_was_sent(string method)
    {
        using var account = MissiveAccount.Create(new MissiveOptions
        {
            AccessToken = "missive_pat-nobody-there",
            BaseUrl = new Uri($"http://127.0.0.1:{ClosedPort()}/v1"),
            MaxAttempts = 2,
            RetryDelay = TimeSpan.Zero,
        });
        var error = await Assert.ThrowsAsync<MissiveTransportException>(
            () => account.Transport.SendAsync(new ToolRequest(method, "/tasks"), "a_function", Sandbox.Token).AsTask());
        Assert.Equal(MissiveTransportFailure.NotConnected, error.Failure);
        Assert.False(error.MayHaveBeenCarriedOut);
        Assert.Contains("Nothing was sent", error.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(error.InnerException);
    }

    [Fact]
    public async Task Without_a_connection_in_time_nothing_was_sent()
    {
        // The system accepts the connection, and nobody answers the greeting.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var account = MissiveAccount.Create(new MissiveOptions
        {
            AccessToken = "missive_pat-nobody-there",
            BaseUrl = new Uri($"https://{listener.LocalEndpoint}/v1"),
            MaxAttempts = 1,
            Timeouts = new() { Connect = TimeSpan.FromMilliseconds(10) },
        });
        var error = await Assert.ThrowsAsync<MissiveTransportException>(
            () => account.Transport.SendAsync(new ToolRequest("POST", "/tasks"), "a_function", Sandbox.Token).AsTask());
        Assert.Equal(MissiveTransportFailure.NotConnected, error.Failure);
        Assert.False(error.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task A_write_whose_client_is_disposed_may_have_been_carried_out()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var met = sandbox.Meet(Fault.Late(Never, FaultStage.AfterEffect));
        var pending = sandbox.Post("/tasks", Sandbox.NewTask);
        await met;
        sandbox.Account.Dispose();
        await AssertInDoubt(pending);
    }

    public static TheoryData<Exception, MissiveTransportFailure> Impatience => new()
    {
        { new TaskCanceledException(), MissiveTransportFailure.ConnectionBroken },
        { new TaskCanceledException("", new TimeoutException("", new TaskCanceledException())), MissiveTransportFailure.ConnectionBroken },
        { new TimeoutException("enough"), MissiveTransportFailure.TimedOut },
    };

    [Theory]
    [MemberData(nameof(Impatience), DisableDiscoveryEnumeration = true)]
    public async Task A_write_that_a_handler_gives_up_may_have_been_carried_out(Exception end, MissiveTransportFailure failure)
    {
        await using var emulator = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
        using var client = new HttpClient(new Impatient(end));
        using var transport = new MissiveTransport(
            client, Sandbox.OptionsFor(emulator), NullLogger.Instance, TimeProvider.System, new LimiterRegistry());
        await AssertInDoubt(transport.SendAsync(
            new ToolRequest("POST", "/tasks", Encoding.UTF8.GetBytes(Sandbox.NewTask)), "a_function", Sandbox.Token).AsTask(), failure);
        Assert.Single(emulator.Requests);
    }

    private static async Task AssertInDoubt(Task pending, MissiveTransportFailure failure = MissiveTransportFailure.ConnectionBroken)
    {
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => pending);
        Assert.Equal(failure, error.Failure);
        Assert.True(error.MayHaveBeenCarriedOut);
        Assert.Contains("It may have been carried out: look before repeating it.", error.Message, StringComparison.Ordinal);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Sends, and says that the time is over.</summary>
    private sealed class Impatient(Exception end) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            throw end;
        }
    }
}
