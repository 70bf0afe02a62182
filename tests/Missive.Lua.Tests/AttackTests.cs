using System.Diagnostics;
using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

/// <summary>Scripts that try to run for ever, to take everything, or to break out. Each ends, and the session goes on.</summary>
public sealed class AttackTests
{
    // Long enough that an interrupt at the limit is told from one that never comes, on a machine that is busy.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly LuaLimits Tight = new() { Cpu = TimeSpan.FromMilliseconds(100), MemoryBytes = 4 << 20, Grace = TimeSpan.FromSeconds(30) };

    [Theory]
    [InlineData("while true do end")]
    [InlineData("::again:: goto again")]
    [InlineData("repeat until false")]
    [InlineData("local function f() return f() end f()")]
    [InlineData("while true do pcall(function() while true do end end) end")]
    [InlineData("while true do pcall(error) end")]
    [InlineData("local function f() while true do pcall(f) end end f()")]
    [InlineData("coroutine.wrap(function() while true do end end)()")]
    [InlineData("while true do coroutine.wrap(function() while true do end end)() end")]
    [InlineData("local t = {} for i = 1, 50 do t[i] = coroutine.wrap(function() while true do coroutine.yield() end end) end while true do for i = 1, 50 do t[i]() end end")]
    [InlineData("local function nest() local c = coroutine.create(nest) while true do coroutine.resume(c) end end nest()")]
    [InlineData("table.sort({3, 1, 2}, function() while true do end end)")]
    [InlineData("string.gsub('x', 'x', function() while true do end end)")]
    [InlineData("return setmetatable({}, {__index = function() while true do end end}).x")]
    [InlineData("return setmetatable({}, {__eq = function() while true do end end}) == setmetatable({}, {__eq = function() end})")]
    [InlineData("return 'a' .. setmetatable({}, {__concat = function() while true do end end})")]
    [InlineData("for _ in setmetatable({}, {__call = function() while true do end end}) do end")]
    [InlineData("local t = setmetatable({}, {__len = function() while true do end end}) return #t")]
    [InlineData("xpcall(function() while true do end end, function() while true do end end)")]
    [InlineData("xpcall(error, function() while true do end end)")]
    [InlineData("xpcall(function() local x = nil + 1 end, function(m) error(m) end) while true do end")]
    [InlineData("local x <close> = setmetatable({}, {__close = function() while true do end end}) while true do end")]
    [InlineData("local a, b = 'text', 1 local x <close> = setmetatable({}, {__close = function() while true do end end}) while true do end")]
    [InlineData("pcall(function() local x <close> = setmetatable({}, {__close = function() while true do end end}) while true do end end) while true do end")]
    [InlineData("pcall(function() local x <close> = setmetatable({}, {__close = function() while true do end end}) error('x') end)")]
    [InlineData("coroutine.wrap(function() local x <close> = setmetatable({}, {__close = function() while true do end end}) while true do end end)()")]
    [InlineData("local c = coroutine.create(function() local x <close> = setmetatable({}, {__close = function() while true do end end}) coroutine.yield() end) coroutine.resume(c) coroutine.close(c)")]
    [InlineData("local c = coroutine.create(function() local x <close> = setmetatable({}, {__close = function() while true do end end}) error('x') end) coroutine.resume(c) coroutine.close(c) while true do end")]
    [InlineData("for i = 1, math.huge do local s <const> = i end")]
    [InlineData("for k in next, {1}, nil do while true do end end")]
    [InlineData("tostring(setmetatable({}, {__tostring = function() while true do end end})) print(setmetatable({}, {__name = 1})) while true do end")]
    [InlineData("string.format('%s', setmetatable({}, {__tostring = function() while true do end end}))")]
    [InlineData("local t = {} for i = 1, 300 do t[i] = i end while true do table.concat(t, ',') end")]
    [InlineData("while true do pcall(string.rep, 'x', 1 << 40) end")]
    [InlineData("while true do pcall(app.integrations.missive.nope) end")]
    [InlineData("while true do print('x') end")]
    [InlineData("while true do json.decode('[1,2,3]') end")]
    [InlineData("while true do pcall(regex.match, ('a'):rep(30), '^(a+)+$b') end")]
    [InlineData("local t = {} pcall(function() for i = 1, 1e9 do t[i] = {i} end end) for i = #t - 10000, #t do t[i] = nil end while true do local s = ('x'):rep(20000) end")]
    public async Task AnEndlessScriptEndsAtTheCpuLimit(string code)
    {
        var (run, next) = await RunTwo(code);
        Assert.Equal(LuaFailureCodes.CpuLimit, run.Error?.Code);
        Assert.Equal("before", run.Output.Split('\n')[0]);
        Assert.Equal("after", next.Output);
    }

