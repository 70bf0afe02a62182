using System.Text.Json;
using Missive.Codegen.Runtime;
using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

/// <summary>From <c>app.integrations</c> to the caller and back.</summary>
public sealed class CallTests
{
    [Theory]
    [InlineData("app.integrations.missive.get_task({task_id = 't'})", null, "integrations.missive.get_task")]
    [InlineData("app.integrations.missive.default.get_task({task_id = 't'})", null, "integrations.missive.default.get_task")]
    [InlineData("app.integrations.missive.work.get_task({task_id = 't'})", "work", "integrations.missive.work.get_task")]
    public void TheNamespaceDecidesTheAccount(string call, string? account, string path)
    {
        var seen = new List<(string Name, string Arguments, string? Account)>();
        using var script = Script.Start(call: (tool, arguments, account) =>
        {
            seen.Add((tool.Name, arguments.GetRawText(), account));
            return JsonElement.Parse("{}");
        }, accounts: "work");

        var run = script.Next(call);

        Assert.Null(run.Error);
        Assert.Equal([("get_task", """{"task_id":"t"}""", account)], seen);
        var recorded = Assert.Single(run.Calls);
        Assert.Equal((path, account, null), (recorded.Path, recorded.Account, recorded.Error));
        Assert.Equal("get_task", recorded.Tool!.Name);
    }

    [Theory]
    [InlineData("get_task('t')", """{"task_id":"t"}""")]
    [InlineData("get_task()", "{}")]
    [InlineData("get_task(nil)", "{}")]
    [InlineData("list_tasks('open', nil, 5)", """{"limit":5,"state":"open"}""")]
    [InlineData("update_task('t', {state = 'completed'})", """{"body":{"state":"completed"},"task_id":"t"}""")]
    [InlineData("get_current_user(nil)", "{}")]
    public void ArgumentsCountByPosition(string call, string arguments)
    {
        using var script = Script.Start();
        Assert.Equal(arguments, script.Next($"app.integrations.missive.{call}") is { Error: null } ? Last(script, call) : null);
    }

    [Theory]
    [InlineData("app.integrations.missive.lst_tasks({})", "Unknown function: app.integrations.missive.lst_tasks. Did you mean: list_tasks, get_task, create_task, update_task?")]
    [InlineData("app.integrations.missive.work.list_taks({})", "Unknown function: app.integrations.missive.work.list_taks. Did you mean: list_tasks, list_teams, list_hooks, list_contact_books, list_contact_groups?")]
    [InlineData("app.integrations.missive.nope({})", "Unknown function: app.integrations.missive.nope. docs.list() shows what there is.")]
    [InlineData("app.integrations.missive.wrok.list_tasks({})", "Unknown function: app.integrations.missive.wrok.list_tasks. There is no account 'wrok'. Accounts: default, work.")]
    [InlineData("app.integrations.missive.tasks.list({})", "Unknown function: app.integrations.missive.tasks.list. There is no account 'tasks'. Accounts: default, work. Did you mean: list_tasks, create_task, get_task, list_contact_books, list_contact_groups?")]
    [InlineData("app.missive.list_tasks()", "Unknown function: app.missive.list_tasks. The functions are in app.integrations.missive: app.integrations.missive.list_tasks.")]
    [InlineData("app.integrations.plane.list_issues({})", "Unknown function: app.integrations.plane.list_issues. There is app.integrations.missive.")]
    [InlineData("app.integrations.missive.get_task.now({})", null)]
    [InlineData("app.foo()", "Unknown function: app.foo. docs.list() shows what there is.")]
    [InlineData("app.integration.missive.list_tasks()", "Unknown function: app.integration.missive.list_tasks. The functions are in app.integrations.missive: app.integrations.missive.list_tasks.")]
    public void AnUnknownFunctionIsAnErrorThatSaysWhatMayHaveBeenMeant(string call, string? message)
    {
        using var script = Script.Start(accounts: "work");
        var run = script.Next(call);
        if (message is not null)
        {
            Assert.Equal(message, run.Error!.Message);
            Assert.Equal(LuaFailureCodes.UnknownFunction, run.Error.Code);
            var recorded = Assert.Single(run.Calls);
            Assert.Equal(message, recorded.Error);
            Assert.Null(recorded.Tool);
        }
        else
        {
            Assert.NotNull(run.Error);
        }
    }

