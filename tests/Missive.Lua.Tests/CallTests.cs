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

    [Fact]
    public void MoreArgumentsThanParametersAreAnError()
        => Assert.Equal("get_task: expected at most 1 arguments, or one table with named ones.", Script.Failure("app.integrations.missive.get_task('t', 2)").Message);

    [Theory]
    [InlineData("app.integrations.missive.lst_tasks({})", "Unknown function: app.integrations.missive.lst_tasks. Did you mean: list_tasks, get_task, create_task, update_task?")]
    [InlineData("app.integrations.missive.work.list_taks({})", "Unknown function: app.integrations.missive.work.list_taks. Did you mean: list_tasks, list_teams, list_hooks, list_contact_books, list_contact_groups?")]
    [InlineData("app.integrations.missive.nope({})", "Unknown function: app.integrations.missive.nope. docs.list() shows what there is.")]
    [InlineData("app.integrations.missive.wrok.list_tasks({})", "Unknown function: app.integrations.missive.wrok.list_tasks. There is no account 'wrok'. Accounts: default, work.")]
    [InlineData("app.integrations.plane.list_issues({})", "Unknown function: app.integrations.plane.list_issues. There is app.integrations.missive.")]
    [InlineData("app.integrations.missive.get_task.now({})", null)]
    [InlineData("app.foo()", "Unknown function: app.foo. docs.list() shows what there is.")]
    [InlineData("app.integration.missive.list_tasks()", "Unknown function: app.integration.missive.list_tasks. Did you mean: integrations?")]
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

        const string Hint = """Corrected arguments: {"task_id":"t"}""";
        Assert.Equal($"false\t{refusal.Message}\tunknown\ttaskid\t{Hint}\ntask_id\ttrue\tnil", run.Output);
        Assert.Equal(new LuaFailure(refusal.Message, "unknown", "taskid", Hint), run.Error);
        Assert.All(run.Calls, call => Assert.Equal(refusal.Message, call.Error));
    }

    [Fact]
    public void WhatIsKnownAboutAFailureOutlivesBeingRaisedAgain()
    {
        using var script = Script.Start(call: (_, _, _) => throw new ToolValidationException(
            "get_task", [new() { Code = "missing", Path = "task_id", Message = "m", Expected = "string", Got = "nothing" }]));
        var failure = script.Next("local ok, message = pcall(app.integrations.missive.get_task) error(message)").Error!;
        Assert.Equal(("script:1: get_task: m", "missing", "task_id"), (failure.Message, failure.Code, failure.Path));
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

    private static string Last(Script script, string call)
        => script.Next($"print(json.encode(app.integrations.missive.{call}))").Output
            .Replace("\n", "", StringComparison.Ordinal).Replace("    ", "", StringComparison.Ordinal).Replace("\": ", "\":", StringComparison.Ordinal);

    private sealed class ThrowingCaller : ILuaToolCaller
    {
        public async ValueTask<JsonElement> CallAsync(ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("no");
        }
    }
}
