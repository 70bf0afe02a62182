using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

public sealed class SessionTests
{
    [Fact]
    public void AStateIsKeptFromRunToRunAndOutputIsNot()
    {
        using var script = Script.Start();
        Assert.Equal("1", script.Next("x = 1 print(x)").Output);
        var run = script.Next("x = x + 1 print(x)");
        Assert.Equal("2", run.Output);
        Assert.Empty(run.Calls);
    }

    [Fact]
    public void SessionsShareNothing()
    {
        using var one = Script.Start();
        using var other = Script.Start();
        one.Next("shared = 1 string.shared = 1 app.shared = 1");
        Assert.Equal("nil\tnil\ttable", other.Next("print(shared, string.shared, type(app.shared))").Output);
    }

    [Theory]
    [InlineData("app.integrations.missive.li", "list_contact_books list_contact_groups list_contacts list_conversation_comments list_conversation_drafts list_conversation_messages list_conversation_posts list_conversations list_hooks list_messages list_organizations list_responses list_shared_labels list_tasks list_teams list_users")]
    [InlineData("print(app.integrations.missive.work.get_t", "get_task")]
    [InlineData("app.integrations.missive.w", "work")]
    [InlineData("app.integrations.nope.", "")]
    [InlineData("local x = js", "json")]
    [InlineData("json.", "array decode encode null object")]
    [InlineData("string:re", "rep reverse")]
    [InlineData("own.", "field")]
    [InlineData("own.field.", "")]
    [InlineData("trap.", "")]
    [InlineData("x = nothing.at.all.", "")]
    [InlineData("1 + ", "_G _VERSION app assert coroutine docs dump error getmetatable ipairs json math next own pairs pcall print rawequal rawget rawlen rawset regex select setmetatable string table time tonumber tostring trap type utf8 xpcall")]
    public void AWordIsCompletedFromWhatThereIs(string text, string candidates)
    {
        using var script = Script.Start(accounts: "work");
        script.Next("own = { field = 1 } trap = setmetatable({}, { __index = function() while true do end end })");
        Assert.Equal(candidates, string.Join(' ', script.Session.Complete(text)));
    }

    [Theory]
    [InlineData("for i = 1, 3 do", true)]
    [InlineData("local t = {", true)]
    [InlineData("x = [[", true)]
    [InlineData("print('x')", false)]
    [InlineData("x = = 1", false)]
    [InlineData("", false)]
    public void AChunkThatNeedsMoreLinesIsTold(string code, bool isIncomplete)
    {
        using var script = Script.Start();
        Assert.Equal(isIncomplete, script.Session.IsIncomplete(code));
    }

    [Fact]
    public void TheFirstLineMayNameAnInterpreter()
    {
        Assert.Equal("x", Script.Output("#!/usr/bin/env kosmo\nprint('x')"));
        Assert.StartsWith("script:2:", Script.Failure("#!x\nerror('y')").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error('text')", "script:1: text", null)]
    [InlineData("error('text', 0)", "text", null)]
    [InlineData("error({message = 'm', code = 'c', path = 'p', hint = 'h'})", "m", "c")]
    [InlineData("error({a = 1})", "{\n  a: 1\n}", null)]
    [InlineData("error()", "The script raised an error without a message: error(message) takes one.", null)]
    [InlineData("error(42)", "42", null)]
    [InlineData("local x = nil + 1", "script:1: attempt to perform arithmetic on a nil value", null)]
    [InlineData("x = )", "script:1: unexpected symbol near ')'", "syntax")]
    public void ErrorsOfTheScriptAreLuasOwn(string code, string message, string? kind)
    {
        var failure = Script.Failure(code);
        Assert.Equal((message, kind), (failure.Message, failure.Code));
    }

    [Fact]
    public void XpcallPassesArgumentsResultsAndWhatTheHandlerSays()
        => Assert.Equal("true\t1\t2\nfalse\tscript:1: e!\nfalse\tscript:1: h", Script.Output(
            "print(xpcall(function(...) return ... end, print, 1, 2)) print(xpcall(function() error('e') end, function(m) return m .. '!' end)) print(xpcall(error, function() error('h') end))"));

    [Fact]
    public void CoroutinesWorkAsInLua()
        => Assert.Equal("1\n2\ntrue\t3\ndead\nfalse\tcannot resume dead coroutine\nscript:6: inside\ntrue", Script.Output("""
            local next_number = coroutine.wrap(function() coroutine.yield(1) coroutine.yield(2) end)
            print(next_number()) print(next_number())
            local thread = coroutine.create(function(x) return x end)
            print(coroutine.resume(thread, 3)) print(coroutine.status(thread)) print(coroutine.resume(thread))
            local failing = coroutine.wrap(function()
              error("inside")
            end)
            print(select(2, pcall(failing)))
            print(coroutine.close(coroutine.create(print)))
            """));

    [Fact]
    public void DocumentationIsAsked()
    {
        Assert.Equal("the list\tfound x\tpage a", Script.Output("print(docs.list(), docs.search('x'), docs.read('a'))"));
        var failure = Script.Failure("docs.read('nowhere')");
        Assert.Equal(("script:1: There is no page 'nowhere'.", LuaFailureCodes.UnknownPage), (failure.Message, failure.Code));
        Assert.Equal("script:1: docs.read: expected string page, got nil", Script.Failure("docs.read()").Message);
    }

    [Fact]
    public void ABindingThatFailsIsTold()
    {
        var host = new LuaHost { Registry = Tools.MissiveTools.Registry, Binding = "error('broken')", Caller = null! };
        Assert.Contains("broken", Assert.Throws<InvalidOperationException>(() => new LuaSession(host, new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMemoryLimitBelowTheSandboxItselfFailsTheRun()
        => Assert.Equal(LuaFailureCodes.MemoryLimit, Script.Failure("local t = {}", new() { MemoryBytes = 1000 }).Code);

    [Fact]
    public void ADisposedSessionRunsNothing()
    {
        var script = Script.Start();
        script.Dispose();
        script.Dispose();
        Assert.Throws<ObjectDisposedException>(() => script.Next("return 1"));
    }
}