    [Fact]
    public void ARefusalReachesTheScriptWordForWord()
    {
        var refusal = new ToolValidationException(
            "get_task",
            [new() { Code = "unknown", Path = "taskid", Message = "'taskid' is unknown.", Expected = "task_id", Got = "taskid", Suggestion = "task_id" }],
            JsonElement.Parse("""{"task_id":"t"}"""));
        using var script = Script.Start(call: (_, _, _) => throw refusal);

        var run = script.Next("""
            local ok, message = pcall(app.integrations.missive.get_task, { taskid = "t" })
            print(ok, message, message.code, message.path, message.hint)
            print(message:match("task_id"), message:upper() == string.upper(message), ("other text").code)
            app.integrations.missive.get_task({ taskid = "t" })
            """);

        const string Hint = """Corrected call: app.integrations.missive.get_task({ task_id = "t" })""";
        const string Message = "get_task: 'taskid' is unknown.\n" + Hint;
        Assert.Equal($"false\t{Message}\tunknown\ttaskid\t{Hint}\ntask_id\ttrue\tnil", run.Output);
        Assert.Equal(new LuaFailure(Message, "unknown", "taskid", Hint), run.Error);
        Assert.All(run.Calls, static call => Assert.Equal(Message, call.Error));
    }

    [Theory]
    [InlineData("get_task({})", "get_task: task_id is missing. Expected string: Task UUID.\nForm of the call: app.integrations.missive.get_task({ task_id = \"<string>\" })")]
    [InlineData("work.list_contact_groups()", "list_contact_groups: params.kind is missing. Expected one of group, organization.\nForm of the call: app.integrations.missive.work.list_contact_groups({ params = { kind = \"<one of group, organization>\" } })")]
    [InlineData("create_teams({ body = { {}, { name = 'n' } } })", "create_teams: 3 problems.\n- body[0].name is missing. Expected string.\n- body[0].organization is missing. Expected string. The setting default_organization would fill it.\n- body[1].organization is missing. Expected string. The setting default_organization would fill it.\nForm of the call: app.integrations.missive.create_teams({ body = { { name = \"<string>\", organization = \"<string>\" }, { name = \"n\", organization = \"<string>\" } } })")]
    [InlineData("list_tasks({ lmit = 3 })", "list_tasks: lmit is not a known key. Did you mean limit?\nCorrected call: app.integrations.missive.list_tasks({ limit = 3 })")]
    [InlineData("list_contacts({ limit = 5 })", "list_contacts: limit is not a known key. It belongs in params: pass params.limit.\nCorrected call: app.integrations.missive.list_contacts({ params = { limit = 5 } })")]
    [InlineData("update_task({ task_id = 't', state = 'completed' })", "update_task: state is not a known key. It belongs in body: pass body.state.\nCorrected call: app.integrations.missive.update_task({ task_id = \"t\", body = { state = \"completed\" } })")]
    [InlineData("create_draft({ body = { to_fields = 'a@example.test' } })", "create_draft: body.to_fields: expected array of DraftRecipient, got \"a@example.test\". Pass { { address = \"a@example.test\" } }.\nCorrected call: app.integrations.missive.create_draft({ body = { to_fields = { { address = \"a@example.test\" } } } })")]
    [InlineData("create_draft({ body = { to_fields = { { email = 'a@example.test' } } } })", "create_draft: body.to_fields[0].email is not a known key. Did you mean address?\nCorrected call: app.integrations.missive.create_draft({ body = { to_fields = { { address = \"a@example.test\" } } } })")]
    [InlineData("update_contacts({ contact_ids = 'c', body = { phone_number = '+15550100' } })", "update_contacts: body.phone_number is not a known key. It belongs in infos, as an item with the kind phone_number.")]
    [InlineData("create_draft({ body = { to = 'a@example.test' } })", "create_draft: body.to is not a known key. Did you mean to_fields?\nCorrected call: app.integrations.missive.create_draft({ body = { to_fields = { { address = \"a@example.test\" } } } })")]
    [InlineData("create_draft({ subject = 's', body = 'b', to_fields = { 'a@example.test' } })", "create_draft: 3 problems.\n- body: expected object, got \"b\". Pass { body = \"b\" }.\n- subject is not a known key. It belongs in body: pass body.subject.\n- to_fields is not a known key. It belongs in body: pass body.to_fields.\nCorrected call: app.integrations.missive.create_draft({ body = { body = \"b\", subject = \"s\", to_fields = { { address = \"a@example.test\" } } } })")]
    [InlineData("list_users({ limit = 5, ofset = 2 })", "list_users: 2 problems.\n- limit is not a known key. It belongs in params: pass params.limit.\n- ofset is not a known key. Did you mean params.offset?\nCorrected call: app.integrations.missive.list_users({ params = { limit = 5, offset = 2 } })")]
    [InlineData("get_task({ task_id = 5 })", "get_task: task_id: expected string, got 5. Pass \"5\".\nCorrected call: app.integrations.missive.get_task({ task_id = \"5\" })")]
    [InlineData("list_tasks({ limit = {} })", "list_tasks: limit: expected integer from 1 to 100, got empty array.")]
    public void ARefusalShowsTheCallAsItIsWritten(string call, string message)
    {
        using var script = Script.Start(call: Validated, accounts: "work");
        var failure = script.Next($"app.integrations.missive.{call}").Error!;
        Assert.Equal(message, failure.Message);
        if (message.Contains("call: ", StringComparison.Ordinal))
        {
            Assert.EndsWith("\n" + failure.Hint, failure.Message, StringComparison.Ordinal);
        }

        if (failure.Hint!.StartsWith("Corrected call: ", StringComparison.Ordinal))
        {
            Assert.Null(script.Next(failure.Hint["Corrected call: ".Length..]).Error);
        }
    }

