using System.Text;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Emulator.Faults;

namespace Missive.Tools.Tests.Support;

/// <summary>An emulator and an account that talks to it.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    public const string NewTask = """{"tasks":{"title":"T","team":"team_123","organization":"org_123"}}""";

    private Sandbox(MissiveEmulator emulator, MissiveAccount account, RecordingLoggers logs)
    {
        Emulator = emulator;
        Account = account;
        Logs = logs;
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public MissiveEmulator Emulator { get; }

    public MissiveAccount Account { get; }

    public RecordingLoggers Logs { get; }

    public IMissiveTransport Transport => Account.Transport;

    public static async Task<Sandbox> StartAsync(
        MissiveEmulatorOptions? emulatorOptions = null, Action<MissiveOptions>? configure = null, TimeProvider? clock = null)
    {
        var emulator = await MissiveEmulator.StartAsync(emulatorOptions, Token);
        var options = OptionsFor(emulator);
        configure?.Invoke(options);
        var logs = new RecordingLoggers();
        return new Sandbox(emulator, MissiveAccount.Create(options, logs, clock), logs);
    }

    public static MissiveOptions OptionsFor(MissiveEmulator emulator) => new() { AccessToken = emulator.Token, BaseUrl = emulator.BaseAddress };

    public Task<MissiveResponse> Get(string path, CancellationToken? cancellationToken = null) => Send("GET", path, null, cancellationToken);

    public Task<MissiveResponse> Post(string path, string body, CancellationToken? cancellationToken = null)
        => Send("POST", path, body, cancellationToken);

    public Task<MissiveResponse> Send(string method, string path, string? body = null, CancellationToken? cancellationToken = null)
        => Transport.SendAsync(
            new ToolRequest(method, path, body is null ? default : Encoding.UTF8.GetBytes(body)), "a_function", cancellationToken ?? Token).AsTask();

    /// <summary>Lets the next request meet a fault.</summary>
    /// <returns>When it did.</returns>
    public Task Meet(Fault fault, int times = 1)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Emulator.Faults.Add(fault, times, _ =>
        {
            met.TrySetResult();
            return true;
        });
        return met.Task.WaitAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        Account.Dispose();
        await Emulator.DisposeAsync();
    }
}
