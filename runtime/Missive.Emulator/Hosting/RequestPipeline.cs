using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Missive.Emulator.Account;
using Missive.Emulator.Answers;
using Missive.Emulator.Faults;
using Missive.Emulator.Limits;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Hosting;

/// <summary>The way of a request: token, rate limits, record, fault, handler, record again, answer.</summary>
internal sealed class RequestPipeline(
    MissiveEmulatorOptions options, AccountState account, RequestLog log, TokenLimiters limiters, PendingFaults faults)
{
    private readonly AccessTokens _tokens = new([MissiveEmulatorOptions.SampleToken, .. options.Tokens]);
    private readonly ErrorAnswers _errors = new(options.ErrorShape);
    private readonly Router _router = new();
    private readonly TimeProvider _time = options.Time;
    private int _lastNumber;

    public async Task HandleAsync(HttpContext context, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var started = _time.GetTimestamp();
        var arrivedAt = _time.GetUtcNow();
        var limiter = _tokens.Accepted(context.Request.Headers.Authorization) is { } token ? limiters.For(token) : null;
        var refusal = limiter?.Enter();
        var isInside = limiter is not null;
        try
        {
            var body = await RequestBody.ReadAsync(context.Request, options.MaxBodyBytes, ended.Token).ConfigureAwait(false);
            var target = RequestTarget.Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
            var record = Record(context.Request, target, body, arrivedAt) with
            {
                Authorized = limiter is not null,
                Admitted = limiter is not null && refusal is null,
            };
            log.Add(record);

            var outcome = limiter is null ? new Outcome(_errors.For(ErrorCondition.Unauthorized, "the access token is missing or not valid"))
                : refusal is not null ? new Outcome(RateLimited(refusal))
                : await AnswerAsync(context, target, body, record, ended.Token).ConfigureAwait(false);

            record = record with
            {
                Fault = outcome.Fault,
                Status = outcome.Fault?.Kind is FaultKind.Reset or FaultKind.Close ? null : outcome.Answer?.Status,
                Effects = outcome.Effects,
                Duration = _time.GetElapsedTime(started),
            };
            log.Complete(record);
            options.RequestHandled?.Invoke(record);

            // A client counts a request as done when it has the answer, so that this one must be out before its last byte.
            if (isInside)
            {
                limiter!.Leave();
            }

            isInside = false;
            if (outcome.Answer is not null)
            {
                await AnswerWriter.WriteAsync(context, outcome.Answer, outcome.Fault, _time, ended.Token).ConfigureAwait(false);
            }
            else
            {
                context.Abort();
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or BadHttpRequestException)
        {
            // The client has gone, or the emulator is stopping.
            context.Abort();
        }
        finally
        {
            if (isInside)
            {
                limiter!.Leave();
            }
        }
    }

    private async Task<Outcome> AnswerAsync(
        HttpContext context, RequestTarget target, RequestBody body, RecordedRequest record, CancellationToken cancellationToken)
    {
        var header = context.Request.Headers[Fault.HeaderName].ToString();
        Fault? fault = null;
        if (header.Length > 0 && !FaultSyntax.TryParse(header, out fault))
        {
            return new Outcome(_errors.For(ErrorCondition.BadRequest, $"{Fault.HeaderName} must be {FaultSyntax.Grammar}"));
        }

        var faultContext = new FaultContext(record.Number, record.Method, record.Path);
        fault ??= faults.Take(faultContext) ?? options.FaultSelector?.Invoke(faultContext);
        if (fault is null)
        {
            return Carry(context.Request, target, body, record.Number);
        }

        var isBefore = fault.EffectiveStage == FaultStage.BeforeEffect;
        var outcome = new Outcome(null);
        try
        {
            if (isBefore)
            {
                await Task.Delay(fault.Delay, _time, cancellationToken).ConfigureAwait(false);
            }

            outcome = isBefore && fault.Kind != FaultKind.None
                ? new Outcome(_errors.For(ErrorCondition.BadRequest, "injected fault: the request is not carried out"))
                : Carry(context.Request, target, body, record.Number);
            if (!isBefore)
            {
                await Task.Delay(fault.Delay, _time, cancellationToken).ConfigureAwait(false);
            }

            return outcome with { Answer = FaultyAnswers.Apply(fault, outcome.Answer!, _errors), Fault = fault };
        }
        catch (OperationCanceledException)
        {
            return new Outcome(null, fault, outcome.Effects);
        }
    }

    private Outcome Carry(HttpRequest request, RequestTarget target, RequestBody body, int number)
    {
        if (body.IsTooLarge)
        {
            return new Outcome(_errors.For(
                ErrorCondition.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"the body must not exceed {options.MaxBodyBytes} bytes")));
        }

        if (_router.Find(request.Method, target) is not { } found)
        {
            return new Outcome(_errors.For(ErrorCondition.NotFound, $"there is no endpoint {request.Method} {target.Path}"));
        }

        try
        {
            var query = found.Route.Query is { } schema ? QueryReader.Read(target.Query, schema, options.StrictQuery) : QueryValues.None;
            var call = new ApiCall(account, options, number, found.Ids, query, request.ContentType, body.Bytes);
            lock (account.Gate)
            {
                var answer = found.Route.Handle(call);
                return new Outcome(answer, Effects: call.EffectCount);
            }
        }
        catch (ApiRefusalException refused)
        {
            return new Outcome(_errors.For(refused.Condition, refused.Message));
        }
    }

    private ApiAnswer RateLimited(RateRefusal refusal)
    {
        var wait = Math.Max(1, (long)Math.Ceiling(refusal.Wait.TotalSeconds));
        var reset = _time.GetUtcNow().AddSeconds(wait).ToUnixTimeSeconds();
        return _errors.For(ErrorCondition.RateLimited, refusal.Message) with
        {
            Headers =
            [
                new("Retry-After", wait.ToString(CultureInfo.InvariantCulture)),
                new("X-RateLimit-Limit", refusal.Ceiling.ToString(CultureInfo.InvariantCulture)),
                new("X-RateLimit-Remaining", "0"),
                new("X-RateLimit-Reset", reset.ToString(CultureInfo.InvariantCulture)),
            ],
        };
    }

    private RecordedRequest Record(HttpRequest request, RequestTarget target, RequestBody body, DateTimeOffset arrivedAt) => new()
    {
        Number = Interlocked.Increment(ref _lastNumber),
        ArrivedAt = arrivedAt,
        Method = request.Method,
        Path = target.Path,
        Query = target.Query,
        Headers = options.MaxRecordedRequests == 0 ? [] : RecordedHeaders.Of(request.Headers),
        Body = body.Bytes,
        Authorized = false,
        Admitted = false,
    };

    private sealed record Outcome(ApiAnswer? Answer, Fault? Fault = null, int Effects = 0);
}
