using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Missive.Tools;

/// <summary>Tells logs, traces and meters what the transport does. Paths are shown without query; bodies and the token never.</summary>
internal sealed class TransportTelemetry(ILogger logger, TimeProvider time, string host)
{
    private static readonly ActivitySource Source = new(MissiveDiagnostics.Name);
    private static readonly Meter Meter = new(MissiveDiagnostics.Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "missive.client.request.duration", "s", "How long attempts took, from sending the request until its answer was read.");

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "missive.client.retries", "{request}", "Requests that were sent again.");

    private static readonly Histogram<double> PermitWait = Meter.CreateHistogram<double>(
        "missive.client.permit.wait", "s", "How long requests waited their turn under the rate limits, of those that had to.");

    public Activity? Begin(TransportCall call)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        // With the tags from the start, so that who is told of the start can tell what begins.
        return Source.StartActivity(call.Function, ActivityKind.Client, parentContext: default, new TagList
        {
            { MissiveDiagnostics.FunctionTag, call.Function },
            { MissiveDiagnostics.MethodTag, call.Request.Method },
            { MissiveDiagnostics.HostTag, host },
            { MissiveDiagnostics.PathTag, call.ShownPath },
        });
    }

    public static void End(Activity? activity, TransportCall call, int status)
    {
        activity?.SetTag(MissiveDiagnostics.StatusTag, status);
        EndAttempts(activity, call);
    }

    public static void End(Activity? activity, TransportCall call, Exception error)
    {
        if (activity is null)
        {
            return;
        }

        if (StatusOf(error) is { } status)
        {
            activity.SetTag(MissiveDiagnostics.StatusTag, status);
        }

        activity.SetTag(MissiveDiagnostics.ErrorTag, ReasonOf(error));
        activity.SetStatus(ActivityStatusCode.Error, ReasonOf(error));
        EndAttempts(activity, call);
    }

    /// <summary>An attempt begins.</summary>
    /// <returns>Its time stamp.</returns>
    public long Started(TransportCall call)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            TransportLog.RequestStarted(logger, call.Function, call.Request.Method, call.ShownPath, call.Attempts);
        }

        return time.GetTimestamp();
    }

    public void Answered(TransportCall call, long startedAt, Attempt attempt)
    {
        var duration = time.GetElapsedTime(startedAt);
        var status = attempt.Error is null ? attempt.Response.Status : StatusOf(attempt.Error);
        if (Duration.Enabled)
        {
            var tags = TagsOf(call);
            if (status is not null)
            {
                tags.Add(MissiveDiagnostics.StatusTag, status);
            }

            if (attempt.Error is not null)
            {
                tags.Add(MissiveDiagnostics.ErrorTag, ReasonOf(attempt.Error));
            }

            Duration.Record(duration.TotalSeconds, tags);
        }

        if (attempt.Error is not null)
        {
            Failed(call, attempt.Error, duration);
        }
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            TransportLog.RequestAnswered(
                logger, call.Function, call.Request.Method, call.ShownPath, attempt.Response.Status, duration.TotalMilliseconds);
        }
    }

    public void Failed(TransportCall call, MissiveException error) => Failed(call, error, time.GetElapsedTime(call.StartedAt));

    public void Canceled(TransportCall call)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            TransportLog.RequestCanceled(
                logger, call.Function, call.Request.Method, call.ShownPath, time.GetElapsedTime(call.StartedAt).TotalMilliseconds);
        }
    }

    public void Retrying(TransportCall call, TimeSpan delay)
    {
        if (Retries.Enabled)
        {
            Retries.Add(1, TagsOf(call));
        }

        if (logger.IsEnabled(LogLevel.Information))
        {
            TransportLog.RequestRetried(
                logger, call.Function, call.Request.Method, call.ShownPath, delay.TotalMilliseconds, call.Attempts);
        }
    }

    public void Limited(TransportCall call, long startedAt)
    {
        var wait = time.GetElapsedTime(startedAt);
        if (PermitWait.Enabled)
        {
            PermitWait.Record(wait.TotalSeconds, TagsOf(call));
        }

        if (logger.IsEnabled(LogLevel.Debug))
        {
            TransportLog.RequestLimited(logger, call.Function, call.Request.Method, call.ShownPath, wait.TotalMilliseconds);
        }
    }

    private static void EndAttempts(Activity? activity, TransportCall call)
    {
        if (call.Attempts > 1)
        {
            activity?.SetTag(MissiveDiagnostics.RepeatsTag, call.Attempts - 1);
        }
    }

    private static TagList TagsOf(TransportCall call) => new()
    {
        { MissiveDiagnostics.FunctionTag, call.Function },
        { MissiveDiagnostics.MethodTag, call.Request.Method },
    };

    private static int? StatusOf(Exception error) => error switch
    {
        MissiveApiException api => api.Status,
        MissiveTransportException transport => transport.Status,
        _ => null,
    };

    // Words of a fixed set: what an exception says may quote the API, and what the API says may quote anything.
    private static string ReasonOf(Exception error) => error switch
    {
        MissiveTransportException transport => transport.Failure.ToString(),
        OperationCanceledException => "Canceled",
        _ => error.GetType().Name,
    };

    private void Failed(TransportCall call, MissiveException error, TimeSpan duration)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            TransportLog.RequestFailed(
                logger, call.Function, call.Request.Method, call.ShownPath, duration.TotalMilliseconds, ReasonOf(error), StatusOf(error));
        }
    }
}
