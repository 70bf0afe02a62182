using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class PostTests
{
    private const string Notification = "\"notification\":{\"title\":\"T\",\"body\":\"B\"}";

    [Theory]
    [InlineData("\"text\":\"Hello\"")]
    [InlineData("\"text\":\"Hello\",\"notification\":{\"title\":\"T\"}")]
    [InlineData(Notification)]
    [InlineData(Notification + ",\"text\":\"\"")]
    [InlineData(Notification + ",\"close\":true")]
    [InlineData(Notification + ",\"attachments\":[]")]
    [InlineData(Notification + ",\"text\":\"a\",\"username_icon\":\"not a url\"")]
    [InlineData(Notification + ",\"attachments\":[{\"color\":\"blue\"}]")]
    public async Task A_post_needs_a_notification_and_content(string attributes)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(422, (await sandbox.Post("/posts", $$"""{"posts":{ {{attributes}} } }""")).Status);
    }

    [Fact]
    public async Task A_post_answers_only_its_id_and_conversation()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post("/posts", $$"""{"posts":{"conversation":"conv_456","markdown":"Hello",{{Notification}} } }""");
        Assert.Equal("""{"posts":{"id":"post_1","conversation":"conv_456"}}""", answer.Text);
        Assert.Contains("post_1", (await sandbox.Get("/conversations/conv_456/posts")).Ids("posts"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(",\"reopen\":true", false)]
    [InlineData(",\"reopen\":false", true)]
    [InlineData(",\"reopen\":true,\"close\":true", true)]
    public async Task A_post_reopens_a_closed_conversation_unless_told_not_to(string attribute, bool staysClosed)
    {
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.Post("/posts", $$"""{"posts":{"conversation":"conv_3000","text":"Hello",{{Notification}}{{attribute}} } }""");
        var closed = (await sandbox.Get("/conversations?closed=true&limit=50")).Ids("conversations");
        Assert.Equal(staysClosed, closed.Contains("conv_3000"));
    }

    [Fact]
    public async Task A_post_without_conversation_makes_one()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post("/posts", $$"""{"posts":{"text":"Hello",{{Notification}} } }""");
        Assert.Equal("conv_1", (string?)answer.Json["posts"]!["conversation"]);
        Assert.DoesNotContain("conv_1", (await sandbox.Get("/conversations?inbox=true")).Ids("conversations"));
        Assert.Contains("conv_1", (await sandbox.Get("/conversations?all=true")).Ids("conversations"));
    }

    [Fact]
    public async Task Deleting_a_post_of_a_shared_conversation_needs_an_admin()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { TokenOwnerIsAdmin = false });
        var refused = await sandbox.Delete("/posts/post_123");
        Assert.Equal(403, refused.Status);
        Assert.NotNull(refused.Json["error"]!["message"]);
        await using var admin = await Sandbox.StartAsync();
        Assert.Equal(200, (await admin.Delete("/posts/post_123")).Status);
        Assert.Equal(404, (await admin.Delete("/posts/post_123")).Status);
    }
}
