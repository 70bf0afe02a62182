using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

public sealed class SecurityTests
{
    private const string Secret = "missive_pat-Sehr+geheim/ganz=sicher";

    private static readonly FaultKind[] DamagedAnswers =
        [FaultKind.Reset, FaultKind.Close, FaultKind.ResetMidBody, FaultKind.Truncate, FaultKind.EmptyBody, FaultKind.BrokenJson];

    private static readonly int[] Refusals = [400, 401, 403, 404, 422, 429, 500, 503];

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_names_the_host_only(int status)
    {
        await using var elsewhere = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
        await using var sandbox = await Sandbox.StartAsync();
        var target = new Uri(elsewhere.BaseAddress, "/v1/tasks/task_123?session=abc");
        foreach (var method in new[] { "GET", "POST" })
        {
            sandbox.Emulator.Faults.Add(Fault.RedirectTo(target, status));
            var error = await Assert.ThrowsAsync<MissiveTransportException>(() => sandbox.Send(method, "/tasks"));
            Assert.Equal(MissiveTransportFailure.Redirected, error.Failure);
            Assert.Equal(status, error.Status);
            Assert.Contains("the host 127.0.0.1", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("session", error.ToString(), StringComparison.Ordinal);
            Assert.Equal(status == 303 && method == "POST", error.MayHaveBeenCarriedOut);
        }

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_path_that_holds_the_token_is_not_sent_and_not_shown()
    {
        await using var sandbox = await Sandbox.StartAsync();
        foreach (var path in new[] { $"/tasks?token={sandbox.Emulator.Token}", $"/tasks/{sandbox.Emulator.Token}" })
        {
            var error = await Assert.ThrowsAsync<MissiveTransportException>(() => sandbox.Get(path));
            Assert.Contains("holds the access token", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(sandbox.Emulator.Token, error.Path + error, StringComparison.Ordinal);
        }

        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task What_the_api_echoes_of_the_token_is_not_passed_on()
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.StatusCode = 400;
            var token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
            return context.Response.WriteAsync($$"""{"error":"unknown token {{token}} ({{Uri.EscapeDataString(token)}})"}""");
        });
        using var account = server.CreateAccount(options => options.AccessToken = Secret);
        var error = await Assert.ThrowsAsync<MissiveApiException>(
            () => account.Transport.SendAsync(new ToolRequest("GET", "/tasks"), "list_tasks", Sandbox.Token).AsTask());
        Assert.Equal("unknown token [redacted] ([redacted])", error.ApiMessage);
        Assert.DoesNotContain("geheim", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_cut_within_the_token_shows_no_part_of_it()
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsync(new string('a', 1001 - Secret.Length) + Secret);
        });
        using var account = server.CreateAccount(options => options.AccessToken = Secret);
        var error = await Assert.ThrowsAsync<MissiveApiException>(
            () => account.Transport.SendAsync(new ToolRequest("GET", "/tasks"), "list_tasks", Sandbox.Token).AsTask());
        Assert.DoesNotContain(Secret[..8], error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_tokens_own_classes_do_not_show_it()
    {
        var token = new AccessToken(Secret);
        Assert.DoesNotContain("geheim", $"{token} {(token, 1)}", StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", new MissiveOptions { AccessToken = Secret }.ToString(), StringComparison.Ordinal);
        Assert.Null(token.Redact(new InvalidOperationException(Secret)));
    }

    [Fact]
    public async Task The_token_is_seen_nowhere_whatever_happens()
    {
        var seen = new ConcurrentQueue<string>();
        using var activities = Listen(seen);
        using var meters = Measure(seen);
        var logs = new RecordingLoggers();
        await using var emulator = await MissiveEmulator.StartAsync(new() { Tokens = [Secret] }, Sandbox.Token);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddMissive(options =>
        {
            options.AccessToken = Secret;
            options.BaseUrl = emulator.BaseAddress;
            options.MaxAttempts = 2;
            options.RetryDelay = TimeSpan.Zero;
            options.MaxResponseBytes = 50_000;
            options.Timeouts = new() { Attempt = TimeSpan.FromMilliseconds(300) };

            // Without windows a 429 does not hold back the calls after it.
            options.RateLimits = new() { Windows = [] };
        });
        await using var provider = services.BuildServiceProvider();
        var account = provider.GetRequiredService<MissiveClientFactory>().GetAccount(null);
        seen.Enqueue($"{account} {account.Client} {account.Invoker} {account.Transport} {account.Transport.Limiter}");

        foreach (var fault in Faults())
        {
            foreach (var method in new[] { "GET", "POST" })
            {
                emulator.Faults.Clear();
                emulator.Faults.Add(fault, times: 2);
                await Try(new ToolRequest(method, "/tasks?search=personal-text", method == "GET" ? default : "{}"u8.ToArray()));
            }
        }

        emulator.Faults.Clear();
        await Try(new ToolRequest("GET", "/organizations"));
        await Try(new ToolRequest("GET", $"/tasks/{Secret}"));
        await Try(new ToolRequest("POST", "/tasks", new byte[10_000_001]));
        await emulator.DisposeAsync();
        await Try(new ToolRequest("GET", "/organizations"));
        foreach (var (_, _, text) in logs.Entries)
        {
            seen.Enqueue(text);
        }

        Assert.True(seen.Count > 100);
        Assert.Contains(logs.Entries, entry => entry.Text.StartsWith("Missive.Tools:", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Entries, entry => entry.Text.StartsWith("System.Net.Http", StringComparison.Ordinal));
        Assert.All(seen, text => Assert.DoesNotContain("geheim", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(seen, text => Assert.DoesNotContain("personal-text", text, StringComparison.Ordinal));

        async Task Try(ToolRequest request)
        {
            try
            {
                seen.Enqueue((await account.Transport.SendAsync(request, "a_function", Sandbox.Token)).ToString());
            }
            catch (MissiveException error)
            {
                for (Exception? each = error; each is not null; each = each.InnerException)
                {
                    seen.Enqueue($"{each} {each.Message}");
                }
            }
        }
    }

    private static IEnumerable<Fault> Faults() =>
    [
        .. DamagedAnswers.Select(Fault.Of),
        .. Refusals.Select(status => Fault.WithStatus(status)),
        Fault.WithStatus(429, retryAfterSeconds: 5000),
        Fault.Html(),
        Fault.Html(200),
        Fault.RedirectTo(new Uri("https://elsewhere.example/")),
        new Fault { Kind = FaultKind.Pad, Bytes = 60_000 },
        Fault.Late(TimeSpan.FromHours(1)),
        new Fault { Kind = FaultKind.Stall, Pause = TimeSpan.FromHours(1) },
    ];

    private static ActivityListener Listen(ConcurrentQueue<string> seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MissiveDiagnostics.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue(
                $"{activity.DisplayName} {activity.StatusDescription} {string.Join(", ", activity.TagObjects)} {string.Join(", ", activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure(ConcurrentQueue<string> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == MissiveDiagnostics.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen.Enqueue($"{instrument.Name} {string.Join(", ", tags.ToArray())}"));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => seen.Enqueue($"{instrument.Name} {string.Join(", ", tags.ToArray())}"));
        listener.Start();
        return listener;
    }
}
