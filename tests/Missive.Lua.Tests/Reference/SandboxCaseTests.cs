using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests.Reference;

/// <summary>What the reference's host is known to do with scripts, and this one does too.</summary>
public sealed class SandboxCaseTests
{
    [Fact]
    public void PrintJoinsItsArgumentsWithTabsAndItsEntriesWithLineFeeds()
    {
        Assert.Equal("a\tb\tc", Script.Output("""print("a", "b", "c")"""));
        Assert.Equal("line1\nline2\nline3", Script.Output("""print("line1") print("line2") print("line3")"""));
        Assert.Equal("\nx", Script.Output("print() print('x')"));
    }

    [Theory]
    [InlineData("return 42", "[42]")]
    [InlineData("return 'hello'", """["hello"]""")]
    [InlineData("return {10, 20, 30}", "[[10,20,30]]")]
    [InlineData("return {}", "[[]]")]
    [InlineData("return nonexistent_var", "[null]")]
    [InlineData("return 'a', 'b'", """["a","b"]""")]
    [InlineData("return {x = 1}", """[{"x":1}]""")]
    [InlineData("local x = 1", "[]")]
    [InlineData("", "[]")]
    public void TheResultIsTheListOfReturnValues(string code, string result) => Assert.Equal(result, Script.Result(code));

    [Fact]
    public void OutputAndResultStandBesideEachOther()
    {
        var run = Script.Run("""print("logged") return "result" """);
        Assert.Equal("logged", run.Output);
        Assert.Equal("""["result"]""", run.Result!.Value.GetRawText());
    }

    [Theory]
    [InlineData("error('something went wrong')", "something went wrong")]
    [InlineData("function(", "expected")]
    [InlineData("return 'hello' + 5", "attempt to add a 'string' with a 'number'")]
    public void AnErrorFailsTheRun(string code, string message)
    {
        var run = Script.Run(code);
        Assert.False(run.Success);
        Assert.Null(run.Result);
        Assert.Contains(message, run.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMillionItemsDoNotFitIntoOneMebibyte()
    {
        var failure = Script.Failure("local t = {} for i = 1, 1e6 do t[i] = i end", new() { MemoryBytes = 1_048_576 });
        Assert.Equal(LuaFailureCodes.MemoryLimit, failure.Code);
    }

    [Fact]
    public void AnEndlessLoopEndsAtTheCpuLimit()
    {
        var failure = Script.Failure("while true do end", new() { Cpu = TimeSpan.FromSeconds(0.1) });
        Assert.Equal(LuaFailureCodes.CpuLimit, failure.Code);
    }

    [Theory]
    [InlineData("dump({1, 2, {a = 1}})", "[\n  1,\n  2,\n  {\n    a: 1\n  }\n]")]
    [InlineData("dump({})", "{}")]
    [InlineData("local s = {1} dump({s, s})", "[\n  [\n    1\n  ],\n  <circular>\n]")]
    [InlineData("local c = {} c.me = c dump(c)", "{\n  me: <circular>\n}")]
    [InlineData("dump({1, 2, nil, 4})", "{\n  1: 1,\n  2: 2,\n  4: 4\n}")]
    [InlineData("print({x = 'multi\\nline'})", "{\n  x: multi\nline\n}")]
    [InlineData("print(tostring({1}))", "[\n  1\n]")]
    public void TablesAreShownInTheDocumentedForm(string code, string output) => Assert.Equal(output, Script.Output(code));

    [Fact]
    public void DumpReturnsItsArgument()
    {
        var run = Script.Run("local v = dump(5) return v");
        Assert.Equal(("5", "[5]"), (run.Output, run.Result!.Value.GetRawText()));
    }

    [Fact]
    public void JsonIsWrittenForPeople()
    {
        Assert.Equal("[]", Script.Output("print(json.encode({}))"));
        Assert.Equal("{\n    \"count\": 42,\n    \"name\": \"test\"\n}", Script.Output("print(json.encode({name = 'test', count = 42}))"));
    }

    [Fact]
    public void JsonIsReadIntoTables()
    {
        Assert.Equal("1", Script.Output("""print(json.decode('{"items":[1,2,3]}').items[1])"""));
        Assert.Contains("Syntax error", Script.Output("""local ok, e = pcall(json.decode, "{bad") assert(not ok) print(e)"""), StringComparison.Ordinal);
        Assert.Contains("json.decode: expected string, got number", Script.Failure("json.decode(5)").Message, StringComparison.Ordinal);
    }
}