    [Theory]
    [InlineData("local t = {} while true do t[#t + 1] = {} end")]
    [InlineData("local s = 'x' while true do s = s .. s end")]
    [InlineData("return ('x'):rep(1 << 30)")]
    [InlineData("local t = {} for i = 1, 1000 do t[i] = ('x'):rep(100000) end return table.concat(t)")]
    [InlineData("return string.format('%s', ('x'):rep(1 << 24))")]
    [InlineData("local t = {} for i = 1, 1e6 do t[i] = coroutine.create(print) end")]
    [InlineData("local t = {} for i = 1, 1e6 do t[i] = function() return i end end")]
    [InlineData("return (('x'):rep(1000000):gsub('x', ('y'):rep(1000)))")]
    [InlineData("return regex.gsub(('x'):rep(100000), 'x', ('y'):rep(1000))")]
    [InlineData("return regex.match_all(('x'):rep(1000000), 'x')")]
    [InlineData("return json.decode('[' .. ('[],'):rep(1000000) .. '[]]')")]
    [InlineData("local t = {} for i = 1, 40 do t = {t, t} end return json.encode(t)")]
    [InlineData("local s = ('x'):rep(1000000) return tostring({s, s, s, s, s, s})")]
    public async Task AGreedyScriptEndsAtTheMemoryLimit(string code)
    {
        var (run, next) = await RunTwo(code, Tight with { Cpu = Soon });
        Assert.NotNull(run.Error);
        Assert.True(run.Error.Code == LuaFailureCodes.MemoryLimit, run.Error.Message);
        Assert.Equal("before", run.Output);
        Assert.Equal("after", next.Output);
    }

    [Theory]
    [InlineData("local t = {} for i = 1, 40 do t = {t, t} end return app.integrations.missive.get_task(t)")]
    [InlineData("local t = {} for i = 1, 40 do t = {t, t} end return t")]
    [InlineData("local s = ('x'):rep(1000000) local t = {} for i = 1, 20 do t[i] = s end return t")]
    public async Task AScriptThatSendsOrReturnsTooMuchEndsAtTheLimitOfJson(string code)
    {
        var (run, next) = await RunTwo(code, Tight with { Cpu = Soon });
        Assert.Equal(LuaFailureCodes.JsonLimit, run.Error?.Code);
        Assert.Contains("more than 16777216 bytes of JSON", run.Error!.Message, StringComparison.Ordinal);
        Assert.Equal("before", run.Output);
        Assert.Equal("after", next.Output);
    }

    [Theory]
    [InlineData("local function f() return 1 + f() end f()", "stack overflow")]
    [InlineData("local function f() return pcall(f) end local ok, m = f() error(m, 0)", null)]
    [InlineData("local a = setmetatable({}, {}) getmetatable(a).__index = a return a.x", "'__index' chain too long")]
    [InlineData("local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k .. 'x'] end return t.x", "C stack overflow")]
    [InlineData("local function f(s) return (s:gsub('.', f)) end f('x')", "C stack overflow")]
    [InlineData("return json.decode(('['):rep(100000))", "json.decode: Syntax error")]
    [InlineData("local t = {} for i = 1, 1000 do t = {t} end return json.encode(t)", "tables lie in each other more than 512 deep")]
    [InlineData("local t = {} for i = 1, 1000 do t = {t} end return app.integrations.missive.get_task(t)", "tables lie in each other more than 512 deep")]
    [InlineData("return ('('):rep(1000000):find(('('):rep(1000))", "too many captures")]
    [InlineData("return ('x'):rep(300000):find(('.-'):rep(100000) .. 'y')", "pattern too complex")]
    [InlineData("return ('x'):rep(1 << 20, ('y'):rep(1 << 20))", "resulting string too large")]
    [InlineData("return table.unpack({}, 1, 1e8)", "too many results to unpack")]
    public async Task DeepRecursionIsAnErrorOfTheScript(string code, string? message)
    {
        var (run, next) = await RunTwo(code, Tight with { Cpu = Soon, MemoryBytes = 256 << 20 });
        Assert.Contains(message ?? "", run.Error?.Message ?? "", StringComparison.Ordinal);
        Assert.Equal("after", next.Output);
    }

