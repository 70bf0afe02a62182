using Missive.Emulator.Faults;
using Missive.Emulator.Recording;
using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class RecordingTests
{
    [Fact]
    public async Task A_request_is_recorded_as_it_came_but_for_its_token()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.Get("/messages?email_message_id=%3Cmessage-id%40example.test%3E", ("X-Marker", "m"));
        await sandbox.Patch("/tasks/task%5F123", """{ "tasks": {"state":"closed"} }""");

        var requests = sandbox.Emulator.Requests;
        Assert.Equal([1, 2], requests.Select(request => request.Number));
        Assert.Equal("GET /messages?email_message_id=%3Cmessage-id%40example.test%3E", requests[0].Line);
        Assert.Equal("email_message_id=%3Cmessage-id%40example.test%3E", requests[0].Query);
        Assert.Contains(KeyValuePair.Create("X-Marker", "m"), requests[0].Headers);
        Assert.Contains(KeyValuePair.Create("Authorization", "[redacted]"), requests[0].Headers);
        Assert.DoesNotContain(requests.SelectMany(request => request.Headers), header => header.Value.Contains("pat-", StringComparison.Ordinal));
        Assert.Equal("PATCH /tasks/task%5F123", requests[1].Line);
        Assert.Equal("""{ "tasks": {"state":"closed"} }""", requests[1].BodyText);
        Assert.Equal((200, 1), (requests[1].Status, requests[1].Effects));
        Assert.True(requests[1].Authorized && requests[1].Admitted);
    }

    [Fact]
    public async Task What_became_of_a_request_is_recorded_before_its_answer_arrives()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { RateLimits = new() { Windows = [new(3, TimeSpan.FromHours(1))] } });
        await sandbox.Get("/hooks");
        await sandbox.Get("/organizations", (Fault.HeaderName, "status=503"));
        await Assert.ThrowsAsync<HttpRequestException>(() => sandbox.Post("/tasks", "{}", (Fault.HeaderName, "reset")));
        await sandbox.Get("/organizations");
        using var request = sandbox.Request(HttpMethod.Get, "/organizations", null);
        request.Headers.Authorization = null;
        await sandbox.Send(request);

        var requests = sandbox.Emulator.Requests;
        Assert.Equal([404, 503, null, 429, 401], requests.Select(recorded => recorded.Status));
        Assert.Equal([true, true, true, false, false], requests.Select(recorded => recorded.Admitted));
        Assert.Equal([true, true, true, true, false], requests.Select(recorded => recorded.Authorized));
        Assert.Equal(FaultKind.Reset, requests[2].Fault!.Kind);
    }

    [Fact]
    public async Task Records_can_be_taken_and_cleared()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.Delete("/drafts/draft_123");
        Assert.Single(sandbox.Emulator.TakeRequests());
        Assert.Empty(sandbox.Emulator.Requests);
        Assert.Single(sandbox.Emulator.Effects);
        await sandbox.Get("/organizations");
        Assert.Equal(2, sandbox.Emulator.Requests.Single().Number);
        sandbox.Emulator.ClearRecords();
        Assert.Empty(sandbox.Emulator.Requests);
        Assert.Empty(sandbox.Emulator.Effects);
    }

    [Fact]
    public async Task Only_the_latest_requests_are_kept_when_there_are_too_many()
    {
        await using var few = await Sandbox.StartAsync(new() { MaxRecordedRequests = 2 });
        for (var i = 0; i < 5; i++)
        {
            await few.Get("/organizations");
        }

        Assert.Equal([4, 5], few.Emulator.Requests.Select(request => request.Number));
        await using var none = await Sandbox.StartAsync(new() { MaxRecordedRequests = 0 });
        await none.Get("/organizations");
        Assert.Empty(none.Emulator.Requests);
    }

    [Fact]
    public async Task A_listener_sees_every_request()
    {
        var seen = new List<RecordedRequest>();
        await using var sandbox = await Sandbox.StartAsync(new() { RequestHandled = seen.Add });
        await sandbox.Get("/organizations");
        await sandbox.Get("/hooks");
        Assert.Equal(["GET /organizations 200", "GET /hooks 404"], seen.Select(request => $"{request.Line} {request.Status}"));
    }

    [Theory]
    [InlineData("POST", "/tasks", """{"tasks":{"title":"Mark","team":"team_123","organization":"org_123"}}""", "Created tasks task_1 Mark")]
    [InlineData("POST", "/drafts", """{"drafts":{"subject":"Mark"}}""", "Created drafts draft_1 Mark")]
    [InlineData("POST", "/drafts", """{"drafts":{"subject":"Mark","send":true}}""", "Created messages message_1 Mark")]
    [InlineData("POST", "/posts", """{"posts":{"text":"Mark","notification":{"title":"T","body":"B"}}}""", "Created posts post_1 Mark")]
    [InlineData("POST", "/contacts", """{"contacts":[{"contact_book":"book_123","first_name":"Mark"}]}""", "Created contacts contact_1 Mark")]
    [InlineData("POST", "/responses", """{"responses":[{"user":"user_123","title":"Mark"}]}""", "Created responses response_1 Mark")]
    [InlineData("POST", "/teams", """{"teams":[{"name":"Mark","organization":"org_123"}]}""", "Created teams team_1 Mark")]
    [InlineData("POST", "/shared_labels", """{"shared_labels":[{"name":"Mark","organization":"org_123"}]}""", "Created shared_labels label_1 Mark")]
    [InlineData("POST", "/conversations/conv_123/merge", """{"target":"conv_456","subject":"Mark"}""", "Merged conversations conv_456 Mark")]
    [InlineData("PATCH", "/tasks/task_123", """{"tasks":{"title":"Mark"}}""", "Updated tasks task_123 Mark")]
    [InlineData("DELETE", "/hooks/hook_123", null, "Deleted hooks hook_123 hook_123")]
    public async Task Every_effect_is_recorded_with_the_callers_own_words(string method, string path, string? json, string expected)
    {
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.Send(new HttpMethod(method), path, json);
        var effect = sandbox.Emulator.Effects.Single();
        Assert.Equal(expected, $"{effect.Kind} {effect.Resource} {effect.Id} {effect.Marker}");
        Assert.Equal(1, effect.RequestNumber);
        Assert.Equal(1, sandbox.Emulator.Requests.Single().Effects);
    }

    [Theory]
    [InlineData("contacts")]
    [InlineData("contact_books")]
    [InlineData("contact_groups")]
    [InlineData("conversations")]
    [InlineData("drafts")]
    [InlineData("hooks")]
    [InlineData("messages")]
    [InlineData("organizations")]
    [InlineData("posts")]
    [InlineData("responses")]
    [InlineData("shared_labels")]
    [InlineData("tasks")]
    [InlineData("teams")]
    [InlineData("users")]
    public async Task What_is_stored_can_be_read_without_a_request(string resource)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.All(sandbox.Emulator.ReadStored(resource), item => Assert.NotNull(item!["id"]));
        Assert.NotEmpty(sandbox.Emulator.ReadStored(resource));
        Assert.Empty(sandbox.Emulator.Requests);
        Assert.Throws<ArgumentException>(() => sandbox.Emulator.ReadStored("comments of nobody"));
    }

    [Fact]
    public async Task Many_callers_at_once_leave_one_effect_a_call()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { RateLimits = new() { Enforced = false } });
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (number, _) =>
            await sandbox.Post("/tasks", $$"""{"tasks":{"title":"call {{number}}","team":"team_123","organization":"org_123"} }"""));
        var effects = sandbox.Emulator.Effects;
        Assert.Equal(1000, effects.Select(effect => effect.Marker).Distinct().Count());
        Assert.Equal(1000, effects.Select(effect => effect.Id).Distinct().Count());
        Assert.All(effects.GroupBy(effect => effect.Marker), group => Assert.Single(group));
        Assert.Equal(1000, sandbox.Emulator.Requests.Sum(request => request.Effects));
    }

    [Fact]
    public async Task Stored_times_follow_a_given_clock()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new() { TimeProvider = clock });
        clock.Advance(TimeSpan.FromMinutes(5));
        await sandbox.Post("/tasks", """{"tasks":{"title":"T","team":"team_123","organization":"org_123"}}""");
        var task = (await sandbox.Get("/tasks")).Items("tasks")[0]!;
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds(), (long)task["last_activity_at"]!);
        Assert.Equal(clock.GetUtcNow(), sandbox.Emulator.Requests[0].ArrivedAt);
    }
}
