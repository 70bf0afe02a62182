using System.Text.Json;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class HookAndApiDiscrepancyTests
{
    [Fact]
    public async Task D37_01_ListingHooksIsTriedAndWhereItIsNotOfferedSaysWhatToDo()
    {
        Assert.True(MissiveTools.Registry.GetDefinition("list_hooks").Effects.Undocumented);
        await using var sandbox = await FunctionSandbox.StartAsync();
        foreach (var status in (int[])[404, 405])
        {
            sandbox.Emulator.Faults.Add(Fault.WithStatus(status));
            var error = await Assert.ThrowsAsync<MissiveNotOfferedException>(() => sandbox.CallAsync("list_hooks"));
            Assert.Contains("Rules in Missive's settings", error.Message, StringComparison.Ordinal);
            Assert.Contains("create_hook", error.Message, StringComparison.Ordinal);
        }

        sandbox.Emulator.Faults.Add(Fault.WithStatus(409));
        await Assert.ThrowsAsync<MissiveApiException>(() => sandbox.CallAsync("list_hooks"));

        var offered = new MissiveInvoker(StubTransport.Answering("""{"hooks":[{"id":"hook_1"}]}"""), new MissiveOptions(), TimeProvider.System);
        var result = await MissiveTools.Registry.Create("list_hooks", offered).InvokeAsync(JsonElement.Parse("{}"), TestContext.Current.CancellationToken);
        Assert.Equal("""{"hooks":[{"id":"hook_1"}]}""", result.GetRawText());
    }

    [Fact]
    public async Task D37_02_ItsParametersArePassedThrough()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await Assert.ThrowsAsync<MissiveNotOfferedException>(
            () => sandbox.CallAsync("list_hooks", """{"params":{"organization":"org_123","limit":500,"offset":7}}"""));
        sandbox.AssertSent("GET /hooks?organization=org_123&limit=500&offset=7");
    }

    [Fact]
    public async Task D38_01_AFlatHookIsPutIntoItsEnvelope()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        const string Hook = """{"type":"incoming_email","url":"https://example.test/hooks"}""";
        await sandbox.CallAsync("create_hook", $$$"""{"body":{{{Hook}}}}""");
        await sandbox.CallAsync("create_hook", $$$"""{"body":{"hooks":{{{Hook}}}}}""");
        sandbox.AssertSent(("POST /hooks", $$$"""{"hooks":{{{Hook}}}}"""), ("POST /hooks", $$$"""{"hooks":{{{Hook}}}}"""));
    }

    [Fact]
    public async Task D38_02_TypeAndUrlAreNeededFiltersFitTheirTypeAndTheIdIsToBeKept()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        foreach (var (body, path) in ((string, string)[])
        [
            ("""{"url":"https://example.test"}""", "body.type"),
            ("""{"type":"new_comment"}""", "body.url"),
            ("""{"type":"new_mail","url":"https://example.test"}""", "body.type"),
            ("""{"type":"incoming_email","url":"https://example.test","mention":"user_456"}""", "body.mention"),
            ("""{"type":"new_comment","url":"https://example.test","subject_contains":"x"}""", "body.subject_contains"),
        ])
        {
            Assert.Equal(path, (await sandbox.RefusedAsync("create_hook", $$$"""{"body":{{{body}}}}""")).Path);
        }

        sandbox.AssertSent();
        var definition = MissiveTools.Registry.GetDefinition("create_hook");
        Assert.Contains("Keep it", definition.Notes, StringComparison.Ordinal);
        var type = (EnumType)((ObjectType)definition.FindParameter("body")!.Type).Fields[0].Type;
        Assert.Equal(6, type.Values.Length);
    }

    [Fact]
    public async Task D39_01_AHookIsDeletedByTheIdThatItsCreationReturned()
    {
        Assert.Contains("IDs come from create_hook only", MissiveTools.Registry.GetDefinition("delete_hook").Notes, StringComparison.Ordinal);
        await using var sandbox = await FunctionSandbox.StartAsync();
        var token = TestContext.Current.CancellationToken;
        var hook = await sandbox.Client.Hooks.CreateHookAsync(
            new() { Body = new() { Type = HookType.NewComment, Url = "https://example.test/hooks" } }, token);
        await sandbox.Client.Hooks.DeleteHookAsync(new() { HookId = hook.HookReference!.Id! }, token);
        Assert.Equal($"DELETE /hooks/{hook.HookReference.Id}", sandbox.Lines[^1]);
    }

    [Fact]
    public async Task D40_01_ContactsGetTheirBookAndNothingElseDoes()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("api_get", """{"path":"contacts"}""");
        await sandbox.CallAsync("api_get", """{"path":"/contacts?contact_book=book_123"}""");
        await sandbox.CallAsync("api_get", """{"path":"/v1/contacts/contact_123"}""");
        sandbox.AssertSent(
            "GET /contact_books?limit=200",
            "GET /contacts?contact_book=book_123",
            "GET /contacts?contact_book=book_123",
            "GET /contacts/contact_123");
    }

    [Theory]
    [InlineData("/tasks", "/tasks?limit=2")]
    [InlineData("tasks", "/tasks?limit=2")]
    [InlineData("/v1/tasks", "/tasks?limit=2")]
    [InlineData("v1/tasks", "/tasks?limit=2")]
    [InlineData("tasks?state=todo", "/tasks?state=todo&limit=2")]
    [InlineData("/tasks?limit=2&state=todo", "/tasks?limit=2&state=todo")]
    [InlineData("/v1/tasks?conversation=conv_123&", "/tasks?conversation=conv_123&limit=2")]
    public async Task APathIsTakenInAnyOfItsForms(string path, string sent)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("api_get", $$$"""{"path":"{{{path}}}","params":{"limit":2}}""");
        sandbox.AssertSent($"GET {sent}");
    }

    [Theory]
    [InlineData("/responses/response_123,response_456", "/responses/response_123,response_456")]
    [InlineData("/tasks/a b", "/tasks/a%20b")]
    [InlineData("/tasks/a%20b", "/tasks/a%20b")]
    [InlineData("/tasks/ü<>", "/tasks/%C3%BC%3C%3E")]
    [InlineData("/tasks/100%", "/tasks/100%25")]
    [InlineData("/tasks/a%23b", "/tasks/a%23b")]
    public async Task APathIsEncodedWhereItNeedsToBe(string path, string sent)
    {
        var stub = StubTransport.Answering("{}");
        var invoker = new MissiveInvoker(stub, new MissiveOptions(), TimeProvider.System);
        await MissiveTools.Registry.Create("api_delete", invoker)
            .InvokeAsync(JsonElement.Parse($$$"""{"path":"{{{path}}}"}"""), TestContext.Current.CancellationToken);
        Assert.Equal($"DELETE {sent}", Assert.Single(stub.Requests));
    }

    [Theory]
    [InlineData("https://example.test/v1/contacts")]
    [InlineData("http:contacts")]
    [InlineData("//example.test/contacts")]
    [InlineData("/v1//example.test/contacts")]
    [InlineData("contacts//x")]
    [InlineData("example.test/contacts")]
    [InlineData("user@example/contacts")]
    [InlineData("/contacts/../users")]
    [InlineData("../contacts")]
    [InlineData("/contacts/%2e%2e/users")]
    [InlineData("/contacts/%2E./users")]
    [InlineData("/contacts/%252e%252e/users")]
    [InlineData("/contacts/..%2fusers")]
    [InlineData("/contacts/./users")]
    [InlineData("/contacts\\\\..\\\\users")]
    [InlineData("/contacts/%5c..%5cusers")]
    [InlineData("/contacts#x")]
    [InlineData("/contacts/%0d%0aHost:x")]
    [InlineData("/contacts?x=1\\r\\nHost: y")]
    [InlineData("/contacts/%00")]
    [InlineData("/contacts/{id}")]
    [InlineData("/contacts/}")]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("?limit=2")]
    [InlineData("/tasks?limit=2&limit=3")]
    [InlineData("/contacts/%25252525252e")]
    public async Task AnUnsafePathIsRefusedByEveryGenericFunction(string path)
    {
        var stub = StubTransport.Answering("{}");
        var invoker = new MissiveInvoker(stub, new MissiveOptions(), TimeProvider.System);
        foreach (var function in (string[])["api_get", "api_post", "api_patch", "api_delete"])
        {
            var tool = MissiveTools.Registry.Create(function, invoker);
            var refusal = await Assert.ThrowsAsync<ToolValidationException>(
                () => tool.InvokeAsync(JsonElement.Parse($$$"""{"path":"{{{path}}}"}"""), TestContext.Current.CancellationToken));
            Assert.All(refusal.Errors, static error => Assert.Equal("path", error.Path));
        }

        Assert.Empty(stub.Requests);
    }

    [Fact]
    public async Task D40_02_PathsAreRelativeSafeAndTheirQueryJoinsTheParameters()
    {
        await APathIsTakenInAnyOfItsForms("/v1/tasks?state=todo", "/tasks?state=todo&limit=2");
        await AnUnsafePathIsRefusedByEveryGenericFunction("https://example.test/v1/contacts");
        await using var sandbox = await FunctionSandbox.StartAsync();
        var error = await sandbox.RefusedAsync("api_get", """{"path":"/tasks?limit=2","params":{"limit":3}}""");
        Assert.Equal(("conflict", "params.limit"), (error.Code, error.Path));
        await sandbox.CallAsync("api_patch", """{"path":"/responses/response_123,response_456","body":{"responses":[{"id":"response_123"},{"id":"response_456"}]}}""");
        Assert.Equal("PATCH /responses/response_123,response_456", Assert.Single(sandbox.Lines));
    }

    [Fact]
    public async Task D42_01_AnIdThatWasNotFilledInIsRefused()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var error = await sandbox.RefusedAsync("api_patch", """{"path":"/contacts/{id}","body":{}}""");
        Assert.Equal(("not_allowed", "path"), (error.Code, error.Path));
        Assert.Contains("{id}", error.Message, StringComparison.Ordinal);
        sandbox.AssertSent();
    }

    [Fact]
    public async Task D43_01_ParametersOfADeletionAreItsQuery()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { StrictQuery = false });
        await sandbox.CallAsync("api_delete", """{"path":"/drafts/draft_123","params":{"force":true,"quiet":false,"count":2}}""");
        sandbox.AssertSent("DELETE /drafts/draft_123?force=true&count=2");
    }
}
