using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Missive.Codegen.Runtime;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Missive.Tools;

/// <summary>Sends requests over HTTP: under the token's rate limits, with time limits, and again where nothing can be done twice.</summary>
/// <remarks>
/// The resilience pipeline stands here and not among the HTTP client's handlers. A handler is done when an answer's headers
/// have come, but an attempt includes its body: it counts as in progress until it is read, it may break off or stall, and
/// then a GET is repeated.
/// </remarks>
internal sealed class MissiveTransport : IMissiveTransport, IDisposable
{
    private readonly MissiveOptions _options;
    private readonly TimeProvider _time;
    private readonly AccessToken _token;
    private readonly LimiterRegistry.Lease _lease;
    private readonly RequestSender _sender;
    private readonly TransportErrors _errors;
    private readonly TransportTelemetry _telemetry;

    /// <summary>Makes a transport.</summary>
    /// <param name="client">Sends; without a time limit of its own. It belongs to the caller.</param>
    /// <param name="options">Options that <see cref="MissiveOptionsValidator"/> has accepted.</param>
    /// <param name="logger">Where to log.</param>
    /// <param name="time">The clock of everything that waits.</param>
    /// <param name="limiters">Where the token's limiter is.</param>
    /// <exception cref="InvalidOperationException">Another client uses the token with other limits.</exception>
    public MissiveTransport(HttpClient client, MissiveOptions options, ILogger logger, TimeProvider time, LimiterRegistry limiters)
    {
        var address = new BaseAddress(options.BaseUrl);
        _options = options;
        _time = time;
        _token = new AccessToken(options.AccessToken);
        _errors = new TransportErrors(_token, options);
        _telemetry = new TransportTelemetry(logger, time, address.Host);
        _sender = new RequestSender(
            client, address, _token, new AnswerReader(_errors, time, options.MaxResponseBytes), _errors);
        _lease = limiters.Rent(address.Origin, _token, options.RateLimits, time);
    }

    /// <summary>The limiter of the token.</summary>
    internal RequestLimiter Limiter => _lease.Limiter;

    // Made with the first request, since they take a program that only looks something up a good part of its start. Two that
    // are made at once are alike, and one of them is kept.
    private ResiliencePipeline<Attempt> CallPipeline => field ??= CreateCallPipeline();

    private ResiliencePipeline AttemptPipeline
        => field ??= new ResiliencePipelineBuilder { TimeProvider = _time }.AddTimeout(_options.Timeouts.Attempt).Build();

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<MissiveResponse> SendAsync(ToolRequest request, string function, CancellationToken cancellationToken)
    {
        var call = new TransportCall(request, function, _time.GetTimestamp());
        ThrowIfUnfit(call);
        cancellationToken.ThrowIfCancellationRequested();

        using var activity = _telemetry.Begin(call);
        try
        {
            var attempt = await CallPipeline.ExecuteAsync(
                static (state, token) => state.Transport.AttemptAsync(state.Call, token),
                (Transport: this, Call: call),
                cancellationToken).ConfigureAwait(false);
            if (attempt.Error is not null)
            {
                throw attempt.Error;
            }

            TransportTelemetry.End(activity, call, attempt.Response.Status);
            return attempt.Response;
        }
        catch (MissiveException error)
        {
            TransportTelemetry.End(activity, call, error);
            throw;
        }
        catch (TimeoutRejectedException)
        {
            var error = _errors.OutOfTime(call);
            _telemetry.Failed(call, error);
            TransportTelemetry.End(activity, call, error);
            throw error;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // With the caller's token, not with one that was linked to it on the way.
            var canceled = new OperationCanceledException(null, _errors.BrokenOff(call), cancellationToken);
            _telemetry.Canceled(call);
            TransportTelemetry.End(activity, call, canceled);
            throw canceled;
        }
    }

    /// <inheritdoc/>
    public void ThrowIfUnfit(ToolRequest request, string function) => ThrowIfUnfit(new TransportCall(request, function, _time.GetTimestamp()));

    /// <inheritdoc/>
    public void Dispose() => _lease.Dispose();

    private void ThrowIfUnfit(TransportCall call)
    {
        var path = call.Request.PathAndQuery;
        var fault = _token.IsIn(path)
            ? "The path holds the access token. Leave it out: it goes with every request by itself, in a header."
            : RequestPath.FindFault(path);
        if (fault is not null)
        {
            throw _errors.PathRefused(call, fault);
        }

        if (call.Request.Body.Length > _options.MaxRequestBytes)
        {
            throw _errors.RequestTooLarge(call);
        }
    }

    private ResiliencePipeline<Attempt> CreateCallPipeline()
    {
        var pipeline = new ResiliencePipelineBuilder<Attempt> { TimeProvider = _time };
        pipeline.AddTimeout(_options.Timeouts.Total);
        if (_options.MaxAttempts > 1)
        {
            pipeline.AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = _options.MaxAttempts - 1,
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { IsTransient: true }),
                DelayGenerator = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter),
                Delay = _options.RetryDelay,
                MaxDelay = _options.MaxRetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                OnRetry = OnRetry,
            });
        }

        return pipeline.Build();
    }

    private ValueTask OnRetry(OnRetryArguments<Attempt> arguments)
    {
        if (arguments.Outcome.Result?.Call is { } call)
        {
            _telemetry.Retrying(call, arguments.RetryDelay);
        }

        return default;
    }

    // Pooled: a call's state machines are most of what it allocates beyond its request and its answer.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Attempt> AttemptAsync(TransportCall call, CancellationToken cancellationToken)
    {
        // A wait that outlasts the call is not begun: who called can do something better with the time.
        if (Limiter.ShortestWait is var wait && wait > TimeLeft(call))
        {
            return Attempt.Failed(_errors.NoPermit(call, wait));
        }

        using var permit = await AcquireAsync(call, cancellationToken).ConfigureAwait(false);
        call.Attempts++;
        call.IsUnderWay = true;
        var startedAt = _telemetry.Started(call);
        Attempt attempt;
        try
        {
            attempt = await AttemptPipeline.ExecuteAsync(
                static (state, token) => state.Sender.SendAsync(state.Call, token),
                (Sender: _sender, Call: call),
                cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            attempt = Attempt.Failed(_errors.TimedOut(call), call.IsGet);
        }

        call.IsUnderWay = false;
        call.LastError = attempt.Error;
        _telemetry.Answered(call, startedAt, attempt);
        if (attempt is { Error: MissiveRateLimitException, RetryAfter: { } pause })
        {
            Limiter.Pause(pause);
        }

        return attempt.IsTransient ? attempt with { Call = call, IsTransient = !(attempt.RetryAfter > TimeLeft(call)) } : attempt;
    }

    private TimeSpan TimeLeft(TransportCall call) => _options.Timeouts.Total - _time.GetElapsedTime(call.StartedAt);

    private ValueTask<RequestPermit> AcquireAsync(TransportCall call, CancellationToken cancellationToken)
    {
        var permit = Limiter.AcquireAsync(cancellationToken);
        return permit.IsCompletedSuccessfully ? permit : WaitAsync(call, permit);
    }

    private async ValueTask<RequestPermit> WaitAsync(TransportCall call, ValueTask<RequestPermit> permit)
    {
        var startedAt = _time.GetTimestamp();
        var given = await permit.ConfigureAwait(false);
        _telemetry.Limited(call, startedAt);
        return given;
    }
}
