using System.Text;
using Microsoft.AspNetCore.Http;
using Missive.Codegen.Runtime;
using Missive.Emulator.Answers;
using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(400, typeof(MissiveApiException))]
    [InlineData(401, typeof(MissiveAuthenticationException))]
    [InlineData(403, typeof(MissivePermissionException))]
    [InlineData(404, typeof(MissiveNotFoundException))]
    [InlineData(409, typeof(MissiveApiException))]
    [InlineData(422, typeof(MissiveApiException))]
    [InlineData(429, typeof(MissiveRateLimitException))]
    [InlineData(500, typeof(MissiveApiException))]
    [InlineData(503, typeof(MissiveApiException))]
    public async Task Each_refusal_has_its_type_status_message_and_request(int status, Type type)
    {
        await using var sandbox = await Sandbox.StartAsync(configure: options => options.MaxAttempts = 1);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(status));
        var error = await Assert.ThrowsAnyAsync<MissiveApiException>(() => sandbox.Get("/contacts?search=ada%40example.test"));
        Assert.IsType(type, error);
        Assert.Equal(status, error.Status);
        Assert.Equal($"injected fault: status {status}", error.ApiMessage);
        Assert.Equal("a_function", error.Function);
        Assert.Equal("GET", error.Method);
        Assert.Equal("/contacts?search=ada%40example.test", error.Path);
        Assert.StartsWith("a_function: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(error.ApiMessage, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", error.Message, StringComparison.Ordinal);
        Assert.False(error.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task A_wrong_token_is_an_authentication_error_that_says_where_to_get_another()
    {
        await using var sandbox = await Sandbox.StartAsync(configure: options => options.AccessToken = "missive_pat-wrong");
        var error = await Assert.ThrowsAsync<MissiveAuthenticationException>(() => sandbox.Get("/organizations"));
        Assert.Contains("API tab", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("missive_pat-wrong", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ErrorShape.NestedMessage)]
    [InlineData(ErrorShape.ErrorText)]
    [InlineData(ErrorShape.ErrorsText)]
    [InlineData(ErrorShape.MessageText)]
    public async Task Every_shape_of_error_is_understood(ErrorShape shape)
    {
        await using var sandbox = await Sandbox.StartAsync(new() { ErrorShape = shape });
        var error = await Assert.ThrowsAsync<MissiveNotFoundException>(() => sandbox.Get("/tasks/none"));
        Assert.DoesNotContain('{', error.ApiMessage);
        Assert.NotEqual("Not Found", error.ApiMessage);
    }

    [Fact]
    public async Task An_error_without_a_body_has_its_status_in_words()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { ErrorShape = ErrorShape.Empty });
        Assert.Equal("Not Found", (await Assert.ThrowsAsync<MissiveNotFoundException>(() => sandbox.Get("/tasks/none"))).ApiMessage);
    }

    [Theory]
    [InlineData("""{"error":{"message":"a"},"errors":"b","message":"c"}""", "a")]
    [InlineData("""{"message":"c","errors":"b","error":"a"}""", "a")]
    [InlineData("""{"message":"c","errors":"b"}""", "b")]
    [InlineData("""{"errors":["a","b"]}""", "a; b")]
    [InlineData("""{"errors":[{"message":"a"},{"message":"b"}]}""", "a; b")]
    [InlineData("""{"errors":{"title":["is blank"]}}""", """{"title":["is blank"]}""")]
    [InlineData("""{"message":"c"}""", "c")]
    [InlineData("""{"error":"","message":"c"}""", "c")]
    [InlineData("""{"error":{},"errors":[],"message":"c"}""", "c")]
    [InlineData("""{"other":1}""", """{"other":1}""")]
    [InlineData("plain words", "plain words")]
    [InlineData("""["a"]""", """["a"]""")]
    [InlineData("""{"error":"half a pair: \ud83d"}""", """{"error":"half a pair: \ud83d"}""")]
    [InlineData("", "Unprocessable Entity")]
    public void The_message_is_taken_in_the_documented_order(string body, string message)
        => Assert.Equal(message, ApiErrorText.Read(Encoding.UTF8.GetBytes(body), 422));

    [Theory]
    [InlineData(404, "Not Found")]
    [InlineData(429, "Too Many Requests")]
    [InlineData(502, "Bad Gateway")]
    [InlineData(599, "status 599")]
    public void A_status_has_words(int status, string words) => Assert.Equal(words, ApiErrorText.StatusText(status));

    [Fact]
    public async Task A_long_message_is_cut_between_characters()
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsync(new string('a', 999) + "😀" + new string('b', 5000));
        });
        using var account = server.CreateAccount();
        var error = await Assert.ThrowsAsync<MissiveApiException>(
            () => account.Transport.SendAsync(new ToolRequest("GET", "/tasks"), "list_tasks", Sandbox.Token).AsTask());
        Assert.Equal(new string('a', 999) + "…", error.ApiMessage);
    }

    [Fact]
    public async Task An_error_whose_body_breaks_off_is_still_that_error()
    {
        await using var server = await RawServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 404;
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{\"mess");
        });
        using var account = server.CreateAccount();
        var error = await Assert.ThrowsAsync<MissiveNotFoundException>(
            () => account.Transport.SendAsync(new ToolRequest("GET", "/tasks/x"), "get_task", Sandbox.Token).AsTask());
        Assert.Equal("Not Found", error.ApiMessage);
    }

    [Fact]
    public async Task A_server_error_on_a_write_says_that_it_may_have_been_carried_out()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Emulator.Faults.Add(Fault.WithStatus(500));
        var error = await Assert.ThrowsAsync<MissiveApiException>(() => sandbox.Post("/tasks", Sandbox.NewTask));
        Assert.True(error.MayHaveBeenCarriedOut);
        Assert.Contains("look before repeating", error.Message, StringComparison.Ordinal);
    }
}
