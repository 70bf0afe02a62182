using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class MessageTests
{
    [Fact]
    public async Task One_id_gives_an_object_and_several_give_an_array()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var one = (await sandbox.Get("/messages/message_123")).Json["messages"]!;
        Assert.NotNull(one["body"]);
        Assert.Equal("conv_123", (string?)one["conversation"]!["id"]);
        Assert.False(one["conversation"]!.AsObject().ContainsKey("last_activity_at"));
        Assert.Equal(["message_1001", "message_123"], (await sandbox.Get("/messages/message_1001,message_123")).Ids("messages"));
        Assert.Equal(404, (await sandbox.Get("/messages/message_123,message_999999")).Status);
    }

    [Fact]
    public async Task Listed_messages_have_a_preview_and_no_body()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var listed = (await sandbox.Get("/conversations/conv_123/messages")).Items("messages")[0]!.AsObject();
        Assert.True(listed.ContainsKey("preview"));
        Assert.False(listed.ContainsKey("body"));
    }

    [Fact]
    public async Task Messages_are_found_by_their_header()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var found = await sandbox.Get("/messages?email_message_id=%3Cmessage-id%40example.test%3E");
        Assert.Equal(["message_123"], found.Ids("messages"));
        Assert.NotNull(found.Items("messages")[0]!["body"]);
        Assert.Empty((await sandbox.Get("/messages?email_message_id=unknown%40example.test")).Items("messages"));
    }

    [Fact]
    public async Task Custom_channels_take_incoming_messages()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post(
            "/messages",
            """{"messages":{"account":"account_123","body":"Hi","external_id":"ext-1","from_field":{"id":"7","username":"bot"},"delivered_at":1777593000}}""");
        Assert.Equal(201, answer.Status);
        Assert.Equal("Hi", (string?)answer.Json["messages"]!["body"]);
        Assert.Contains("conv_1", (await sandbox.Get("/conversations?inbox=true")).Ids("conversations"));

        await sandbox.Post("/messages", """{"messages":{"account":"account_123","body":"Again","references":["ext-1"]}}""");
        Assert.Equal(2, (await sandbox.Get("/conversations/conv_1/messages")).Items("messages").Count);
    }

    [Theory]
    [InlineData("""{"body":"Hi"}""", 422)]
    [InlineData("""{"account":"account_999","body":"Hi"}""", 404)]
    [InlineData("""{"account":"account_456","body":"Hi"}""", 422)]
    public async Task An_incoming_message_names_a_custom_channel(string message, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(status, (await sandbox.Post("/messages", $$"""{"messages":{{message}} }""")).Status);
    }
}