    [Fact]
    public void AKeyThatNothingResemblesIsLookedUpInTheDocumentation()
    {
        using var script = Script.Start(call: Validated);
        Assert.Equal(
            "docs.read(\"missive.create_draft\") says what it takes.",
            script.Next("app.integrations.missive.create_draft({ body = { subject = 's', zzz = 1 } })").Error!.Hint);
    }

    [Theory]
    [InlineData("missive:list_tasks()", "list_tasks: functions are called with a dot, not with a colon.\nCorrected call: app.integrations.missive.list_tasks()")]
    [InlineData("missive:list_tasks({ limit = 5 })", "list_tasks: functions are called with a dot, not with a colon.\nCorrected call: app.integrations.missive.list_tasks({ limit = 5 })")]
    [InlineData("missive.work:get_task('t')", "get_task: functions are called with a dot, not with a colon.\nCorrected call: app.integrations.missive.work.get_task(\"t\")")]
    [InlineData("missive:get_task(print)", "get_task: functions are called with a dot, not with a colon.")]
    [InlineData("missive:get_task()", "get_task: functions are called with a dot, not with a colon.\nForm of the call: app.integrations.missive.get_task({ task_id = \"<string>\" })")]
    [InlineData("missive:get_task('t', nil)", "get_task: functions are called with a dot, not with a colon.\nCorrected call: app.integrations.missive.get_task(\"t\")")]
    [InlineData("missive:get_task('t', 'u')", "get_task: functions are called with a dot, not with a colon.")]
    [InlineData("missive:get_task({ taskid = 't' })", "get_task: functions are called with a dot, not with a colon.\nCorrected call: app.integrations.missive.get_task({ task_id = \"t\" })")]
    [InlineData("missive:list_tasks({ state = 'open' }, { limit = 5 })", "list_tasks: functions are called with a dot, not with a colon.\nCorrected call: app.integrations.missive.list_tasks({ state = \"open\", limit = 5 })")]
    [InlineData("missive:list_tasks('open', nil, 5)", "list_tasks: functions are called with a dot, not with a colon.\nCorrected call: app.integrations.missive.list_tasks({ state = \"open\", limit = 5 })")]
    [InlineData("missive:update_task('t', { state = 'completed' })", "update_task: functions are called with a dot, not with a colon.\nCorrected call: app.integrations.missive.update_task(\"t\", { state = \"completed\" })")]
    [InlineData("missive:update_task('t', { state = 'completed', foo = 1 })", "update_task: functions are called with a dot, not with a colon.")]
    [InlineData("missive.list_tasks({}, { limit = 1 })", "list_tasks: expected one table with all arguments by name, got 2 values. The names are state, assignee, limit, offset.\nCorrected call: app.integrations.missive.list_tasks({ limit = 1 })")]
    [InlineData("missive.update_task({ task_id = 't' }, { state = 'closed' })", "update_task: expected one table with all arguments by name, got 2 values. The names are task_id, body.\nCorrected call: app.integrations.missive.update_task({ task_id = \"t\", body = { state = \"closed\" } })")]
    [InlineData("missive.list_tasks({ limit = 1 }, { limit = 2 })", "list_tasks: expected one table with all arguments by name, got 2 values. The names are state, assignee, limit, offset.")]
    [InlineData("missive.list_tasks({}, nil, 5)", "list_tasks: expected one table with all arguments by name, got 3 values. The names are state, assignee, limit, offset.")]
    [InlineData("missive.get_task('t', 'u')", "get_task: takes task_id by position, or one table with all arguments by name; got 2 values.")]
    [InlineData("missive.get_current_user(1)", "get_current_user: takes no arguments; got 1 value.")]
    [InlineData("missive.get_current_user({}, 1)", "get_current_user: expected one table with all arguments by name, got 2 values. It takes no arguments.")]
    public void ACallOfTheWrongFormIsRefusedAndShownAsItIsWritten(string call, string message)
    {
        using var script = Script.Start(call: Validated, accounts: "work");
        var run = script.Next($"local missive = app.integrations.missive {call}");
        Assert.Equal((message, LuaFailureCodes.CallForm), (run.Error!.Message, run.Error.Code));
        Assert.Equal(message, Assert.Single(run.Calls).Error);
        if (run.Error.Hint?.StartsWith("Corrected call: ", StringComparison.Ordinal) == true)
        {
            Assert.Null(script.Next(run.Error.Hint["Corrected call: ".Length..]).Error);
        }
    }

