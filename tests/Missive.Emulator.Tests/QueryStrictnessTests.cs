using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class QueryStrictnessTests
{
    [Theory]
    [InlineData("/conversations?inbox=true&state=open", "state")]
    [InlineData("/conversations?inbox=true&offset=1", "offset")]
    [InlineData("/conversations/conv_123?limit=1", "limit")]
    [InlineData("/tasks?offset=1", "offset")]
    [InlineData("/users?until=1", "until")]
    [InlineData("/messages?email_message_id=x&limit=1", "limit")]
    public async Task Unknown_parameters_are_refused_by_name_unless_lenient(string path, string name)
    {
        await using var strict = await Sandbox.StartAsync();
        var answer = await strict.Get(path);
        Assert.Equal(400, answer.Status);
        Assert.Contains(name, answer.MessageText(), StringComparison.Ordinal);
        await using var lenient = await Sandbox.StartAsync(new() { StrictQuery = false });
        Assert.Equal(200, (await lenient.Get(path)).Status);
    }

    [Theory]
    [InlineData("/contacts", "contact_book")]
    [InlineData("/contact_groups?contact_book=book_123", "kind")]
    [InlineData("/contact_groups?kind=group", "contact_book")]
    [InlineData("/messages", "email_message_id")]
    public async Task Required_parameters_are_demanded_by_name(string path, string name)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Get(path);
        Assert.Equal(400, answer.Status);
        Assert.Contains(name, answer.MessageText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tasks?state=open")]
    [InlineData("/tasks?state=completed")]
    [InlineData("/tasks?type=subtask")]
    [InlineData("/contacts?contact_book=book_123&order=first_name")]
    [InlineData("/contact_groups?contact_book=book_123&kind=team")]
    [InlineData("/contacts?contact_book=book_123&include_deleted=false")]
    [InlineData("/contacts?contact_book=book_123&modified_since=2026-05-01")]
    [InlineData("/users?limit=10&limit=20")]
    public async Task Wrong_and_repeated_values_are_refused(string path)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(400, (await sandbox.Get(path)).Status);
    }

    [Fact]
    public async Task Writes_do_not_look_at_their_query()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(200, (await sandbox.Delete("/drafts/draft_123?reason=none")).Status);
    }
}
