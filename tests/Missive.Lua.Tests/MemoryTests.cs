using System.Runtime;
using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

/// <summary>What ten thousand scripts leave behind. No other test runs meanwhile.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests(ITestOutputHelper output)
{
    private const string Work = """
        local t = json.decode('{"a":[1,2,{"b":null}],"c":"' .. ("x"):rep(1000) .. '"}')
        for i = 1, 20 do t[i] = { app.integrations.missive.get_task("task_" .. i), regex.match("a" .. i, "a(\\d+)") } end
        coroutine.wrap(function() print(#json.encode(t)) end)()
        pcall(app.integrations.missive.nope)
        pcall(json.decode, "{")
        return t
        """;

    [Fact]
    public void TenThousandSessionsLeaveNoMoreBehindThanAThousand() => AssertNoGrowth(static i =>
    {
        using var script = Script.Start();
        Assert.Null(script.Next(Work).Error);
    });

    [Fact]
    public void TenThousandScriptsInOneSessionLeaveNoMoreBehindThanAThousand()
    {
        using var script = Script.Start();
        AssertNoGrowth(i => Assert.Null(script.Next(Work).Error));
    }

    [Theory]
    [InlineData("pcall(app[('x'):rep(1000000) .. i])")]
    [InlineData("pcall(app.integrations.missive[('.'):rep(1000000) .. i])")]
    [InlineData("pcall(json.encode, {[('x'):rep(1000000) .. i] = print})")]
    [InlineData("pcall(app.integrations.missive.get_task, {[('x'):rep(1000000) .. i] = print})")]
    [InlineData("pcall(docs.read, ('x'):rep(1000000) .. i) pcall(docs.search, ('x'):rep(1000000) .. i)")]
    [InlineData("pcall(regex.match, 'x', i .. ('('):rep(1000000))")]
    [InlineData("pcall(error, {message = ('x'):rep(1000000) .. i})")]
    public void OfWhatScriptsWriteIntoMessagesOnlyTheBeginningIsKept(string call)
    {
        using var script = Script.Start();
        script.Next("return 1");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var run = script.Next($"for i = 1, 200 do {call} end error(('x'):rep(10000000), 0)");
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.StartsWith("xxx", run.Error!.Message, StringComparison.Ordinal);
        Assert.True(kept < 20_000_000, $"{kept} bytes");
        GC.KeepAlive(run);
    }

    private void AssertNoGrowth(Action<int> run)
    {
        for (var i = 0; i < 1000; i++)
        {
            run(i);
        }

        var early = Measure();
        for (var i = 1000; i < 10_000; i++)
        {
            run(i);
        }

        var late = Measure();
        output.WriteLine($"after 1,000: {early / 1e6:0.0} MB, after 10,000: {late / 1e6:0.0} MB");
        Assert.True(late <= early * 1.05, $"{early} bytes after 1,000 scripts, {late} after 10,000");
    }

    private static long Measure()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet;
    }
}
