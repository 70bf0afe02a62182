using System.Text;
using System.Text.Json;
using Missive.Codegen.Model;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Rehearsal;

/// <summary>What a call would send, found out without sending it.</summary>
public sealed class RehearsalTests
{
    public static TheoryData<string, string> Examples => ManifestData.Examples();

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task ARehearsalFindsWhatTheManifestSaysAndTheCallSends(string function, string title)
    {
        var example = ManifestData.Example(function, title);
        var arguments = ManifestData.JsonOf(example.Args);
        await using var sandbox = await FunctionSandbox.StartAsync();
        if (example.Error is { Code: not "not_offered" } error)
        {
            var refusal = await Assert.ThrowsAsync<ToolValidationException>(() => Rehearse(sandbox, function, arguments));
            Assert.Contains(refusal.Errors, found => found.Code == error.Code && found.Path == (error.Path ?? found.Path));
            Assert.Empty(sandbox.Emulator.Requests);
            return;
        }

        var rehearsal = await Rehearse(sandbox, function, arguments);
        (string Line, string Body)[] found = [.. rehearsal.Lookups.Select(LineAndBody), .. rehearsal.Requests.Select(LineAndBody)];
        Assert.NotEmpty(rehearsal.Requests);

        // Only the look-ups were sent, and they read.
        Assert.Equal(rehearsal.Lookups.Select(LineAndBody), sandbox.Emulator.Requests.Select(static request => (request.Line, request.BodyText)));
        Assert.All(rehearsal.Lookups, static lookup => Assert.Equal("GET", lookup.Method));
        Assert.Empty(sandbox.Emulator.Effects);

        // What the manifest expects, of which the answers may decide the rest.
        Assert.True(rehearsal.MoreMayFollow || found.Length == example.Sends.Count, rehearsal.Following);
        Expected.AssertEqual([.. example.Sends.Take(found.Length).Select(ExpectedOf)], found);

        // What the call then does, to the byte.
        sandbox.Emulator.ClearRecords();
        await Record.ExceptionAsync(() => sandbox.CallAsync(function, arguments));
        Assert.Equal(found, sandbox.Emulator.Requests.Take(found.Length).Select(static request => (request.Line, request.BodyText)));
    }

