using System.Text.Json;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Missive.Lua.Tests.Support;

/// <summary>Runs scripts in a session whose calls never leave the process.</summary>
internal sealed class Script : IDisposable
{
    private Script(LuaHost host, LuaLimits? limits) => Session = new LuaSession(host, limits ?? new LuaLimits());

    public LuaSession Session { get; }

    /// <summary>The generated binding of Missive's functions.</summary>
    public static string Binding { get; } = ReadBinding();

    public static Script Start(LuaLimits? limits = null, Func<ToolDefinition, JsonElement, string?, JsonElement>? call = null, TimeProvider? time = null, params string[] accounts)
        => new(
            new LuaHost
            {
                Registry = MissiveTools.Registry,
                Binding = Binding,
                Accounts = [.. accounts],
                Caller = new StubCaller(call ?? ((_, arguments, _) => arguments)),
                Documentation = new StubDocumentation(),
                Time = time ?? TimeProvider.System,
            },
            limits);

    /// <summary>Runs one script that has to succeed.</summary>
    /// <returns>What it printed.</returns>
    public static string Output(string code, LuaLimits? limits = null)
    {
        var run = Run(code, limits);
        Assert.Null(run.Error);
        return run.Output;
    }

    /// <summary>Runs one script that has to succeed.</summary>
    /// <returns>What it returned, as JSON.</returns>
    public static string Result(string code, LuaLimits? limits = null)
    {
        var run = Run(code, limits);
        Assert.Null(run.Error);
        return run.Result!.Value.GetRawText();
    }

    /// <summary>Runs one script that has to fail.</summary>
    public static LuaFailure Failure(string code, LuaLimits? limits = null)
    {
        var run = Run(code, limits);
        Assert.NotNull(run.Error);
        return run.Error;
    }

    /// <summary>Runs one script in a session of its own.</summary>
    public static LuaRun Run(string code, LuaLimits? limits = null)
    {
        using var script = Start(limits);
        return script.Next(code);
    }

    /// <summary>Runs a script in this session.</summary>
    public LuaRun Next(string code) => Session.Run(code, "script", TestContext.Current.CancellationToken);

    public void Dispose() => Session.Dispose();

    private static string ReadBinding()
    {
        using var stream = typeof(MissiveTools).Assembly.GetManifestResourceStream("lua/missive.lua")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed class StubCaller(Func<ToolDefinition, JsonElement, string?, JsonElement> call) : ILuaToolCaller
    {
        public ValueTask<ToolAnswer> CallAsync(ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
            => ValueTask.FromResult<ToolAnswer>(call(tool, arguments, account));
    }

    private sealed class StubDocumentation : ILuaDocumentation
    {
        public string List() => "the list";

        public string Search(string query) => $"found {query}";

        public string Read(string page) => page == "nowhere" ? throw new KeyNotFoundException("There is no page 'nowhere'.") : $"page {page}";
    }
}
