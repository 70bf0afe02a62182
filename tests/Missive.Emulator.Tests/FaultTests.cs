using System.Text.Json;
using Missive.Emulator.Faults;
using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class FaultTests
{
    private const string Task1 = """{"tasks":{"title":"T","team":"team_123","organization":"org_123"}}""";

    [Fact]
    public async Task A_late_answer_waits_before_or_after_the_effect()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new() { TimeProvider = clock });
        foreach (var (stage, effects) in new[] { ("before", 0), ("after", 2) })
        {
            var pending = sandbox.Post("/tasks", Task1, (Fault.HeaderName, $"delay=3000; stage={stage}"));
            await clock.TimerIsSet();
            Assert.Equal(effects, sandbox.Emulator.Effects.Count);
            clock.Advance(TimeSpan.FromSeconds(2));
            Assert.False(pending.IsCompleted);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(201, (await pending).Status);
        }
    }

    [Fact]
    public async Task A_client_that_leaves_during_an_early_delay_has_no_effect()
    {
        var clock = new ManualClock();
        var handled = new TaskCompletionSource();
        await using var sandbox = await Sandbox.StartAsync(new() { TimeProvider = clock, RequestHandled = _ => handled.TrySetResult() });
        using var leaving = new CancellationTokenSource();
        using var request = sandbox.Request(HttpMethod.Post, "/tasks", Task1);
        request.Headers.Add(Fault.HeaderName, "delay=3000");
        var pending = sandbox.Send(request, leaving.Token);
        await clock.TimerIsSet();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        await handled.Task.WaitAsync(Sandbox.Token);
        Assert.Empty(sandbox.Emulator.Effects);
        Assert.Null(sandbox.Emulator.Requests.Single().Status);
    }

    [Theory]
    [InlineData("reset", 1)]
    [InlineData("reset; stage=before", 0)]
    [InlineData("close", 1)]
    [InlineData("reset-mid-body", 1)]
    [InlineData("truncate", 1)]
    public async Task A_broken_connection_fails_and_may_have_had_its_effect(string fault, int effects)
    {
        await using var sandbox = await Sandbox.StartAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.Post("/tasks", Task1, (Fault.HeaderName, fault)));
        Assert.Equal(effects, sandbox.Emulator.Effects.Count);
    }

    [Fact]
    public async Task A_connection_that_closes_in_order_makes_some_clients_repeat_a_request_without_body()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Emulator.Faults.Add(Fault.Of(FaultKind.Close));
        Assert.Equal(404, (await sandbox.Delete("/drafts/draft_123")).Status);
        Assert.Equal([null, 404], sandbox.Emulator.Requests.Select(request => request.Status));
        Assert.Single(sandbox.Emulator.Effects);
    }

    [Theory]
    [InlineData("reset-mid-body")]
    [InlineData("truncate")]
    public async Task A_body_that_breaks_off_comes_after_its_headers(string fault)
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var client = new HttpClient();
        using var request = sandbox.Request(HttpMethod.Get, "/conversations/conv_123", null);
        request.Headers.Add(Fault.HeaderName, fault);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Sandbox.Token);
        Assert.Equal(200, (int)response.StatusCode);

        await using var body = await response.Content.ReadAsStreamAsync(Sandbox.Token);
        using var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(received, Sandbox.Token));
        Assert.InRange(received.Length, 1, response.Content.Headers.ContentLength!.Value - 1);
    }

    [Fact]
    public async Task A_stalled_body_arrives_in_two_halves()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new() { TimeProvider = clock });
        var pending = sandbox.Get("/organizations", (Fault.HeaderName, "stall=2000"));
        await clock.TimerIsSet();
        Assert.False(pending.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["org_123"], (await pending).Ids("organizations"));
    }

    [Theory]
    [InlineData("html", 502)]
    [InlineData("html=200", 200)]
    public async Task An_html_page_replaces_the_answer_without_effect(string fault, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post("/tasks", Task1, (Fault.HeaderName, fault));
        Assert.Equal(status, answer.Status);
        Assert.Equal("text/html", answer.Message.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", answer.Text, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Effects);
    }

    [Fact]
    public async Task An_empty_or_broken_answer_keeps_its_status_and_effect()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var empty = await sandbox.Post("/tasks", Task1, (Fault.HeaderName, "empty"));
        Assert.Equal((201, ""), (empty.Status, empty.Text));
        var broken = await sandbox.Post("/tasks", Task1, (Fault.HeaderName, "broken-json"));
        Assert.Equal(201, broken.Status);
        Assert.ThrowsAny<JsonException>(() => broken.Json);
        Assert.Equal(2, sandbox.Emulator.Effects.Count);
    }

    [Fact]
    public async Task A_chosen_status_can_carry_a_waiting_time()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post("/tasks", Task1, (Fault.HeaderName, "status=503; retry-after=7"));
        Assert.Equal((503, "7"), (answer.Status, answer.Header("Retry-After")));
        Assert.Contains("injected", answer.MessageText(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Effects);
        var after = await sandbox.Post("/tasks", Task1, (Fault.HeaderName, "status=500; stage=after"));
        Assert.Equal(500, after.Status);
        Assert.Single(sandbox.Emulator.Effects);
    }

    [Fact]
    public async Task A_redirect_points_elsewhere()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Emulator.Faults.Add(Fault.RedirectTo(new Uri("https://elsewhere.example.test/v1"), 307));
        var answer = await sandbox.Get("/organizations");
        Assert.Equal((307, "https://elsewhere.example.test/v1"), (answer.Status, answer.Header("Location")));
        Assert.Equal("/moved", (await sandbox.Get("/organizations", (Fault.HeaderName, "redirect=/moved"))).Header("Location"));
    }

    [Fact]
    public async Task A_padded_answer_is_large_and_still_json()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Get("/organizations", (Fault.HeaderName, "pad=11000000"));
        Assert.True(answer.Text.Length > 11_000_000);
        Assert.Equal(["org_123"], answer.Ids("organizations"));
    }

    [Fact]
    public async Task Waiting_faults_meet_the_next_requests_that_fit_in_order()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Emulator.Faults.Add(Fault.WithStatus(500), times: 2, when: request => request.Path == "/users");
        sandbox.Emulator.Faults.Add(Fault.WithStatus(503), when: request => request.Method == "GET");
        Assert.Equal(3, sandbox.Emulator.Faults.Count);
        Assert.Equal(503, (await sandbox.Get("/organizations")).Status);
        Assert.Equal(500, (await sandbox.Get("/users")).Status);
        Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
        Assert.Equal(500, (await sandbox.Get("/users")).Status);
        Assert.Equal(200, (await sandbox.Get("/users")).Status);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(500));
        sandbox.Emulator.Faults.Clear();
        Assert.Equal(200, (await sandbox.Get("/users")).Status);
    }

    [Fact]
    public async Task Faults_can_be_chosen_by_the_number_of_the_request()
    {
        await using var sandbox = await Sandbox.StartAsync(new()
        {
            FaultSelector = request => request.Number % 3 == 0 ? Fault.Html() : null,
        });
        var statuses = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add((await sandbox.Get("/organizations")).Status);
        }

        Assert.Equal([200, 200, 502, 200, 200, 502], statuses);
    }

    [Theory]
    [InlineData("explode")]
    [InlineData("status=99")]
    [InlineData("delay=soon")]
    [InlineData("status")]
    [InlineData("stage=never")]
    public async Task A_fault_that_cannot_be_read_is_refused_with_its_grammar(string fault)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Get("/organizations", (Fault.HeaderName, fault));
        Assert.Equal(400, answer.Status);
        Assert.Contains("broken-json", answer.MessageText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unauthorized_requests_meet_no_faults()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var request = sandbox.Request(HttpMethod.Get, "/organizations", null);
        request.Headers.Authorization = null;
        request.Headers.Add(Fault.HeaderName, "status=503");
        Assert.Equal(401, (await sandbox.Send(request)).Status);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_late_answers()
    {
        var clock = new ManualClock();
        var sandbox = await Sandbox.StartAsync(new() { TimeProvider = clock });
        var pending = sandbox.Get("/organizations", (Fault.HeaderName, "delay=100000"));
        await clock.TimerIsSet();
        await sandbox.Emulator.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => pending);
        await sandbox.DisposeAsync();
    }
}
