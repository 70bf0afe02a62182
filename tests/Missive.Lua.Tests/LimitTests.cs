using System.Text.Json;
using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

public sealed class LimitTests
{
    public static TheoryData<LuaLimits, string> OutOfRange { get; } = new()
    {
        { new() { MemoryBytes = 0 }, "MemoryBytes" },
        { new() { MemoryBytes = -1 }, "MemoryBytes" },
        { new() { Cpu = TimeSpan.Zero }, "Cpu" },
        { new() { Cpu = TimeSpan.MaxValue }, "Cpu" },
        { new() { WallClock = TimeSpan.FromSeconds(-1) }, "WallClock" },
        { new() { OutputBytes = -1 }, "OutputBytes" },
        { new() { Grace = Timeout.InfiniteTimeSpan }, "Grace" },
        { new() { Grace = TimeSpan.FromDays(2) }, "Grace" },
    };

    [Theory]
    [MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public void ALimitOutOfItsRangeIsRefused(LuaLimits limits, string name)
        => Assert.StartsWith($"{name} must", Assert.Throws<ArgumentOutOfRangeException>(() => Script.Start(limits)).Message, StringComparison.Ordinal);

    [Fact]
    public void TheWidestLimitsAreNoLimits()
    {
        var limits = new LuaLimits { MemoryBytes = long.MaxValue, Cpu = Timeout.InfiniteTimeSpan, WallClock = Timeout.InfiniteTimeSpan, Grace = TimeSpan.Zero };
        Assert.Equal("[100000]", Script.Result("local t = {} for i = 1, 100000 do t[i] = i end return #t", limits));
    }

    [Fact]
    public void TimeSpentInCallsIsNotTheScriptsOwn()
    {
        using var script = Script.Start(
            new() { Cpu = TimeSpan.FromSeconds(1) },
            (_, arguments, _) =>
            {
                Thread.Sleep(400);
                return arguments;
            });

        var run = script.Next("for i = 1, 4 do app.integrations.missive.get_task('t') end print('done')");

        Assert.Null(run.Error);
        Assert.Equal("done", run.Output);
        Assert.True(run.ExecutionTime >= TimeSpan.FromMilliseconds(1600));
        Assert.All(run.Calls, static call => Assert.True(call.Duration >= TimeSpan.FromMilliseconds(390)));
    }

    [Fact]
    public async Task ACallThatOutlivesTheWallClockIsCancelled()
    {
        using var session = Waiting(new() { WallClock = TimeSpan.FromSeconds(2), Grace = TimeSpan.FromSeconds(30) });
        var run = await Task.Run(() => session.Run("print('before') pcall(app.integrations.missive.get_task, 't') print('after')", "script", TestContext.Current.CancellationToken))
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(("before", LuaFailureCodes.TimeLimit), (run.Output, run.Error!.Code));
        Assert.Equal("get_task: the call was cancelled.", Assert.Single(run.Calls).Error);
    }

    [Theory]
    [InlineData("print('before') while true do end")]
    [InlineData("print('before') app.integrations.missive.get_task('t')")]
    public async Task ACancelledRunEnds(string code)
    {
        using var session = Waiting(new());
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var run = await Task.Run(() => session.Run(code, "script", source.Token)).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(("before", LuaFailureCodes.Cancelled), (run.Output, run.Error!.Code));
        Assert.Equal("after", session.Run("print('after')", "script", TestContext.Current.CancellationToken).Output);
    }

    [Fact]
    public async Task NativeCodeThatIgnoresTheLimitIsReportedWithACompleteEnvelope()
    {
        // Enough for a busy machine to reach the native code in, and less than that takes on a fast one.
        using var script = Script.Start(new() { Cpu = TimeSpan.FromSeconds(1), Grace = TimeSpan.FromMilliseconds(50) });
        var reported = new TaskCompletionSource<LuaRun>(TaskCreationOptions.RunContinuationsAsynchronously);
        script.Session.Unresponsive += run => reported.TrySetResult(run);

        // Some seconds of moving nothing: native code without a single instruction of Lua.
        var ending = Task.Run(() => script.Next("print('before') pcall(app.integrations.missive.nope) table.move({}, 1, 300000000, 2)"));
        var envelope = await reported.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal(("before", LuaFailureCodes.CpuLimit), (envelope.Output, envelope.Error!.Code));
        Assert.Single(envelope.Calls);
        Assert.Null(envelope.MemoryBytes);
        Assert.True(envelope.ExecutionTime >= TimeSpan.FromSeconds(1));

        // When it comes back after all, the limit still holds, and the session can be used again.
        Assert.Equal(LuaFailureCodes.CpuLimit, (await ending).Error!.Code);
        Assert.Equal("after", script.Next("print('after')").Output);
    }

    [Fact]
    public void TheMemoryLimitIsTheSameInEveryPlaceThatMeetsIt()
    {
        var limits = new LuaLimits { MemoryBytes = 4 << 20 };
        Assert.Equal("not enough memory", Script.Output("local ok, message = pcall(string.rep, 'x', 1 << 25) print(message)", limits));
        Assert.Equal("memory_limit", Script.Output("pcall(json.decode, 1) local ok, message = pcall(string.rep, 'x', 1 << 25) print(message.code)", limits));
        foreach (var raised in new[] { "error(message)", "error(message, 0)", "assert(ok, message)" })
        {
            var failure = Script.Failure("local ok, message = pcall(string.rep, 'x', 1 << 25) " + raised, limits);
            Assert.Equal(new LuaFailure("Memory limit exceeded: not enough memory (4194304 bytes).", LuaFailureCodes.MemoryLimit), failure);
        }
    }

    [Fact]
    public void OutputBeyondItsLimitIsCutAndSaysSo()
    {
        var run = Script.Run("for i = 1, 100 do print(('é'):rep(10)) end return 1", new() { OutputBytes = 50 });
        Assert.Null(run.Error);
        Assert.True(run.OutputTruncated);
        Assert.Equal("éééééééééé\néééééééééé\néééé\n[output cut: more than 50 bytes]", run.Output);
        Assert.Equal("[1]", run.Result!.Value.GetRawText());
    }

    [Fact]
    public void OutputThatFillsItsLimitIsWhole()
    {
        var run = Script.Run("print('12345') print('6789')", new() { OutputBytes = 10 });
        Assert.Equal(("12345\n6789", false), (run.Output, run.OutputTruncated));
    }

    [Fact]
    public void AHugeTableIsShownOnlyAsFarAsTheOutputGoes()
    {
        var run = Script.Run("local t = {} for i = 1, 100000 do t[i] = i end for i = 1, 100 do print(t) end", new() { OutputBytes = 1000, Cpu = TimeSpan.FromSeconds(20) });
        Assert.Null(run.Error);
        Assert.EndsWith("[output cut: more than 1000 bytes]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AfterALimitTheStateIsWhatItWas()
    {
        using var script = Script.Start(new() { Cpu = TimeSpan.FromSeconds(2), MemoryBytes = 4 << 20 });
        script.Next("kept = 42");
        Assert.Equal(LuaFailureCodes.CpuLimit, script.Next("while true do end").Error!.Code);
        Assert.Equal(LuaFailureCodes.MemoryLimit, script.Next("local t = {} while true do t[#t + 1] = {} end").Error!.Code);
        Assert.Contains("42", Enumerable.Range(0, 10).Select(_ => script.Next("print(kept)").Output));
    }

    [Fact]
    public void ACoroutineThatTheLimitStoppedStaysStoppedAndOthersGoOn()
    {
        using var script = Script.Start(new() { Cpu = TimeSpan.FromSeconds(1) });
        script.Next("""
            waiting = coroutine.create(function() coroutine.yield() print("goes on") end)
            coroutine.resume(waiting)
            endless = coroutine.create(function() local x <close> = setmetatable({}, {__close = function() while true do end end}) while true do end end)
            coroutine.resume(endless)
            """);
        Assert.Equal("goes on", script.Next("coroutine.resume(waiting)").Output);
        Assert.Equal("dead\ttrue", script.Next("print(coroutine.status(endless), coroutine.close(endless))").Output);
    }

    [Fact]
    public async Task ManySessionsAtOnceEndEachAtItsLimit()
    {
        var runs = await Task.WhenAll(Enumerable.Range(1, 8).Select(static i => Task.Factory.StartNew(
            () => Script.Run($"print({i}) while true do end", new() { Cpu = TimeSpan.FromMilliseconds(1000 + (50 * i)), Grace = TimeSpan.FromSeconds(30) }),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.All(runs, static run => Assert.Equal(LuaFailureCodes.CpuLimit, run.Error!.Code));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], runs.Select(static run => run.Output));
    }

    [Fact]
    public void OneSessionRunsOneChunkAtATime()
    {
        LuaSession? session = null;
        var refused = false;
        using var script = Script.Start(call: (_, arguments, _) =>
        {
            refused = Assert.Throws<InvalidOperationException>(() => session!.Run("", "script", TestContext.Current.CancellationToken)).Message.Contains("runs another chunk", StringComparison.Ordinal);
            return arguments;
        });
        session = script.Session;
        Assert.Null(script.Next("app.integrations.missive.get_task('t')").Error);
        Assert.True(refused);
    }

    [Fact]
    public void TheMemoryOfARunIsItsMost()
    {
        using var script = Script.Start();
        var much = script.Next("local s = ('x'):rep(5000000)").MemoryBytes!.Value;
        script.Next("for i = 1, 100 do local t = {} end");
        var little = script.Next("return 1").MemoryBytes!.Value;
        Assert.True(much > 5_000_000);
        Assert.True(little < much);
    }

    private static LuaSession Waiting(LuaLimits limits) => new(
        new LuaHost { Registry = Tools.MissiveTools.Registry, Binding = Script.Binding, Caller = new WaitingCaller() }, limits);

    [Fact]
    public void TimeInWhichTheScriptHadNoProcessorIsNotItsOwn()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells the processor time of a thread.");
        var limit = TimeSpan.FromSeconds(1);
        using var script = Script.Start(new() { Cpu = limit }, time: new BusyMachine(limit));
        Assert.Equal("done", script.Next("time.now() for i = 1, 100000 do end print('done')").Output);
        Assert.Equal(LuaFailureCodes.CpuLimit, script.Next("time.now() while true do end").Error?.Code);
    }

    [Fact]
    public void HoweverBusyTheMachineIsARunEndsByTheWallClock()
    {
        var limit = TimeSpan.FromSeconds(1);
        using var script = Script.Start(new() { Cpu = limit, WallClock = limit, Grace = TimeSpan.FromSeconds(30) }, time: new BusyMachine(limit));
        Assert.Equal(LuaFailureCodes.TimeLimit, script.Next("time.now() while true do end").Error?.Code);
    }

    private sealed class WaitingCaller : ILuaToolCaller
    {
        public async ValueTask<Codegen.Runtime.ToolAnswer> CallAsync(
            Codegen.Runtime.ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return arguments;
        }
    }

    [Fact]
    public void RecursionWithoutEndIsToldFromOtherUseOfMemory()
    {
        const string Recursion = "local function again() return 1 + again() end";
        const string Hint = "Thousands of calls were open: a function calls itself without end.";
        var endless = Script.Failure($"{Recursion} again()");
        Assert.Equal((LuaFailureCodes.MemoryLimit, Hint), (endless.Code, endless.Hint));
        Assert.EndsWith($" {Hint}", endless.Message, StringComparison.Ordinal);
        var full = Script.Failure($"{Recursion} pcall(again) local items = {{}} for i = 1, 1e9 do items[i] = i end");
        Assert.Equal((LuaFailureCodes.MemoryLimit, null), (full.Code, full.Hint));
    }

    /// <summary>Keeps whoever asks for the time from the processor for a while, as others on a machine may.</summary>
    private sealed class BusyMachine(TimeSpan pause) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            using var never = new ManualResetEventSlim();
            never.Wait(pause);
            return base.GetUtcNow();
        }
    }
}
