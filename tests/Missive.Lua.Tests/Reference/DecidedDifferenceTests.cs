using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests.Reference;

/// <summary>
/// Where this host does otherwise than the reference's, because that was a defect or an accident there. This is the whole
/// list; docs/reference.md has it in words.
/// </summary>
public sealed class DecidedDifferenceTests
{
    [Fact]
    public void PatternsWithoutDelimitersMatch()
    {
        // There: nil, and the text unchanged.
        Assert.Equal("""[["world 42","world","42"]]""", Script.Result("""return regex.match("hello world 42", "(\\w+) (\\d+)")"""));
        Assert.Equal("""["bba"]""", Script.Result("""return regex.gsub("aaa", "a", "b", 2)"""));
    }

    [Fact]
    public void ArgumentsByPositionCount()
    {
        // There: dropped.
        using var script = Script.Start();
        Assert.Equal("c1", script.Next("print(app.integrations.missive.get_conversation('c1').id)").Output);
    }

    [Fact]
    public void AnUnknownFunctionNamesTheNearestOnly()
    {
        // There: all names.
        var message = Script.Failure("app.integrations.missive.get_tsk({})").Message;
        Assert.StartsWith("Unknown function: app.integrations.missive.get_tsk. Did you mean: get_task, ", message, StringComparison.Ordinal);
        Assert.Equal(4, message.Count(static c => c == ','));
    }

    [Fact]
    public async Task RefusedArgumentsSayWhatWasExpected()
    {
        // There: "Conversation ID is required.", "task_id is required.", "body is required."
        await using var account = await EmulatedAccount.StartAsync();
        var run = await Task.Run(
            () => account.Run("""
                for _, call in ipairs({ "get_conversation", "update_task", "create_draft", "create_task" }) do
                  local ok, message = pcall(app.integrations.missive[call], {})
                  print(ok, message.code, message.path, message:match("^" .. call .. ": ") ~= nil)
                end
                """),
            TestContext.Current.CancellationToken);
        Assert.Equal("false\tmissing\tid\ttrue\nfalse\tmissing\ttask_id\ttrue\nfalse\tmissing\tbody\ttrue\nfalse\tmissing\ttitle\ttrue", run.Output);
        Assert.Empty(account.Requests);
    }

    [Theory]
    [InlineData("local r = app.foo()")]
    [InlineData("return app.foo()")]
    [InlineData("local ok, message = pcall(app.foo) error(message, 0)")]
    public void ErrorsOfCallsNeverBeginWithAPlace(string code)
        // There: it depends on how the call is written.
        => Assert.StartsWith("Unknown function: app.foo", Script.Failure(code).Message, StringComparison.Ordinal);

    [Fact]
    public void NullsOfAnswersAreRemembered()
    {
        // There: they vanish.
        Assert.Equal("nil\n{\n    \"a\": null\n}", Script.Output("""local t = json.decode('{"a":null}') print(t.a) print(json.encode(t))"""));
    }

    [Fact]
    public void EmptyObjectsStayObjects()
        // There: [].
        => Assert.Equal("{}", Script.Output("print(json.encode(json.decode('{}')))"));

    [Theory]
    [InlineData("__app = nil")]
    [InlineData("x = 1; __y = 2")]
    [InlineData("local t = {\n__index = print\n}")]
    [InlineData("local __x = 1")]
    public void NamesWithTwoUnderscoresMayBeAssigned(string code)
        // There: refused, because hidden globals carry the host's functions.
        => Assert.Null(Script.Run(code).Error);

    [Fact]
    public void TheNamespaceShowsItsFunctions()
        // There: {}.
        => Assert.Contains("list_tasks: function,", Script.Output("dump(app.integrations.missive)"), StringComparison.Ordinal);

    [Fact]
    public void AppIsThereWithoutConfiguration() => Assert.Equal("table", Script.Output("print(type(app))"));
}
