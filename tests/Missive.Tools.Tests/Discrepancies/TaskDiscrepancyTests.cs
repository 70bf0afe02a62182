using System.Text.Json;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class TaskDiscrepancyTests
{
    [Fact]
    public async Task D14_01_CompletedIsClosedAndNativeStatesPass()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        foreach (var state in (string[])["completed", "closed", "todo", "in_progress"])
        {
            await sandbox.CallAsync("list_tasks", $$$"""{"state":"{{{state}}}"}""");
        }

        sandbox.AssertSent(
            "GET /tasks?state=closed&limit=25", "GET /tasks?state=closed&limit=25", "GET /tasks?state=todo&limit=25", "GET /tasks?state=in_progress&limit=25");
    }

    [Fact]
    public async Task D14_02_OpenIsTwoWalksMergedByLatestActivity()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var all = await sandbox.CallAsync("list_tasks", """{"state":"open","limit":100}""");
        var part = await sandbox.CallAsync("list_tasks", """{"state":"open","limit":9,"offset":13}""");
        var activities = all.GetProperty("tasks").EnumerateArray().Select(static task => task.GetProperty("last_activity_at").GetInt64()).ToList();
        Assert.Equal(activities.OrderDescending(), activities);
        Assert.Equal(["in_progress", "todo"], all.GetProperty("tasks").EnumerateArray()
            .Select(static task => task.GetProperty("state").GetString()).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Ids(all).Skip(13).Take(9), Ids(part));
        sandbox.AssertSent(
            "GET /tasks?state=todo&limit=50", "GET /tasks?state=in_progress&limit=50", "GET /tasks?state=todo&limit=22", "GET /tasks?state=in_progress&limit=22");
    }

    [Theory]
    [InlineData("me", "user_123", true)]
    [InlineData("PERSON@example.test", "user_456", true)]
    [InlineData("user_456", "user_456", false)]
    public async Task AnAssigneeIsSentAsAnId(string assignee, string id, bool needsUsers)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_tasks", $$$"""{"state":"todo","assignee":"{{{assignee}}}"}""");
        Expected list = $"GET /tasks?state=todo&assignee={id}&limit=25";
        sandbox.AssertSent(needsUsers ? ["GET /users?limit=200", list] : [list]);
    }

    [Fact]
    public async Task D14_03_AnEmailIsLookedUpAndOneThatNobodyHasRefused()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ExtraUsers = 250 });
        var tasks = await sandbox.CallAsync("list_tasks", """{"state":"todo","assignee":"person@example.test"}""");
        Assert.All(tasks.GetProperty("tasks").EnumerateArray(), static task => Assert.Equal("user_456", task.GetProperty("assignees")[0].GetString()));
        sandbox.AssertSent("GET /users?limit=200", "GET /users?limit=200&offset=200", "GET /tasks?state=todo&assignee=user_456&limit=25");
        var error = await sandbox.RefusedAsync("list_tasks", """{"assignee":"nobody@example.test"}""");
        Assert.Equal(("not_allowed", "assignee"), (error.Code, error.Path));
    }

    [Fact]
    public async Task D14_04_PagesHoldTwoToFifty()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { OpenTasks = 260 });
        Assert.Equal(100, Ids(await sandbox.CallAsync("list_tasks", """{"state":"todo","limit":100}""")).Count());
        Assert.Single(Ids(await sandbox.CallAsync("list_tasks", """{"state":"todo","limit":1}""")));
        Assert.Contains("limit=50", sandbox.Lines[0], StringComparison.Ordinal);
        Assert.Equal("GET /tasks?state=todo&limit=2", sandbox.Lines[^1]);
        Assert.Equal("out_of_range", (await sandbox.RefusedAsync("list_tasks", """{"limit":101}""")).Code);
    }

    [Fact]
    public async Task D14_05_TheLimitIsAlwaysSent()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_tasks");
        sandbox.AssertSent("GET /tasks?limit=25");
    }

    [Fact]
    public async Task D14_06_OffsetsAreWalkedAndASecondIsPassedOnlyOnAPageWithoutNewTasks()
    {
        // 60 tasks of one second, then one: the API shows only 50 of them, and a page that repeats them all is passed.
        var stub = TaskStub(count: 61, at: static index => index < 60 ? 1000 : 900);
        var invoker = new MissiveInvoker(stub, new MissiveOptions(), TimeProvider.System);
        var tool = MissiveTools.Registry.Create("list_tasks", invoker);
        var result = await tool.InvokeAsync(JsonElement.Parse("""{"limit":60,"offset":1}"""), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["GET /tasks?limit=50", "GET /tasks?limit=50&until=1000", "GET /tasks?limit=50&until=999"],
            stub.Requests);
        Assert.Equal(50, result.GetProperty("tasks").GetArrayLength());
        Assert.Equal("t60", Ids(result).Last());
    }

    [Fact]
    public async Task D14_07_TheKindOfEntryIsASettingAndStaysVisible()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var all = await sandbox.CallAsync("list_tasks", """{"state":"todo","limit":50}""");
        Assert.Contains(all.GetProperty("tasks").EnumerateArray(), static task => task.GetProperty("type").ValueEquals("conversation"));

        await using var narrowed = await FunctionSandbox.StartAsync(options: new MissiveOptions { TaskType = TaskType.Task });
        var tasks = await narrowed.CallAsync("list_tasks", """{"state":"todo","limit":50}""");
        narrowed.AssertSent("GET /tasks?state=todo&type=task&limit=50");
        Assert.All(tasks.GetProperty("tasks").EnumerateArray(), static task => Assert.Equal("task", task.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task D14_08_AssigneesAreIdsInListsAndObjectsInSingleTasks()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var token = TestContext.Current.CancellationToken;
        var listed = await sandbox.Client.Tasks.ListTasksAsync(new() { State = TaskStateFilter.Todo, Limit = 2 }, token);
        var detail = await sandbox.Client.Tasks.GetTaskAsync(new() { TaskId = "task_123" }, token);
        Assert.Equal("user_123", listed.Tasks.Single(static task => task.Id == "task_123").Assignees?[0]);
        Assert.Equal("me@example.test", detail.TaskDetail?.Assignees?[0].Email);
    }

    [Fact]
    public async Task D16_01_TheTaskIsPutIntoItsEnvelope()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(options: new MissiveOptions { DefaultOrganization = "org_123" });
        await sandbox.CallAsync("create_task", """{"title":"T","description":"D","assignee":"user_456"}""");
        sandbox.AssertSent(("POST /tasks", """{"tasks":{"title":"T","description":"D","assignees":["user_456"],"organization":"org_123"}}"""));
    }

    [Fact]
    public async Task D16_02_OneAssigneeBecomesAListOfIds()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(options: new MissiveOptions { DefaultOrganization = "org_123" });
        await sandbox.CallAsync("create_task", """{"title":"T","assignee":"person@example.test"}""");
        sandbox.AssertSent(
            "GET /users?limit=200", ("POST /tasks", """{"tasks":{"title":"T","assignees":["user_456"],"organization":"org_123"}}"""));
    }

    [Theory]
    [InlineData("2026-05-06T17:00:00+02:00", "Europe/Berlin", 1778079600)]
    [InlineData("2026-05-06T17:00:00Z", "Europe/Berlin", 1778086800)]
    [InlineData("2026-05-06T17:00:00", "UTC", 1778086800)]
    [InlineData("2026-05-06T17:00:00", "Europe/Berlin", 1778079600)]
    [InlineData("1778086800", "Europe/Berlin", 1778086800)]
    public async Task ADueTimeIsExactWithAZoneAndLocalWithout(string dueDate, string zone, long expected)
        => Assert.Equal(expected, await DueAtAsync(dueDate, zone));

    [Fact]
    public async Task D16_03_DueDatesAreSentAsUnixSecondsAndOthersRefused()
    {
        Assert.Equal(1778086800, await DueAtAsync("2026-05-06T17:00:00", "UTC"));
        await using var sandbox = await FunctionSandbox.StartAsync();
        var error = await sandbox.RefusedAsync("create_task", """{"title":"T","due_date":"31.12.2025"}""");
        Assert.Equal(("wrong_type", "due_date"), (error.Code, error.Path));
        sandbox.AssertSent();
    }

    [Fact]
    public async Task D16_04_ADayIsDueAtItsLastSecond()
    {
        Assert.Equal(1767225599, await DueAtAsync("2025-12-31", "UTC"));
        Assert.Equal(1767221999, await DueAtAsync("2025-12-31", "Europe/Berlin"));
    }

    [Fact]
    public async Task D16_05_WithoutAnAssigneeTheTaskGoesToTheTokenOwner()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(options: new MissiveOptions { DefaultOrganization = "org_123" });
        await sandbox.CallAsync("create_task", """{"title":"T"}""");
        sandbox.AssertSent(
            "GET /users?limit=200", ("POST /tasks", """{"tasks":{"title":"T","assignees":["user_123"],"organization":"org_123"}}"""));
    }

    [Fact]
    public async Task D16_06_TheOrganizationIsTheOneOfTheAssignee()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { Organizations = 3 });
        await sandbox.CallAsync("create_task", """{"title":"T","assignee":"user_of_org_124"}""");
        sandbox.AssertSent(
            "GET /organizations?limit=200",
            "GET /users?organization=org_123&limit=200",
            "GET /users?organization=org_124&limit=200",
            "GET /users?organization=org_125&limit=200",
            ("POST /tasks", """{"tasks":{"title":"T","assignees":["user_of_org_124"],"organization":"org_124"}}"""));

        // The token owner belongs to all of them, so nothing decides.
        var error = await sandbox.RefusedAsync("create_task", """{"title":"T"}""");
        Assert.Equal(("requires", "assignee"), (error.Code, error.Path));
        Assert.Contains("org_123 (Example Organization), org_124", error.Message, StringComparison.Ordinal);
        Assert.Contains("default_organization", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D16_07_TheDescriptionIsSentUnchanged()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("create_task", """{"title":"T","description":"**Bold** and\n- a list"}""");
        Assert.Equal("**Bold** and\n- a list", sandbox.BodyOf(2).GetProperty("tasks").GetProperty("description").GetString());
        Assert.Contains("Markdown is not rendered", MissiveTools.Registry.GetDefinition("create_task").Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D16_08_LengthsAreCheckedAndNothingIsCut()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var title = await sandbox.RefusedAsync("create_task", $$$"""{"title":"{{{new string('x', 1001)}}}"}""");
        var description = await sandbox.RefusedAsync("create_task", $$$"""{"title":"T","description":"{{{new string('x', 10_001)}}}"}""");
        Assert.Equal(("too_long", "title"), (title.Code, title.Path));
        Assert.Equal(("too_long", "description"), (description.Code, description.Path));
        sandbox.AssertSent();
    }

    [Fact]
    public async Task D17_01_StatesOfTheReferenceAreTranslated()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        foreach (var (state, sent) in ((string, string)[])
            [("completed", "closed"), ("open", "todo"), ("todo", "todo"), ("in_progress", "in_progress"), ("closed", "closed")])
        {
            await sandbox.CallAsync("update_task", $$$"""{"task_id":"task_123","body":{"state":"{{{state}}}"}}""");
            Assert.Equal(sent, sandbox.BodyOf(sandbox.Lines.Count - 1).GetProperty("tasks").GetProperty("state").GetString());
        }
    }

    [Fact]
    public async Task D17_02_AFlatChangeIsPutIntoItsEnvelope()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("update_task", """{"task_id":"task_123","body":{"title":"T"}}""");
        await sandbox.CallAsync("update_task", """{"task_id":"task_123","body":{"tasks":{"title":"T"}}}""");
        sandbox.AssertSent(("PATCH /tasks/task_123", """{"tasks":{"title":"T"}}"""), ("PATCH /tasks/task_123", """{"tasks":{"title":"T"}}"""));
    }

    [Fact]
    public async Task D17_03_BothSpellingsAreUnderstood()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("update_task", """{"task_id":"task_123","body":{"assignee":"me","due_date":"2026-05-06"}}""");
        await sandbox.CallAsync("update_task", """{"task_id":"task_123","body":{"tasks":{"assignees":["user_456"],"due_at":1778111999}}}""");
        sandbox.AssertSent(
            "GET /users?limit=200",
            ("PATCH /tasks/task_123", """{"tasks":{"assignees":["user_123"],"due_at":1778111999}}"""),
            ("PATCH /tasks/task_123", """{"tasks":{"assignees":["user_456"],"due_at":1778111999}}"""));
        var both = await sandbox.RefusedAsync("update_task", """{"task_id":"task_123","body":{"assignee":"me","assignees":[]}}""");
        Assert.Equal("conflict", both.Code);
        var unknown = await sandbox.RefusedAsync("update_task", """{"task_id":"task_123","body":{"tasks":{"assignee":"nobody@example.test"}}}""");
        Assert.Equal(("not_allowed", "body.tasks.assignee"), (unknown.Code, unknown.Path));
    }

    private static async Task<long> DueAtAsync(string dueDate, string zone)
    {
        await using var sandbox = await FunctionSandbox.StartAsync(options: new MissiveOptions { TimeZone = zone, DefaultOrganization = "org_123" });
        await sandbox.CallAsync("create_task", $$$"""{"title":"T","assignee":"user_456","due_date":"{{{dueDate}}}"}""");
        return sandbox.BodyOf(0).GetProperty("tasks").GetProperty("due_at").GetInt64();
    }

    // Cuts pages inside a second, unlike the emulator at its default.
    private static StubTransport TaskStub(int count, Func<int, long> at) => new(request =>
    {
        var limit = int.Parse(QueryEdit.Get(request, "limit")!, System.Globalization.CultureInfo.InvariantCulture);
        var until = QueryEdit.Get(request, "until") is { } text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : long.MaxValue;
        var items = Enumerable.Range(0, count).Where(index => at(index) <= until).Take(limit)
            .Select(index => $$$"""{"id":"t{{{index}}}","last_activity_at":{{{at(index)}}}}""");
        return JsonElement.Parse($$$"""{"tasks":[{{{string.Join(',', items)}}}]}""");
    });

    private static IEnumerable<string> Ids(JsonElement result)
        => result.GetProperty("tasks").EnumerateArray().Select(static item => item.GetProperty("id").GetString()!);
}
