using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Emulator.Faults;
using Missive.Emulator.Limits;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

/// <summary>Many callers, many calls, many failures, with both sides' windows at 1/300 of real time.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Callers = 50;
    private const int CallsEach = 200;
    private const double Scale = 1.0 / 300;

    [Fact]
    public async Task Ten_thousand_calls_of_fifty_callers_end_each_in_one_result_or_one_error()
    {
        var closed = 0;
        await using var emulator = await MissiveEmulator.StartAsync(
            new()
            {
                // Permits are judged where they are given; what the scheduler squeezes together on the way is not the client's doing.
                RateLimits = new RateLimits { ArrivalTolerance = TimeSpan.FromMilliseconds(100) }.Scaled(Scale),
                FaultSelector = context => FaultOf(context, ref closed),
            },
            Sandbox.Token);
        var options = Sandbox.OptionsFor(emulator);
        options.RetryDelay = TimeSpan.FromMilliseconds(20);
        options.MaxRetryDelay = TimeSpan.FromMilliseconds(200);
        options.Timeouts = new() { Attempt = TimeSpan.FromSeconds(2) };
        options.RateLimits.Windows =
            [.. options.RateLimits.Windows.Select(window => window with { Length = window.Length * Scale })];
        using var account = MissiveAccount.Create(options);
        var permits = new List<long>();
        account.Transport.Limiter.PermitGiven = permits.Add;

        var outcomes = new ConcurrentQueue<(string Marker, string Outcome)>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => CallAll(account, caller, outcomes), Sandbox.Token)));
        var elapsed = Stopwatch.GetElapsedTime(started);

        // Each call ends once.
        Assert.Equal(Callers * CallsEach, outcomes.Count);
        Assert.Equal(Callers * CallsEach, outcomes.Select(outcome => outcome.Marker).Distinct().Count());

        // No window held more permits than it may.
        Assert.Equal(0, account.Transport.Limiter.InProgress);
        foreach (var window in options.RateLimits.Windows)
        {
            var length = (long)(window.Length.TotalSeconds * Stopwatch.Frequency);
            for (var i = window.Requests; i < permits.Count; i++)
            {
                Assert.True(permits[i] - permits[i - window.Requests] >= length);
            }
        }

        // Nothing was done twice: a write was let in once at most, and had its effect in one request at most.
        var requests = emulator.Requests;
        var writes = requests.Where(request => request.Method != "GET" && request.Admitted && request.Status != 429)
            .GroupBy(request => request.Method == "DELETE" ? request.Path : MarkerIn(request.BodyText)).ToList();
        Assert.All(writes, write => Assert.Single(write));
        var effects = emulator.Effects.Where(effect => effect.Marker is not null)
            .GroupBy(effect => effect.Marker).Select(call => call.Select(effect => effect.RequestNumber).Distinct().Count());
        Assert.All(effects, count => Assert.Equal(1, count));

        // What succeeded had its effect.
        var effective = emulator.Effects.Select(effect => effect.Marker).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            outcomes.Where(outcome => outcome.Outcome == "result" && outcome.Marker.StartsWith('w')),
            outcome => Assert.Contains(outcome.Marker, effective));

        // Every request had a permit. Only a read whose connection closes without an answer is sent again below the client.
        var rates = emulator.ObserveRates();
        Assert.InRange(rates.Arrivals, permits.Count - outcomes.Count(outcome => outcome.Outcome.Contains("NotConnected")), permits.Count + closed);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{outcomes.Count} calls in {elapsed.TotalSeconds:0.0} s: {permits.Count} permits, {requests.Count} requests, "
            + $"{requests.Count(request => request.Fault is not null)} faults, {rates.Refused} refused by rate, {writes.Count} writes, "
            + $"{emulator.Effects.Count} effects, at most {rates.MaxConcurrent} at once"));
        foreach (var outcome in outcomes.GroupBy(outcome => outcome.Outcome).OrderByDescending(group => group.Count()))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Count(),6} {outcome.Key}"));
        }
    }

    private static async Task CallAll(MissiveAccount account, int caller, ConcurrentQueue<(string Marker, string Outcome)> outcomes)
    {
        string? draft = null;
        for (var call = 0; call < CallsEach; call++)
        {
            var marker = string.Create(CultureInfo.InvariantCulture, $"{(call % 10 < 5 ? 'r' : call % 10 == 9 ? 'd' : 'w')}-{caller}-{call}");
            var request = (call % 10) switch
            {
                < 5 => new ToolRequest("GET", call % 2 == 0 ? "/tasks/task_123" : "/conversations?inbox=true&limit=10"),
                5 or 6 => Write("POST", "/tasks", $$$"""{"tasks":{"title":"{{{marker}}}","team":"team_123","organization":"org_123"}}"""),
                7 => Write("PATCH", "/tasks/task_123", $$$"""{"tasks":{"title":"{{{marker}}}"}}"""),
                8 => Write("POST", "/drafts", $$$"""{"drafts":{"subject":"{{{marker}}}","body":"B","to_fields":[{"address":"a@example.test"}]}}"""),
                _ => new ToolRequest("DELETE", $"/drafts/{draft ?? marker}"),
            };
            try
            {
                var response = await account.Transport.SendAsync(request, "a_function", Sandbox.Token);
                if (call % 10 == 8)
                {
                    draft = IdOf(response);
                }

                outcomes.Enqueue((marker, "result"));
            }
            catch (MissiveTransportException error)
            {
                outcomes.Enqueue((marker, $"{request.Method} {error.Failure}"));
            }
            catch (MissiveApiException error)
            {
                outcomes.Enqueue((marker, string.Create(CultureInfo.InvariantCulture, $"{request.Method} {error.GetType().Name} {error.Status}")));
            }

            if (call % 10 == 9)
            {
                draft = null;
            }
        }
    }

    private static ToolRequest Write(string method, string path, string body) => new(method, path, Encoding.UTF8.GetBytes(body));

    // A draft's answer may be empty, by a fault.
    private static string? IdOf(MissiveResponse response)
        => response.Body.ValueKind == System.Text.Json.JsonValueKind.Object ? response.Body.GetProperty("drafts").GetProperty("id").GetString() : null;

    private static string MarkerIn(string body)
    {
        var start = body.IndexOf("\"w-", StringComparison.Ordinal) + 1;
        return body[start..body.IndexOf('"', start)];
    }

    // About one request in fourteen meets a fault; primes, so that every fault meets every kind of call.
    private static Fault? FaultOf(FaultContext context, ref int closed)
    {
        var number = context.Number;
        if (number % 1999 == 0)
        {
            return Fault.WithStatus(429, retryAfterSeconds: 1);
        }

        if (number % 1009 == 0)
        {
            return Fault.Late(TimeSpan.FromMinutes(5), FaultStage.AfterEffect);
        }

        if (number % 101 == 0)
        {
            return Fault.Reset(number % 2 == 0 ? FaultStage.BeforeEffect : FaultStage.AfterEffect);
        }

        if (number % 103 == 0)
        {
            if (context.Method == "GET")
            {
                Interlocked.Increment(ref closed);
            }

            return Fault.Of(FaultKind.Close);
        }

        if (number % 107 == 0)
        {
            return Fault.Of(FaultKind.ResetMidBody);
        }

        if (number % 109 == 0)
        {
            return Fault.Of(FaultKind.Truncate);
        }

        if (number % 113 == 0)
        {
            return Fault.Html();
        }

        if (number % 127 == 0)
        {
            return Fault.WithStatus(500);
        }

        if (number % 131 == 0)
        {
            return Fault.WithStatus(503, retryAfterSeconds: 0);
        }

        if (number % 137 == 0)
        {
            return Fault.WithStatus(429);
        }

        if (number % 139 == 0)
        {
            return Fault.Of(FaultKind.EmptyBody);
        }

        if (number % 149 == 0)
        {
            return Fault.Of(FaultKind.BrokenJson);
        }

        return null;
    }
}
