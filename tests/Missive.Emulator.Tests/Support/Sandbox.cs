using System.Net.Http.Headers;
using System.Text;

namespace Missive.Emulator.Tests.Support;

/// <summary>An emulator with a plain client: what goes over the wire is what a test writes.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    private readonly HttpClient _client;

    private Sandbox(MissiveEmulator emulator)
    {
        Emulator = emulator;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    }

    public MissiveEmulator Emulator { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Sandbox> StartAsync(MissiveEmulatorOptions? options = null) =>
        new(await MissiveEmulator.StartAsync(options, Token));

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Answer> Post(string path, string json, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, json, headers);

    public Task<Answer> Patch(string path, string json) => Send(HttpMethod.Patch, path, json);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public async Task<Answer> Send(HttpMethod method, string path, string? json, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, json);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Send(request);
    }

    public async Task<Answer> Send(HttpRequestMessage request, CancellationToken? cancellationToken = null)
    {
        var response = await _client.SendAsync(request, cancellationToken ?? Token);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token), response);
    }

    public HttpRequestMessage Request(HttpMethod method, string path, string? json)
    {
        // Paths go out as they are written here, encoded or not.
        var verbatim = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(method, new Uri(Emulator.BaseAddress.AbsoluteUri + path, verbatim));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Emulator.Token);
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return request;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Emulator.DisposeAsync();
    }
}
