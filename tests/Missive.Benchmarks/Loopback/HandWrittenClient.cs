using System.Net.Http.Headers;
using System.Text.Json;
using Missive.Tools;
using Polly;
using Polly.Retry;

namespace Missive.Benchmarks.Loopback;

/// <summary>
/// What one would write by hand for a single endpoint: an HTTP client of the same settings, the answer read from its stream as
/// JSON that stays, and, where asked for, the same limiter and the same resilience pipeline around it.
/// </summary>
/// <remarks>Of the ways to write it, the one that took the least time and memory.</remarks>
internal sealed class HandWrittenClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _baseUrl;
    private readonly RequestLimiter? _limiter;
    private readonly ResiliencePipeline<HttpResponseMessage>? _pipeline;
    private readonly ResiliencePipeline? _attempt;

    public HandWrittenClient(MissiveOptions options, bool resilient)
    {
        _http = new HttpClient(HttpHandlers.Create(options)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.AccessToken);
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("HandWritten", "1.0"));
        _baseUrl = options.BaseUrl.AbsoluteUri;
        if (resilient)
        {
            _limiter = new RequestLimiter(options.RateLimits, TimeProvider.System);
            _attempt = new ResiliencePipelineBuilder().AddTimeout(options.Timeouts.Attempt).Build();
            _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
                .AddTimeout(options.Timeouts.Total)
                .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = options.MaxAttempts - 1,
                    ShouldHandle = static arguments => ValueTask.FromResult(
                        arguments.Outcome is { Result: { } response } ? (int)response.StatusCode is 429 or >= 500 : arguments.Outcome.Exception is HttpRequestException),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.RetryDelay,
                    MaxDelay = options.MaxRetryDelay,
                })
                .Build();
        }
    }

    public Task<JsonElement> GetTaskAsync(string id, CancellationToken cancellationToken = default)
        => GetAsync($"/tasks/{Uri.EscapeDataString(id)}", cancellationToken);

    public Task<JsonElement> ListUsersAsync(string organization, int limit, CancellationToken cancellationToken = default)
        => GetAsync($"/users?organization={Uri.EscapeDataString(organization)}&limit={limit}", cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(path, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        return document.RootElement.Clone();
    }

    private ValueTask<HttpResponseMessage> SendAsync(string path, CancellationToken cancellationToken)
        => _pipeline is null
            ? new(_http.GetAsync(_baseUrl + path, HttpCompletionOption.ResponseHeadersRead, cancellationToken))
            : _pipeline.ExecuteAsync(
                static async (call, token) =>
                {
                    using var permit = await call.Client._limiter!.AcquireAsync(token);
                    return await call.Client._attempt!.ExecuteAsync(
                        static async (call, token) => await call.Client._http.GetAsync(
                            call.Client._baseUrl + call.Path, HttpCompletionOption.ResponseHeadersRead, token),
                        call,
                        token);
                },
                (Client: this, Path: path),
                cancellationToken);
}
