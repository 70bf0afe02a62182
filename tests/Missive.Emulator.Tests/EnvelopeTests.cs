using System.Text;
using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class EnvelopeTests
{
    public static TheoryData<string, string, string> Writes => new()
    {
        { "POST", "/analytics/reports", "reports" },
        { "POST", "/contacts", "contacts" },
        { "PATCH", "/contacts/contact_123", "contacts" },
        { "PATCH", "/conversations/conv_123", "conversations" },
        { "POST", "/drafts", "drafts" },
        { "POST", "/messages", "messages" },
        { "POST", "/responses", "responses" },
        { "PATCH", "/responses/response_123", "responses" },
        { "POST", "/posts", "posts" },
        { "POST", "/shared_labels", "shared_labels" },
        { "PATCH", "/shared_labels/label_123", "shared_labels" },
        { "POST", "/teams", "teams" },
        { "PATCH", "/teams/team_123", "teams" },
        { "POST", "/tasks", "tasks" },
        { "PATCH", "/tasks/task_123", "tasks" },
        { "POST", "/hooks", "hooks" },
    };

    private static readonly string[] ObjectEnvelopes = ["reports", "drafts", "messages", "posts", "tasks", "hooks"];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Every_write_demands_its_envelope(string method, string path, string key)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Send(new HttpMethod(method), path, """{"title":"flat"}""");
        Assert.Equal(400, answer.Status);
        Assert.Contains($"'{key}'", answer.MessageText(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Effects);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Every_envelope_has_its_shape(string method, string path, string key)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var wrong = ObjectEnvelopes.Contains(key) ? "[{}]" : "{}";
        Assert.Equal(400, (await sandbox.Send(new HttpMethod(method), path, $$"""{"{{key}}":{{wrong}} }""")).Status);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Unknown_attributes_are_refused_by_name(string method, string path, string key)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var content = ObjectEnvelopes.Contains(key) ? """{"surprise":1}""" : """[{"surprise":1}]""";
        var answer = await sandbox.Send(new HttpMethod(method), path, $$"""{"{{key}}":{{content}} }""");
        Assert.Equal(422, answer.Status);
        Assert.Contains("surprise is not a known attribute", answer.MessageText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_attributes_can_be_ignored()
    {
        const string Json = """{"tasks":{"title":"T","assignees":["user_123"],"organization":"org_123","surprise":1},"other":2}""";
        await using var strict = await Sandbox.StartAsync();
        Assert.Equal(422, (await strict.Post("/tasks", Json)).Status);
        await using var lenient = await Sandbox.StartAsync(new() { StrictBody = false });
        Assert.Equal(201, (await lenient.Post("/tasks", Json)).Status);
    }

    [Fact]
    public async Task Merging_is_the_only_write_without_an_envelope()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(422, (await sandbox.Post("/conversations/conv_123/merge", """{"conversations":{"target":"conv_456"}}""")).Status);
        Assert.Equal(201, (await sandbox.Post("/conversations/conv_123/merge", """{"target":"conv_456"}""")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"tasks":{"title":"a","title":"b"}}""")]
    public async Task What_is_not_a_json_object_is_refused(string body)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(400, (await sandbox.Post("/tasks", body)).Status);
    }

    [Fact]
    public async Task Bytes_that_are_not_text_and_other_media_types_are_refused()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var bytes = sandbox.Request(HttpMethod.Post, "/tasks", null);
        bytes.Content = new ByteArrayContent([.. "{\"tasks\":{\"title\":\""u8, 0xFF, .. "\"}}"u8]);
        bytes.Content.Headers.ContentType = new("application/json");
        Assert.Equal(400, (await sandbox.Send(bytes)).Status);

        using var text = sandbox.Request(HttpMethod.Post, "/tasks", null);
        text.Content = new StringContent("""{"tasks":{}}""", Encoding.UTF8, "text/plain");
        Assert.Equal(415, (await sandbox.Send(text)).Status);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_and_the_connection_goes_on()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var large = new string('x', 10 * 1024 * 1024);
        Assert.Equal(413, (await sandbox.Post("/tasks", $$"""{"tasks":{"title":"{{large}}"} }""")).Status);
        Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
        Assert.Equal(10 * 1024 * 1024, sandbox.Emulator.Requests[0].Body.Length);
    }

    [Theory]
    [InlineData("PATCH", "/contacts/contact_123,contact_456", """{"contacts":[{"id":"contact_123"}]}""")]
    [InlineData("PATCH", "/contacts/contact_123", """{"contacts":[{"id":"contact_456"}]}""")]
    [InlineData("PATCH", "/contacts/contact_123", """{"contacts":[{"id":"contact_123"},{"id":"contact_123"}]}""")]
    [InlineData("PATCH", "/contacts/contact_123,contact_123", """{"contacts":[{"id":"contact_123"},{"id":"contact_123"}]}""")]
    [InlineData("PATCH", "/responses/response_123", """{"responses":[{"title":"A"}]}""")]
    [InlineData("PATCH", "/teams/team_123", """{"teams":[]}""")]
    public async Task Bulk_items_repeat_exactly_the_ids_of_the_path(string method, string path, string json)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(422, (await sandbox.Send(new HttpMethod(method), path, json)).Status);
    }
}
