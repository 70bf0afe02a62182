using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("GET", "/hooks")]
    [InlineData("POST", "/comments")]
    [InlineData("GET", "/user")]
    [InlineData("GET", "/drafts")]
    [InlineData("DELETE", "/tasks/task_123")]
    [InlineData("DELETE", "/contacts/contact_123")]
    [InlineData("PUT", "/tasks/task_123")]
    [InlineData("GET", "/users/user_123")]
    [InlineData("GET", "/organizations/")]
    [InlineData("GET", "//organizations")]
    [InlineData("GET", "/")]
    public async Task What_is_not_documented_is_not_found(string method, string path)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Send(new HttpMethod(method), path, method is "POST" or "PUT" ? "{}" : null);
        Assert.Equal(404, answer.Status);
        Assert.Contains("no endpoint", answer.MessageText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_lies_outside_the_base_path()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var request = sandbox.Request(HttpMethod.Get, "", null);
        request.RequestUri = new Uri(sandbox.Emulator.BaseAddress, "/organizations");
        Assert.Equal(404, (await sandbox.Send(request)).Status);
    }

    [Fact]
    public async Task Ids_are_joined_by_literal_commas_only()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(200, (await sandbox.Get("/messages/message_123,message_1000")).Status);
        Assert.Equal(404, (await sandbox.Get("/messages/message_123%2Cmessage_1000")).Status);
        Assert.Equal(404, (await sandbox.Get("/tasks/task_123,task_1000")).Status);
        Assert.Equal(404, (await sandbox.Get("/tasks/../organizations")).Status);
    }

    [Fact]
    public async Task An_encoded_id_is_decoded()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(200, (await sandbox.Get("/tasks/task%5F123")).Status);
    }
}
