using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

public sealed class LuaAdviceTests
{
    [Theory]
    [InlineData("return os.time()", "index", "os", "Scripts have no os: time.now() is the time in Unix seconds, time.format(seconds) writes it, time.parse(text) reads it.")]
    [InlineData("io.open('x')", "index", "io", "Scripts reach no files: print shows values, and return hands them over.")]
    [InlineData("require('json')", "call", "require", "Scripts load nothing: json, regex, docs and time are there already.")]
    [InlineData("dofile('x.lua')", "call", "dofile", "Scripts run no text as code.")]
    [InlineData("load('return 1')", "call", "load", "Scripts run no text as code.")]
    [InlineData("print(unpack({1}))", "call", "unpack", "It is table.unpack.")]
    [InlineData("missive.list_tasks()", "index", "missive", "The functions are in app.integrations.missive.")]
    [InlineData("list_tasks({})", "call", "list_tasks", "It is app.integrations.missive.list_tasks.")]
    [InlineData("pritn('x')", "call", "pritn", "Did you mean print?")]
    [InlineData("debug.traceback()", "index", "debug", "Scripts have no debug.")]
    public void AnErrorAboutAGlobalThatIsNotThereSaysWhatIs(string code, string what, string name, string hint)
    {
        var failure = Script.Failure(code);
        Assert.Equal($"script:1: attempt to {what} a nil value (global '{name}'). {hint}", failure.Message);
        Assert.Equal(hint, failure.Hint);
    }

    [Theory]
    [InlineData("answer.tasks = 1", "script:1: attempt to index a nil value (global 'answer')")]
    [InlineData("local x; x()", "script:1: attempt to call a nil value (local 'x')")]
    [InlineData("local os = nil; os.time()", "script:1: attempt to index a nil value (local 'os')")]
    public void NothingIsSaidOfOtherNames(string code, string message)
    {
        var failure = Script.Failure(code);
        Assert.Equal((message, null), (failure.Message, failure.Hint));
    }

    [Fact]
    public void ALoopOverATableSaysHowItIsWritten()
        => Assert.Equal(
            "script:1: attempt to call a table value (for iterator 'for iterator'). Write ipairs(list) or pairs(table) behind in.",
            Script.Failure("for i, v in { 1, 2 } do print(v) end").Message);

    [Fact]
    public void WhetherAGlobalIsThereCanBeAsked() => Assert.Equal("nil\tfalse", Script.Output("print(type(os), io and true or false)"));
}
