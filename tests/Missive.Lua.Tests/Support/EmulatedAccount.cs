using System.Text.Json;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Tools;

namespace Missive.Lua.Tests.Support;

/// <summary>An emulator, an account at it, and a session whose calls go there, on real sockets.</summary>
internal sealed class EmulatedAccount : IAsyncDisposable, ILuaToolCaller
{
    private readonly MissiveAccount _account;

    private EmulatedAccount(MissiveEmulator emulator)
    {
        Emulator = emulator;
        _account = MissiveAccount.Create(new MissiveOptions
        {
            AccessToken = emulator.Token,
            BaseUrl = emulator.BaseAddress,

            // What is tried here is what is sent, not how fast.
            RateLimits = new() { Windows = [new(100_000, TimeSpan.FromSeconds(1))] },
        });
        Session = new LuaSession(
            new LuaHost { Registry = MissiveTools.Registry, Binding = Script.Binding, Caller = this, DescribeError = Describe }, new LuaLimits());
    }

    public MissiveEmulator Emulator { get; }

    public LuaSession Session { get; }

    /// <summary>The requests so far, with their bodies.</summary>
    public IEnumerable<(string Line, string Body)> Requests => Emulator.Requests.Select(static request => (request.Line, request.BodyText));

    public static async Task<EmulatedAccount> StartAsync() => new(await MissiveEmulator.StartAsync(null, TestContext.Current.CancellationToken));

    public Task<JsonElement> CallAsync(string function, JsonElement arguments, CancellationToken cancellationToken)
        => MissiveTools.Registry.Create(function, _account.Invoker).InvokeAsync(arguments, cancellationToken);

    public async ValueTask<ToolAnswer> CallAsync(ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
        => await CallAsync(tool.Name, arguments, cancellationToken);

    public LuaRun Run(string code) => Session.Run(code, "script", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        _account.Dispose();
        await Emulator.DisposeAsync();
    }

    private static LuaFailure? Describe(Exception exception) => exception is MissiveException known ? new LuaFailure(known.Message, "api") : null;
}
