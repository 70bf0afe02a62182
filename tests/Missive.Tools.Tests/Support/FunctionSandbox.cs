using System.Text.Json;
using Missive.Codegen.Runtime;
using Missive.Emulator;

namespace Missive.Tools.Tests.Support;

/// <summary>An emulator and the functions over it, on real sockets.</summary>
internal sealed class FunctionSandbox : IAsyncDisposable
{
    private FunctionSandbox(MissiveEmulator emulator, MissiveOptions options, TimeProvider timeProvider)
    {
        Emulator = emulator;
        options.AccessToken = emulator.Token;

        // Another origin than that of the transport's tests: a port may be used again, and one limiter serves an origin and token.
        options.BaseUrl = new UriBuilder(emulator.BaseAddress) { Host = "localhost" }.Uri;

        // What is tried here is what is sent, not how fast; and only the functions live by the clock of the test.
        options.RateLimits = new() { Windows = [new(100_000, TimeSpan.FromSeconds(1))] };
        Account = MissiveAccount.Create(options);
        Invoker = new MissiveInvoker(Account.Transport, options, timeProvider);
        Client = new MissiveClient(Invoker);
    }

    public MissiveEmulator Emulator { get; }

    public MissiveAccount Account { get; }

    /// <summary>Carries out calls by the clock of the test.</summary>
    public MissiveInvoker Invoker { get; }

    public MissiveClient Client { get; }

    /// <summary>The requests so far, as <c>GET /path?query</c>.</summary>
    public IReadOnlyList<string> Lines => [.. Emulator.Requests.Select(static request => request.Line)];

    public static async Task<FunctionSandbox> StartAsync(
        MissiveEmulatorOptions? emulator = null, MissiveOptions? options = null, TimeProvider? timeProvider = null)
        => new(
            await MissiveEmulator.StartAsync(emulator, TestContext.Current.CancellationToken),
            options ?? new MissiveOptions(),
            timeProvider ?? TimeProvider.System);

    /// <summary>Calls a function with arguments as JSON text.</summary>
    public Task<JsonElement> CallAsync(string function, string arguments = "{}")
        => MissiveTools.Registry.Create(function, Invoker).InvokeAsync(JsonElement.Parse(arguments), TestContext.Current.CancellationToken);

    /// <summary>Walks a list.</summary>
    public async Task<List<JsonElement>> StreamAsync(string function, string arguments = "{}")
    {
        var items = new List<JsonElement>();
        var tool = MissiveTools.Registry.Create(function, Invoker);
        await foreach (var item in tool.StreamAsync(JsonElement.Parse(arguments), TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>Calls a function that has to refuse.</summary>
    public async Task<ToolValidationError> RefusedAsync(string function, string arguments)
    {
        var exception = await Assert.ThrowsAsync<ToolValidationException>(() => CallAsync(function, arguments));
        return exception.Errors[0];
    }

    /// <summary>Asserts that exactly these requests were made, in this order; the order of a query is free.</summary>
    public void AssertSent(params Expected[] expected) => Expected.AssertEqual(expected, Emulator.Requests);

    /// <summary>The body of a request, by its place.</summary>
    public JsonElement BodyOf(int index) => JsonElement.Parse(Emulator.Requests[index].Body.Span);

    public async ValueTask DisposeAsync()
    {
        Account.Dispose();
        await Emulator.DisposeAsync();
    }
}