    [Fact]
    public void ATableNestedDeeplyIsShownAsFarAsItGoes()
    {
        var run = Script.Run("local t = {} for i = 1, 100000 do t = {t} end print(t) return t", new() { MemoryBytes = 256 << 20 });
        Assert.Null(run.Error);
        Assert.Contains("<too deep>", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return io, os, debug, package, require, load, loadstring, loadfile, dofile, collectgarbage, string.dump, warn, module, newproxy, setfenv, getfenv")]
    [InlineData("local names = {} for _, name in ipairs({'io','os','debug','package','require','load','loadfile','dofile','collectgarbage','warn'}) do names[#names+1] = rawget(_G, name) end return #names == 0 or nil, nil")]
    public void WhatReachesTheMachineIsAbsent(string code)
    {
        var result = Script.Run(code).Result!.Value;
        Assert.All(result.EnumerateArray().Skip(result.GetArrayLength() == 2 ? 1 : 0), static value => Assert.Equal(System.Text.Json.JsonValueKind.Null, value.ValueKind));
    }

    [Fact]
    public void EveryGlobalIsKnown()
    {
        const string Known =
            "_G _VERSION app assert coroutine docs dump error getmetatable ipairs json math next pairs pcall print rawequal rawget rawlen " +
            "rawset regex select setmetatable string table time tonumber tostring type utf8 xpcall";
        Assert.Equal(Known, Script.Output("local names = {} for name in pairs(_G) do names[#names + 1] = name end table.sort(names) print(table.concat(names, ' '))"));
    }

    [Theory]
    [InlineData("return setmetatable({}, {__gc = function() while true do end end})", "'__gc' is not available")]
    [InlineData("local mt = {} local t = setmetatable({}, mt) mt.__gc = print setmetatable({}, mt)", "'__gc' is not available")]
    [InlineData("return setmetatable({}, setmetatable({__gc = false}, {}))", "'__gc' is not available")]
    [InlineData("getmetatable('').__index = nil", "index a boolean value")]
    [InlineData("setmetatable('', {})", "bad argument")]
    [InlineData("getmetatable(json.null).x = 1", "index a boolean value")]
    public void MetatablesThatCouldHarmTheHostAreOutOfReach(string code, string message)
        => Assert.Contains(message, Script.Failure(code).Message, StringComparison.Ordinal);

    [Fact]
    public void AFinalizerThatIsSlippedInNeverRuns()
    {
        using var script = Script.Start(Tight with { Cpu = Soon });
        var run = script.Next("""
            local mt = setmetatable({}, { __index = function() error("read") end })
            for i = 1, 1000 do setmetatable({}, mt) end
            rawset(mt, "__gc", function() while true do end end)
            local garbage = {} for i = 1, 100000 do garbage = {garbage[1]} end
            print("done")
            """);
        Assert.Equal("done", run.Output);
    }

    [Fact]
    public void BytecodeIsRefused()
        => Assert.Contains("attempt to load a binary chunk", Script.Failure("\eLuaT\0\x19\x93").Message, StringComparison.Ordinal);

    [Fact]
    public void AScriptCanSpoilItsOwnGlobalsOnly()
    {
        using var script = Script.Start();
        script.Next("for name in pairs(_G) do if name ~= '_G' then _G[name] = nil end end");
        script.Next("string = nil; local mt = {} _G = nil");
        Assert.Null(script.Next("return 1").Error);
        using var other = Script.Start();
        Assert.Equal("a", other.Next("print(('a'):lower())").Output);
    }

    [Fact]
    public void TheMarksOfJsonCannotBeReached()
        => Assert.Equal("nil\tnil\t0\ttrue", Script.Output("""
            local t = json.decode('{"a":null,"b":[],"c":{}}')
            local count = 0
            for k, v in pairs(getmetatable(t.b) or {}) do count = count + 1 end
            print(getmetatable(t), getmetatable(t.b), count, getmetatable(setmetatable(t, {x = true})).x)
            """));

    [Fact]
    public void HostFunctionsTakeAnything()
    {
        var output = Script.Output("""
            local values = { nil, true, 0/0, 1e308, math.mininteger, "", ("x"):rep(1000), "\xff", {}, print, coroutine.create(print), json.null, app }
            local functions = { print, dump, tostring, json.encode, json.decode, json.object, json.array, regex.match, regex.match_all, regex.gsub,
              docs.list, docs.search, docs.read, getmetatable, setmetatable, xpcall, coroutine.wrap, coroutine.close, app.integrations.missive.get_task,
              app.nope, app.integrations.missive.nope }
            local count = 0
            for f = 1, #functions do
              for i = 1, 13 do
                for j = 1, 13 do
                  pcall(functions[f], values[i], values[j], values[i], values[j])
                  count = count + 1
                end
              end
            end
            return count
            """.Replace("return count", "coroutine.wrap(function() print('calls ' .. count) end)()", StringComparison.Ordinal));
        Assert.EndsWith("calls 3549", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhateverCanBeReachedCanBeCalledWithAnything(int seed)
    {
        // Everything below the globals, in metatables and in results, called at random. Much of it is a mistake, and some of it
        // takes all the memory; what counts is that the host is still there.
        using var script = Script.Start(new() { Cpu = Soon, MemoryBytes = 64 << 20 });
        var run = script.Next($$"""
            math.randomseed({{seed}})
            local _ENV = { globals = _G, pcall = pcall, select = select, random = math.random, type = type, next = next, getmetatable = getmetatable }
            local values, functions, seen = {}, {}, {}
            local function add(value, depth)
              if type(value) == "function" and not seen[value] then
                seen[value] = true
                functions[#functions + 1] = value
              elseif type(value) == "table" and not seen[value] and depth < 6 then
                seen[value] = true
                for key, item in next, value do
                  add(key, depth + 1)
                  add(item, depth + 1)
                end
                add(getmetatable(value), depth + 1)
              end
              values[#values < 500 and #values + 1 or random(500)] = value
            end
            for _, value in next, { globals, "text", ("x"):rep(300), "\xff", "/a(b)?/", "[1,{}]", 0, -1, 3, 2.5, 0/0, 1e308, true, false } do
              add(value, 0)
            end
            local function some()
              return values[random(#values)]
            end
            local function keep(ok, ...)
              for i = 1, ok and select("#", ...) < 4 and select("#", ...) or 0 do
                local value = select(i, ...)
                if type(value) ~= "string" or #value < 1000 then
                  add(value, 4)
                end
              end
            end
            for _ = 1, 30000 do
              keep(pcall(functions[random(#functions)], some(), some(), some(), some()))
            end
            """);
        Assert.True(run.Error?.Code is null or LuaFailureCodes.MemoryLimit or LuaFailureCodes.CpuLimit, run.Error?.Message);
        Assert.NotEmpty(run.Calls);
        Assert.Null(script.Next("return 1").Error);
    }

    // On a machine that stands still for a moment even this reaches a tight limit; that it can be run is the point.
    private static LuaRun GoOn(Script script)
        => Enumerable.Range(0, 10).Select(_ => script.Next("print('after')")).FirstOrDefault(static run => run.Success) ?? script.Next("print('after')");

    private static async Task<(LuaRun Run, LuaRun Next)> RunTwo(string code, LuaLimits? limits = null)
    {
        using var script = Script.Start(limits ?? Tight);
        var task = Task.Factory.StartNew(
            () => (script.Next($"print('before') {code}"), GoOn(script)),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var started = Stopwatch.StartNew();
        var result = await task.WaitAsync(Soon * 3, TestContext.Current.CancellationToken);
        Assert.True(started.Elapsed < Soon * 3);
        return result;
    }
}
