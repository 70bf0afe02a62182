using System.Text.Json;
using Missive.Emulator;
using Missive.Emulator.Answers;
using Missive.Emulator.Limits;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class GeneralDiscrepancyTests
{
    [Fact]
    public async Task DG1_SharedLabelsAreAFunctionOfTheirOwn()
    {
        var names = MissiveTools.Registry.Tools.Select(static tool => tool.Name).ToList();
        Assert.Equal(["create_teams", "list_shared_labels", "list_contacts"], names.Skip(names.IndexOf("create_teams")).Take(3));

        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_shared_labels", """{"params":{"organization":"org_123","limit":10,"offset":1}}""");
        sandbox.AssertSent("GET /shared_labels?organization=org_123&limit=10&offset=1");
    }

    [Fact]
    public async Task DG2_IdsAreNeverCheckedForTheirFormButPlaceholdersOfEnumsAre()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await Assert.ThrowsAsync<MissiveNotFoundException>(() => sandbox.CallAsync("get_task", """{"task_id":"no uuid at all"}"""));
        sandbox.AssertSent("GET /tasks/no%20uuid%20at%20all");

        var error = await sandbox.RefusedAsync("list_conversations", """{"state":"example_state"}""");
        Assert.Equal("state", error.Path);
        Assert.Contains("open, closed, spam", error.Message, StringComparison.Ordinal);
        Assert.Single(sandbox.Lines);
    }

    [Fact]
    public async Task DG3_TheRequestsOfOneCallRunOneAtATime()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { RateLimits = new RateLimits { MaxConcurrent = 1 } });
        await sandbox.CallAsync("list_tasks", """{"state":"open","assignee":"me","limit":100}""");
        await sandbox.CallAsync("create_task", """{"title":"T"}""");
        Assert.Equal(1, sandbox.Emulator.ObserveRates().MaxConcurrent);
    }

    [Fact]
    public async Task DG4_AnEmptySuccessBecomesOkAndStatus()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { CreateAnswer = CreateAnswer.Empty });
        Assert.Equal("""{"ok":true,"status":201}""", (await sandbox.CallAsync("create_task", """{"title":"T"}""")).GetRawText());
        Assert.Equal("""{"ok":true,"status":200}""", (await sandbox.CallAsync("delete_draft", """{"draft_id":"draft_123"}""")).GetRawText());
        Assert.Equal("""{"ok":true,"status":201}""",
            (await sandbox.CallAsync("api_post", """{"path":"/hooks","body":{"hooks":{"type":"new_comment","url":"https://example.test"}}}""")).GetRawText());
    }

    [Fact]
    public async Task DG5_EveryShapeOfAnErrorIsReadAndTheStatusKept()
    {
        foreach (var shape in (ErrorShape[])[ErrorShape.NestedMessage, ErrorShape.ErrorText, ErrorShape.ErrorsText, ErrorShape.MessageText])
        {
            await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ErrorShape = shape });
            var refusal = await Assert.ThrowsAsync<MissiveNotFoundException>(() => sandbox.CallAsync("get_task", """{"task_id":"task_0"}"""));
            Assert.Equal((404, "get_task"), (refusal.Status, refusal.Function));
            Assert.Contains("task_0", refusal.ApiMessage, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DG6_APaginationBlockStandsBesideTheEnvelope()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var byOffset = await sandbox.CallAsync("list_users", """{"params":{"limit":2,"offset":1}}""");
        Assert.Equal(2, byOffset.GetProperty("users").GetArrayLength());
        Assert.Equal(
            """{"offset":1,"limit":2,"returned":2,"has_more":true,"next_until":null,"incomplete":false}""",
            byOffset.GetProperty("pagination").GetRawText());

        var byCursor = await sandbox.CallAsync("list_conversations", """{"state":"open","limit":3,"offset":2}""");
        var last = byCursor.GetProperty("conversations")[2].GetProperty("last_activity_at").GetInt64();
        Assert.Equal(
            $$$"""{"offset":2,"limit":3,"returned":3,"has_more":true,"next_until":{{{last}}},"incomplete":false}""",
            byCursor.GetProperty("pagination").GetRawText());
    }

    [Fact]
    public async Task DG7_FlagsAreTrueOrLeftOutAndNumbersWhole()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync(
            "list_contacts", """{"params":{"contact_book":"book_123","modified_since":1777593600,"include_deleted":true,"limit":25.0}}""");
        await sandbox.CallAsync("list_contacts", """{"params":{"contact_book":"book_123","include_deleted":false,"search":null}}""");
        sandbox.AssertSent(
            "GET /contacts?contact_book=book_123&modified_since=1777593600&include_deleted=true&limit=25",
            "GET /contacts?contact_book=book_123");
    }

    [Fact]
    public void DG8_TheSetupTextSaysWhatTheTokenNeedsAndReaches()
    {
        var token = ManifestData.Manifest.Root.Auth.Credentials.Single(static credential => credential.Name == "access_token");
        Assert.Contains("Productive plan", token.Description, StringComparison.Ordinal);
        Assert.Contains("reaches all that its owner sees", token.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(ManifestData.Functions, static function => function.Request.Path is "/user");
    }

    [Fact]
    public async Task DG9_OffsetListsPassTheLimitThroughUpToTwoHundred()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ExtraUsers = 300 });
        var page = await sandbox.CallAsync("list_users", """{"params":{"limit":200,"offset":10}}""");
        Assert.Equal(200, page.GetProperty("users").GetArrayLength());
        var error = await sandbox.RefusedAsync("list_users", """{"params":{"limit":201}}""");
        Assert.Equal(("out_of_range", "params.limit"), (error.Code, error.Path));
        sandbox.AssertSent("GET /users?limit=200&offset=10");
        Assert.Equal(JsonValueKind.True, page.GetProperty("pagination").GetProperty("has_more").ValueKind);
    }
}
