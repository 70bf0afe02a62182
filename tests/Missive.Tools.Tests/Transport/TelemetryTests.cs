using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Missive.Codegen.Runtime;
using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Requests_are_logged_as_they_begin_end_wait_and_are_repeated()
    {
        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(
            configure: options => options.RateLimits = new() { Windows = [new(1, TimeSpan.FromSeconds(10))] }, clock: clock);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(503));
        var pending = sandbox.Get("/contacts?contact_book=book_123&search=ada");
        await clock.PassPause();
        await pending;
        var waiting = sandbox.Get("/organizations");
        clock.Move(TimeSpan.FromSeconds(10));
        await waiting;

        Assert.Equal([1, 3, 4, 1, 2, 5, 1, 2], sandbox.Logs.Entries.Select(entry => entry.Event));
        Assert.Contains(sandbox.Logs.Entries, entry =>
            entry is { Event: 3, Level: LogLevel.Warning } && entry.Text.Contains("GET /contacts failed after", StringComparison.Ordinal)
            && entry.Text.Contains("MissiveApiException, status 503", StringComparison.Ordinal));
        Assert.Contains(sandbox.Logs.Entries, entry => entry.Text.Contains("waited 10000 ms", StringComparison.Ordinal));
        Assert.All(sandbox.Logs.Entries, entry => Assert.DoesNotContain("ada", entry.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_canceled_request_is_logged()
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var cancel = new CancellationTokenSource();
        var met = sandbox.Meet(Fault.Late(TimeSpan.FromDays(1)));
        var pending = sandbox.Get("/organizations", cancel.Token);
        await met;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal([1, 6], sandbox.Logs.Entries.Select(entry => entry.Event));
    }

    [Fact]
    public async Task An_activity_covers_a_request_with_its_attempts()
    {
        var function = $"function_{Guid.NewGuid():N}";
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MissiveDiagnostics.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.DisplayName == function)
                {
                    stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var sandbox = await Sandbox.StartAsync(configure: options => options.RetryDelay = TimeSpan.Zero);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(503));
        await sandbox.Transport.SendAsync(new ToolRequest("GET", "/teams?limit=3"), function, Sandbox.Token);
        sandbox.Emulator.Faults.Add(Fault.Html());
        await Assert.ThrowsAsync<MissiveTransportException>(
            () => sandbox.Transport.SendAsync(new ToolRequest("POST", "/tasks"), function, Sandbox.Token).AsTask());

        Assert.Equal(2, stopped.Count);
        var (read, write) = (stopped.First(), stopped.Last());
        Assert.Equal(ActivityKind.Client, read.Kind);
        Assert.Equal("/teams", read.GetTagItem("url.path"));
        Assert.Equal("127.0.0.1", read.GetTagItem("server.address"));
        Assert.Equal(function, read.GetTagItem(MissiveDiagnostics.FunctionTag));
        Assert.Equal("GET", read.GetTagItem(MissiveDiagnostics.MethodTag));
        Assert.Equal(200, read.GetTagItem(MissiveDiagnostics.StatusTag));
        Assert.Equal(1, read.GetTagItem("http.request.resend_count"));
        Assert.Equal(ActivityStatusCode.Unset, read.Status);
        Assert.Equal(ActivityStatusCode.Error, write.Status);
        Assert.Equal(502, write.GetTagItem(MissiveDiagnostics.StatusTag));
        Assert.Equal("Html", write.GetTagItem(MissiveDiagnostics.ErrorTag));
    }

    [Fact]
    public async Task A_calls_requests_can_be_watched_as_they_start_and_stop()
    {
        using var trace = new Activity("a call").Start();
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MissiveDiagnostics.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => See("starts", activity),
            ActivityStopped = activity => See("ends", activity),
        };
        ActivitySource.AddActivityListener(listener);
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.Account.Client.Contacts.ListContactsAsync(
            new() { Params = new() { Search = "a private word" } }, Sandbox.Token);
        await Assert.ThrowsAsync<MissiveNotFoundException>(
            () => sandbox.Account.Client.Tasks.GetTaskAsync(new() { TaskId = "none" }, Sandbox.Token));

        // What another caller does at the same time is in another trace.
        Activity.Current = null;
        await sandbox.Get("/teams");

        Assert.Equal(
            [
                "list_contacts starts GET /contact_books ", "list_contacts ends GET /contact_books 200",
                "list_contacts starts GET /contacts ", "list_contacts ends GET /contacts 200",
                "get_task starts GET /tasks/none ", "get_task ends GET /tasks/none 404",
            ],
            seen);

        void See(string what, Activity activity)
        {
            if (activity.TraceId != trace.TraceId)
            {
                return;
            }

            seen.Enqueue($"{activity.DisplayName} {what} {activity.GetTagItem(MissiveDiagnostics.MethodTag)} "
                + $"{activity.GetTagItem(MissiveDiagnostics.PathTag)} {activity.GetTagItem(MissiveDiagnostics.StatusTag)}");
            Assert.All(activity.TagObjects, static tag =>
                Assert.DoesNotContain("private", Convert.ToString(tag.Value, CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Instruments_count_requests_repeats_and_waits()
    {
        var function = $"function_{Guid.NewGuid():N}";
        var measured = new ConcurrentQueue<(string Instrument, double Value, Dictionary<string, object?> Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == MissiveDiagnostics.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measure(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        listener.Start();

        var clock = new ObservedClock();
        await using var sandbox = await Sandbox.StartAsync(
            configure: options => options.RateLimits = new() { Windows = [new(2, TimeSpan.FromMinutes(1))] }, clock: clock);
        sandbox.Emulator.Faults.Add(Fault.WithStatus(503));
        var repeated = sandbox.Transport.SendAsync(new ToolRequest("GET", "/teams"), function, Sandbox.Token).AsTask();
        await clock.PassPause();
        await repeated;
        var waiting = sandbox.Transport.SendAsync(new ToolRequest("GET", "/teams"), function, Sandbox.Token).AsTask();
        clock.Move(TimeSpan.FromSeconds(30));
        await waiting;

        var requests = measured.Where(measurement => measurement.Instrument == "missive.client.request.duration").ToList();
        Assert.Equal([503, 200, 200], requests.Select(request => request.Tags[MissiveDiagnostics.StatusTag]));
        Assert.Equal("MissiveApiException", requests[0].Tags[MissiveDiagnostics.ErrorTag]);
        Assert.Equal(1, Assert.Single(measured, measurement => measurement.Instrument == "missive.client.retries").Value);
        Assert.Equal(30, Assert.Single(measured, measurement => measurement.Instrument == "missive.client.permit.wait").Value);

        void Measure(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var byName = new Dictionary<string, object?>(tags.ToArray());
            if (Equals(byName[MissiveDiagnostics.FunctionTag], function))
            {
                measured.Enqueue((instrument.Name, value, byName));
            }
        }
    }
}
