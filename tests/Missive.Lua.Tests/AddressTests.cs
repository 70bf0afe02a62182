using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

/// <summary>No text that a script can make says where in the process something is.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("print(print, app.integrations.missive.list_tasks, coroutine.create(print))", "function\tfunction\tthread")]
    [InlineData("print(tostring(print), tostring(coroutine.running()))", "function\tthread")]
    [InlineData("print({ f = print, [print] = 1 })", "{\n  f: function,\n  function: 1\n}")]
    [InlineData("print(string.format('%s|%10s|%s', print, coroutine.create(print), {1}))", "function|    thread|[\n  1\n]")]
    [InlineData("print(('%s %d'):format({}, 5), string.format('%s%%p', 'x'))", "{} 5\tx%p")]
    [InlineData("print(string.format('%s', setmetatable({}, { __tostring = function() return 'mine' end })))", "mine")]
    [InlineData("print(string.format('%s', setmetatable({}, { __name = 'mine' })))", "{}")]
    [InlineData("print(string.format('%s %s', json.null, nil))", "null nil")]
    [InlineData("print(string.format('%d%% of %-4s|%s|%q', 5, {}, print, 'x'))", "5% of {}  |function|\"x\"")]
    [InlineData("print(string.format('%s', nil), string.format('%s', 1, {}))", "nil\t1")]
    [InlineData("print(select(2, pcall(error, print)))", "function")]
    public void ValuesAreShownWithoutTheirAddress(string code, string output) => Assert.Equal(output, Script.Output(code));

    [Theory]
    [InlineData("string.format('%p', {})", "script:1: string.format: '%p' is not available: addresses are not shown")]
    [InlineData("('%-20p'):format('x')", "script:1: string.format: '%p' is not available: addresses are not shown")]
    [InlineData("string.format('%d', 'x')", "script:1: bad argument #2 to 'format' (number expected, got string)")]
    [InlineData("string.format('%d %s', nil, {})", "script:1: bad argument #2 to 'format' (number expected, got nil)")]
    [InlineData("string.format('%d', {})", "script:1: bad argument #2 to 'format' (number expected, got table)")]
    [InlineData("string.format('%s %x', 1, print)", "script:1: bad argument #3 to 'format' (number expected, got function)")]
    [InlineData("string.format('%q', {})", "script:1: bad argument #2 to 'format' (value has no literal form)")]
    [InlineData("string.format('%q', print)", "script:1: bad argument #2 to 'format' (value has no literal form)")]
    [InlineData("string.format({}, {})", "script:1: bad argument #1 to 'format' (string expected, got table)")]
    [InlineData("string.format()", "script:1: bad argument #1 to 'format' (string expected, got nil)")]
    [InlineData("string.format('%y', 1)", "script:1: invalid conversion '%y' to 'format'")]
    [InlineData("error(print)", "function")]
    public void ErrorsSayWhatHappenedWithoutAddresses(string code, string message) => Assert.Equal(message, Script.Failure(code).Message);

    [Fact]
    public void TheRandomSeedIsNotMadeOfAnAddress()
    {
        using var script = Script.Start();
        Assert.Equal("false", script.Next("local a, b = math.randomseed() local c, d = math.randomseed() print(b == d)").Output);
        Assert.Equal("true", script.Next("math.randomseed(42) local a = math.random(1000000) math.randomseed(42) print(a == math.random(1000000))").Output);
        using var other = Script.Start();
        const string Draw = "print(math.random(0))";
        Assert.NotEqual(script.Next(Draw).Output, other.Next(Draw).Output);
    }
}
