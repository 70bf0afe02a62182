using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Missive.Codegen.Runtime;
using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

public sealed class AnswerTests
{
    [Fact]
    public async Task The_answer_is_kept_whole()
    {
        await using var server = await RawServer.StartAsync(
            context => context.Response.WriteAsync("\uFEFF\r\n {\"tasks\":{\"new\":[1.50,null]},\"tasks \":2}\n"));
        using var account = server.CreateAccount();
        var response = await account.Transport.SendAsync(new ToolRequest("GET", "/tasks/x"), "get_task", Sandbox.Token);
        GC.Collect();
        Assert.Equal("""{"tasks":{"new":[1.50,null]},"tasks ":2}""", response.Body.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    public async Task An_empty_body_has_no_json(string body)
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.StatusCode = 201;
            return context.Response.WriteAsync(body);
        });
        using var account = server.CreateAccount();
        var response = await account.Transport.SendAsync(new ToolRequest("POST", "/posts", "{}"u8.ToArray()), "create_post", Sandbox.Token);
        Assert.Equal(201, response.Status);
        Assert.Equal(JsonValueKind.Undefined, response.Body.ValueKind);
    }

    [Fact]
    public async Task A_204_has_no_json()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { DeleteStatus = 204 });
        var response = await sandbox.Send("DELETE", "/drafts/draft_123");
        Assert.Equal(204, response.Status);
        Assert.Equal(JsonValueKind.Undefined, response.Body.ValueKind);
    }

    [Theory]
    [InlineData(200, "Check the base URL", true)]
    [InlineData(404, "Check the base URL", false)]
    [InlineData(401, "Check the base URL", false)]
    [InlineData(502, "call again later", true)]
    public async Task A_web_page_is_not_an_answer(int status, string advice, bool isInDoubt)
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Emulator.Faults.Add(Fault.Html(status));
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => sandbox.Post("/tasks", Sandbox.NewTask));
        Assert.Equal(MissiveTransportFailure.Html, error.Failure);
        Assert.Equal(status, error.Status);
        Assert.Equal(isInDoubt, error.MayHaveBeenCarriedOut);
        Assert.Contains("endpoint is not available", error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_that_says_it_is_json_is_recognised()
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("\n<!DOCTYPE html><html></html>");
        });
        using var account = server.CreateAccount();
        var error = await Assert.ThrowsAsync<MissiveTransportException>(
            () => account.Transport.SendAsync(new ToolRequest("GET", "/tasks"), "list_tasks", Sandbox.Token).AsTask());
        Assert.Equal(MissiveTransportFailure.Html, error.Failure);
    }

    [Fact]
    public async Task Broken_json_is_refused_with_its_position_and_without_its_text()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Emulator.Faults.Add(Fault.Of(FaultKind.BrokenJson));
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => sandbox.Get("/tasks/task_123"));
        Assert.Equal(MissiveTransportFailure.BrokenJson, error.Failure);
        Assert.Contains("line 1, byte ", error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
        Assert.Single(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task Ten_megabytes_are_read()
    {
        await using var sandbox = await Sandbox.StartAsync();
        sandbox.Emulator.Faults.Add(new Fault { Kind = FaultKind.Pad, Bytes = 10_000_000 });
        var response = await sandbox.Get("/tasks/task_123");
        Assert.Equal("task_123", response.Body.GetProperty("tasks").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_over_the_limit_is_refused_announced_or_not(bool isAnnounced)
    {
        const int Limit = 50_000;
        await using var server = await RawServer.StartAsync(async context =>
        {
            var bytes = new byte[context.Request.Path.Value!.EndsWith("over", StringComparison.Ordinal) ? Limit + 1 : Limit];
            bytes.AsSpan().Fill((byte)' ');
            bytes[0] = (byte)'1';
            if (isAnnounced)
            {
                context.Response.ContentLength = bytes.Length;
            }

            await context.Response.Body.WriteAsync(bytes);
        });
        using var account = server.CreateAccount(options => options.MaxResponseBytes = Limit);
        var fits = await account.Transport.SendAsync(new ToolRequest("GET", "/fits"), "api_get", Sandbox.Token);
        Assert.Equal(JsonValueKind.Number, fits.Body.ValueKind);
        var error = await Assert.ThrowsAsync<MissiveTransportException>(
            () => account.Transport.SendAsync(new ToolRequest("GET", "/over"), "api_get", Sandbox.Token).AsTask());
        Assert.Equal(MissiveTransportFailure.ResponseTooLarge, error.Failure);
        Assert.Contains("50,000 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_answer_is_read_and_measured_by_what_it_unpacks_to()
    {
        await using var server = await RawServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await zip.WriteAsync(Encoding.UTF8.GetBytes($"\"{new string('a', context.Request.Path.Value!.Length * 10_000)}\""));
        });
        using var account = server.CreateAccount(options => options.MaxResponseBytes = 100_000);
        var response = await account.Transport.SendAsync(new ToolRequest("GET", "/small"), "api_get", Sandbox.Token);
        Assert.Equal(90_000, response.Body.GetString()!.Length);
        var error = await Assert.ThrowsAsync<MissiveTransportException>(
            () => account.Transport.SendAsync(new ToolRequest("GET", "/larger"), "api_get", Sandbox.Token).AsTask());
        Assert.Equal(MissiveTransportFailure.ResponseTooLarge, error.Failure);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task An_answer_that_cannot_be_unpacked_is_a_broken_connection(string encoding)
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.WriteAsync("{\"tasks\": []} and more that no packer makes");
        });
        using var account = server.CreateAccount(options => options.MaxAttempts = 1);
        var error = await Assert.ThrowsAsync<MissiveTransportException>(
            () => account.Transport.SendAsync(new ToolRequest("GET", "/tasks"), "list_tasks", Sandbox.Token).AsTask());
        Assert.Equal(MissiveTransportFailure.ConnectionBroken, error.Failure);
    }

    [Fact]
    public async Task A_body_of_ten_megabytes_is_sent_and_a_larger_one_is_not()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var largest = Sandbox.NewTask.PadRight(10_000_000);
        Assert.Equal(201, (await sandbox.Post("/tasks", largest)).Status);
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => sandbox.Post("/tasks", largest + " "));
        Assert.Equal(MissiveTransportFailure.RequestTooLarge, error.Failure);
        Assert.False(error.MayHaveBeenCarriedOut);
        Assert.Contains("10,000,001 bytes; 10,000,000", error.Message, StringComparison.Ordinal);
        Assert.Single(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task Requests_say_what_they_send_and_want()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { StrictQuery = false });
        await sandbox.Get("/tasks/task_123?a=%2Fb%41");
        await sandbox.Post("/tasks", Sandbox.NewTask);
        await sandbox.Send("DELETE", "/drafts/draft_123");
        var requests = sandbox.Emulator.Requests;
        Assert.Equal(["GET /tasks/task_123?a=%2Fb%41", "POST /tasks", "DELETE /drafts/draft_123"], requests.Select(request => request.Line));
        Assert.Equal([null, "application/json", null], requests.Select(request => Header(request, "Content-Type")));
        Assert.Equal([null, $"{Sandbox.NewTask.Length}", "0"], requests.Select(request => Header(request, "Content-Length")));
        Assert.All(requests, request => Assert.Equal("application/json", Header(request, "Accept")));
        Assert.All(requests, request => Assert.StartsWith("Missive.Tools/", Header(request, "User-Agent"), StringComparison.Ordinal));

        static string? Header(Emulator.Recording.RecordedRequest request, string name)
            => request.Headers.SingleOrDefault(header => header.Key == name).Value;
    }
}