    [Theory]
    [InlineData("list_tasks({ limit = 1 }, nil)")]
    [InlineData("list_tasks(nil, nil, 1, nil, nil, nil)")]
    public void NothingBehindTheArgumentsIsNoArgument(string call)
        => Assert.Equal("{\"limit\":1}", Last(Script.Start(), call));

    [Fact]
    public void WhatIsKnownAboutAFailureOutlivesBeingRaisedAgain()
    {
        using var script = Script.Start(call: (_, _, _) => throw new ToolValidationException(
            "get_task", [new() { Code = "missing", Path = "task_id", Message = "m", Expected = "string", Got = "nothing" }]));
        var failure = script.Next("local ok, message = pcall(app.integrations.missive.get_task) error(message)").Error!;
        Assert.Equal(("script:1: get_task: m\nForm of the call: app.integrations.missive.get_task({ task_id = \"<string>\" })", "missing", "task_id"), (failure.Message, failure.Code, failure.Path));
    }

    [Fact]
    public void OfOtherExceptionsTheScriptSeesNoMoreThanTheHostSays()
    {
        using var silent = Script.Start(call: (_, _, _) => throw new InvalidOperationException("the token is secret"));
        Assert.Equal("get_task: the call failed (InvalidOperationException).", silent.Next("app.integrations.missive.get_task('t')").Error!.Message);

        using var session = new LuaSession(
            new LuaHost
            {
                Registry = Tools.MissiveTools.Registry,
                Binding = Script.Binding,
                Caller = new ThrowingCaller(),
                DescribeError = exception => new LuaFailure(exception.Message, "refused", "p", "h"),
            },
            new LuaLimits());
        Assert.Equal(
            new LuaFailure("no", "refused", "p", "h"),
            session.Run("app.integrations.missive.get_task('t')", "script", TestContext.Current.CancellationToken).Error);
    }

    [Theory]
    [InlineData("{task_id = print}", "get_task: task_id: a function has no JSON")]
    [InlineData("{task_id = {1, {0/0}}}", "get_task: task_id[2][1]: nan has no JSON")]
    [InlineData("{task_id = '\\xff'}", "get_task: task_id: the text is not UTF-8")]
    [InlineData("{[true] = 1}", "get_task: true: a boolean is no key of JSON")]
    [InlineData("{a = {[1] = 1, ['1'] = 2, [3] = 3}}", "get_task: a.1: the number 1 and the text \"1\" are the same key in JSON")]
    [InlineData("(function() local t = {} t.a = {t} return t end)()", "get_task: a[1]: a table that contains itself has no JSON")]
    public void ArgumentsWithoutJsonAreRefused(string arguments, string message)
    {
        using var script = Script.Start();
        var run = script.Next($"app.integrations.missive.get_task({arguments})");
        Assert.Equal(message, run.Error!.Message);
        Assert.Equal(message, Assert.Single(run.Calls).Error);
    }

    [Fact]
    public void CoroutinesCallAsTheMainThreadDoes()
        => Assert.Equal("t\tfalse\tunknown_function\tu", Script.Output("""
            local call = coroutine.wrap(function()
              coroutine.yield(app.integrations.missive.get_task("t").task_id)
              local ok, message = pcall(app.integrations.missive.nope)
              coroutine.yield(ok, message.code)
              return app.integrations.missive.get_task("u").task_id
            end)
            local first = call()
            local ok, code = call()
            print(first, ok, code, call())
            """));

    [Fact]
    public void OnlyTheFirstTenThousandCallsAreKept()
    {
        var run = Script.Run("for i = 1, 10010 do pcall(app.integrations.missive.nope) end");
        Assert.Equal((10_000, 10_010), (run.Calls.Length, run.CallCount));
    }

    private static JsonElement Validated(ToolDefinition tool, JsonElement arguments, string? account)
    {
        ToolValidator.ThrowIfInvalid(tool, arguments);
        return arguments;
    }

    private static string Last(Script script, string call)
        => script.Next($"print(json.encode(app.integrations.missive.{call}))").Output
            .Replace("\n", "", StringComparison.Ordinal).Replace("    ", "", StringComparison.Ordinal).Replace("\": ", "\":", StringComparison.Ordinal);

    [Fact]
    public void TheMessageOfAnErrorIsTheErrorItself()
        => Assert.Equal("true\tnil\tnil", Script.Output("""
            local _, failure = pcall(app.integrations.missive.nope)
            local _, own = pcall(error, "own", 0)
            print(failure.message == failure, own.message, ("text").message)
            """));

    private sealed class ThrowingCaller : ILuaToolCaller
    {
        public async ValueTask<ToolAnswer> CallAsync(ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("no");
        }
    }
}