    [Fact]
    public async Task OpenTasksAreTwoRequests()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var rehearsal = await sandbox.Account.RehearseAsync("list_tasks", JsonElement.Parse("""{"state":"open"}"""), Sandbox.Token);
        Assert.Equal(["/tasks?state=todo&limit=25", "/tasks?state=in_progress&limit=25"], Paths(rehearsal.Requests));
        Assert.False(rehearsal.MoreMayFollow);
        Assert.Empty(sandbox.Lines);
    }

    [Theory]
    [InlineData("list_tasks", """{"limit":51}""", "until 51 items are found; at most 20 requests")]
    [InlineData("list_tasks", """{"limit":20,"offset":40}""", "until 60 items are found")]
    [InlineData("list_conversations", """{"assignee":"someone@example.test","limit":1}""", "until 1 matching items are found")]
    [InlineData("list_conversation_messages", """{"conversation_id":"conv_123","params":{"limit":11}}""", "until 11 items are found")]
    [InlineData("get_conversation", """{"id":"conv_123"}""", "/conversations/{id}/messages?limit=10")]
    [InlineData("get_current_user", "{}", "pages of users")]
    [InlineData("get_analytics_report", """{"report_id":"report_123"}""", "every 5 s while the report is not finished, for 60 s")]
    [InlineData("list_tasks", """{"offset":9223372036854775807}""", "until 9223372036854775832 items are found")]
    public async Task WhatTheAnswersDecideIsSaid(string function, string arguments, string said)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var rehearsal = await Rehearse(sandbox, function, arguments);
        Assert.True(rehearsal.MoreMayFollow);
        Assert.Contains(said, rehearsal.Following, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list_tasks", """{"limit":50}""")]
    [InlineData("list_conversation_messages", """{"conversation_id":"conv_123"}""")]
    [InlineData("list_users", """{"params":{"limit":200}}""")]
    public async Task OnePageThatHoldsAllIsTheOnlyRequest(string function, string arguments)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var rehearsal = await Rehearse(sandbox, function, arguments);
        Assert.Single(rehearsal.Requests);
        Assert.Null(rehearsal.Following);
    }

    [Fact]
    public async Task EveryContactBookIsAskedFor()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ContactBooks = 3 });
        var rehearsal = await Rehearse(sandbox, "list_contacts", """{"params":{"limit":50}}""");
        Assert.Equal(["/contact_books?limit=200"], Paths(rehearsal.Lookups));
        Assert.Equal(
            ["/contacts?contact_book=book_123&limit=50", "/contacts?contact_book=book_124&limit=50", "/contacts?contact_book=book_125&limit=50"],
            Paths(rehearsal.Requests));
        Assert.Contains("later requests may not be needed", rehearsal.Following, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatARehearsalDidNotReadIsNotRemembered()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await Rehearse(sandbox, "get_current_user", "{}");
        var rehearsal = await Rehearse(sandbox, "create_task", """{"title":"T","assignee":"me"}""");
        Assert.Equal(["/users?limit=200", "/organizations?limit=200"], Paths(rehearsal.Lookups));
        Assert.Equal("user_123", JsonElement.Parse(rehearsal.Requests[0].Body.Span).GetProperty("tasks").GetProperty("assignees")[0].GetString());
    }

    [Fact]
    public async Task UndocumentedCallsAreRehearsedAsTheSettingAllowsThem()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(options: new MissiveOptions { AllowUndocumented = true });
        var rehearsal = await Rehearse(sandbox, "create_comment", """{"conversation_id":"conv_123","body":"Hello","assignees":["ada@example.test"]}""");
        Assert.Equal("POST /comments", rehearsal.Requests.Single().ToString());
        Assert.Empty(sandbox.Lines);
    }

    [Fact]
    public async Task ALookupThatFailsIsTheCallsOwnError()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        sandbox.Emulator.Faults.Add(Fault.WithStatus(403));
        var refusal = await Assert.ThrowsAsync<MissivePermissionException>(() => Rehearse(sandbox, "create_task", """{"title":"T"}"""));
        Assert.Equal("create_task", refusal.Function);
        Assert.Equal("/users?limit=200", refusal.Path);
    }

    [Fact]
    public async Task WhatIsNeverSentIsRefused()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(options: new MissiveOptions { MaxRequestBytes = 40 });
        var tooLarge = await Assert.ThrowsAsync<MissiveTransportException>(
            () => Rehearse(sandbox, "create_draft", """{"body":{"subject":"A subject that is longer than that"}}"""));
        Assert.Equal(MissiveTransportFailure.RequestTooLarge, tooLarge.Failure);
        var withToken = await Assert.ThrowsAsync<MissiveTransportException>(
            () => Rehearse(sandbox, "get_task", $$"""{"task_id":"{{sandbox.Emulator.Token}}"}"""));
        Assert.Equal(MissiveTransportFailure.PathRefused, withToken.Failure);
        Assert.DoesNotContain(sandbox.Emulator.Token, withToken.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFunctionIsFoundByEachOfItsNames()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var rehearsal = await sandbox.Account.RehearseAsync("missive.missive_list_teams", JsonElement.Parse("{}"), Sandbox.Token);
        Assert.Equal("list_teams", rehearsal.Function);
        await Assert.ThrowsAsync<UnknownToolException>(
            () => sandbox.Account.RehearseAsync("list_tams", JsonElement.Parse("{}"), Sandbox.Token));
    }

    private static Task<MissiveRehearsal> Rehearse(FunctionSandbox sandbox, string function, string arguments)
        => sandbox.Account.RehearseAsync(MissiveTools.Registry.GetDefinition(function), JsonElement.Parse(arguments), Sandbox.Token);

    private static (string Line, string Body) LineAndBody(ToolRequest request)
        => ($"{request.Method} {request.PathAndQuery}", Encoding.UTF8.GetString(request.Body.Span));

    private static IEnumerable<string> Paths(IEnumerable<ToolRequest> requests) => requests.Select(static request => request.PathAndQuery);

    private static Expected ExpectedOf(ExpectedRequest request)
        => new($"{request.Request.Method} {request.Request.Path}", request.Body is { } body ? ManifestData.JsonOf(body) : null);
}
