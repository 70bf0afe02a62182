using System.Globalization;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Words the errors of the transport: what happened, what was expected, what to do next.</summary>
internal sealed class TransportErrors(AccessToken token, MissiveOptions options)
{
    // Longer texts bury what the message is about.
    private const int MaxApiMessage = 1000;

    public MissiveTransportException PathRefused(TransportCall call, string fault)
        => Transport(call, MissiveTransportFailure.PathRefused, $"{fault} Nothing was sent.");

    public MissiveTransportException RequestTooLarge(TransportCall call) => Transport(
        call,
        MissiveTransportFailure.RequestTooLarge,
        Text($"the request's body has {call.Request.Body.Length:N0} bytes; {options.MaxRequestBytes:N0} are the most. ")
            + "Nothing was sent. Send less at once, for example fewer or smaller attachments.");

    public MissiveTransportException NotConnected(TransportCall call, Exception exception) => Transport(
        call,
        MissiveTransportFailure.NotConnected,
        $"no connection to {options.BaseUrl.Host} came about. Nothing was sent. Check the network and the base URL, and call again.",
        cause: exception);

    public MissiveTransportException ConnectionBroken(TransportCall call, Exception exception, int? status) => Transport(
        call,
        MissiveTransportFailure.ConnectionBroken,
        $"the connection broke before the answer to {call.Request} was complete. {InDoubt(call, status)}",
        isInDoubt: true,
        status,
        exception);

    public MissiveTransportException TimedOut(TransportCall call) => Transport(
        call,
        MissiveTransportFailure.TimedOut,
        Text($"no complete answer to {call.Request} came within {options.Timeouts.Attempt.TotalSeconds:0.###} s. ") + InDoubt(call),
        isInDoubt: true);

    /// <summary>The error of a request that took one of the HTTP client's handlers too long.</summary>
    public MissiveTransportException TimedOut(TransportCall call, TimeoutException exception) => Transport(
        call,
        MissiveTransportFailure.TimedOut,
        $"an HTTP handler gave {call.Request} up before its answer was complete. {InDoubt(call)}",
        isInDoubt: true,
        cause: exception);

    /// <summary>The doubt that a request leaves when it is broken off by whoever called; null when it leaves none.</summary>
    public MissiveTransportException? BrokenOff(TransportCall call) => call is { IsUnderWay: true, IsGet: false }
        ? Transport(
            call,
            MissiveTransportFailure.Canceled,
            $"{call.Request} was broken off before its answer was complete. {InDoubt(call)}",
            isInDoubt: true)
        : null;

    /// <summary>The error of a call whose whole time is over.</summary>
    public MissiveException OutOfTime(TransportCall call)
    {
        var total = Text($"{options.Timeouts.Total.TotalSeconds:0.###} s");
        if (call.IsUnderWay)
        {
            return Transport(
                call,
                MissiveTransportFailure.TimedOut,
                $"no complete answer to {call.Request} came within the {total} that a call has. {InDoubt(call)}",
                isInDoubt: true);
        }

        // What the attempts came to says more than that the time ran out between two of them.
        return call.LastError ?? Transport(
            call,
            MissiveTransportFailure.NoPermit,
            $"the rate limits left no room for {call.Request} within the {total} that a call has. Nothing was sent. Wait, or call "
                + "less often: all callers with this token in this process share the limits.");
    }

    /// <summary>The error of a request whose turn cannot come in the time that its call has left.</summary>
    public MissiveException NoPermit(TransportCall call, TimeSpan wait) => call.LastError ?? Transport(
        call,
        MissiveTransportFailure.NoPermit,
        Text($"the rate limits are used up: {call.Request} could be sent in {Math.Ceiling(wait.TotalSeconds):0} s, and the call has not ")
            + "so much time left. Nothing was sent. Call again then: all callers with this token in this process share the limits.");

    public MissiveTransportException Redirected(TransportCall call, int status, string? targetHost)
    {
        var target = targetHost is null ? "somewhere else" : $"the host {token.Redact(targetHost)}";
        var isInDoubt = status == 303;
        return Transport(
            call,
            MissiveTransportFailure.Redirected,
            Text($"{options.BaseUrl.Host} answered {call.Request} with a redirect ({status}) to {target}. It was not followed, so ")
                + "that the access token stays with the base URL. Check the base URL; the API does not redirect."
                + (isInDoubt && !call.IsGet ? " " + InDoubt(call, status) : ""),
            isInDoubt,
            status);
    }

    public MissiveTransportException Html(TransportCall call, int status) => Transport(
        call,
        MissiveTransportFailure.Html,
        Text($"the endpoint is not available: {options.BaseUrl.Host} answered {call.Request} with a web page ({status}) instead of JSON. ")
            + (status >= 500 ? "The API or a proxy before it is out of order; call again later. " : "Check the base URL. ")
            + (MayBeDone(status) && !call.IsGet ? InDoubt(call, status) : ""),
        MayBeDone(status),
        status);

    public MissiveTransportException BrokenJson(TransportCall call, int status, string position) => Transport(
        call,
        MissiveTransportFailure.BrokenJson,
        Text($"the answer ({status}) to {call.Request} is not JSON: it breaks off or goes wrong at {position}. {InDoubt(call, status)}"),
        isInDoubt: true,
        status);

    public MissiveTransportException ResponseTooLarge(TransportCall call, int status) => Transport(
        call,
        MissiveTransportFailure.ResponseTooLarge,
        Text($"the answer ({status}) to {call.Request} has more than {options.MaxResponseBytes:N0} bytes. Ask for less at once, ")
            + $"for example with a smaller limit, or raise {nameof(MissiveOptions)}.{nameof(MissiveOptions.MaxResponseBytes)}."
            + (call.IsGet ? "" : " " + InDoubt(call, status)),
        isInDoubt: true,
        status);

    /// <summary>The error of a request that the API refused.</summary>
    public MissiveApiException Api(TransportCall call, int status, string apiMessage, TimeSpan? retryAfter)
    {
        // Redacted before it is cut: half a token would not be found.
        var (request, function, said) = (call.Request, call.Function, Excerpt.Of(token.Redact(apiMessage), MaxApiMessage));
        var tries = call.Attempts > 1 ? Text($" after {call.Attempts} attempts") : "";
        var path = token.Redact(request.PathAndQuery);
        MissiveApiException error = status switch
        {
            401 => new MissiveAuthenticationException(
                Message($"the API refused the access token (401{tries}): {said}",
                    "Check that the token is complete and not revoked; Missive's preferences, API tab, make a new one."),
                function, request.Method, path, said),
            403 => new MissivePermissionException(
                Message($"the token's owner may not do this: {request} was refused (403{tries}): {said}",
                    "Use the token of somebody who may, or have an administrator of the organization grant it."),
                function, request.Method, path, said),
            404 => new MissiveNotFoundException(
                Message($"{request} found nothing (404{tries}): {said}",
                    "Check the ids: what is deleted, or not visible to the token's owner, is not found either."),
                function, request.Method, path, said),
            429 => new MissiveRateLimitException(
                Message($"the API's rate limit is used up ({request}, 429{tries}): {said}",
                    (retryAfter is { } wait ? Text($"Nothing was carried out. Wait {Math.Ceiling(wait.TotalSeconds):0} s, then call again.")
                        : "Nothing was carried out. Wait a minute, then call again.")),
                function, request.Method, path, said, retryAfter),
            >= 500 => new MissiveApiException(
                Message(Text($"the API failed at {request} ({status}{tries}): {said}"), InDoubt(call)),
                function, request.Method, path, status, said),
            _ => new MissiveApiException(
                Message(Text($"the API refused {request} ({status}{tries}): {said}"), "Correct the call; the same one will be refused again."),
                function, request.Method, path, status, said),
        };
        error.Advice = RefusalAdvice.For(function, status);
        return error;

        string Message(string what, string next) => $"{function}: {what}{(what.EndsWith('.') ? "" : ".")} {next}";
    }

    // A client error is answered without carrying the request out.
    private static bool MayBeDone(int status) => status is < 400 or >= 500;

    private static string InDoubt(TransportCall call, int? status = null)
    {
        if (call.IsGet)
        {
            return call.Attempts > 1 ? Text($"{call.Attempts} attempts were made; call again later.") : "Call again later.";
        }

        return status is >= 200 and < 300
            ? "The request was carried out: do not repeat it; look at what it made."
            : "It may have been carried out: look before repeating it.";
    }

    private MissiveTransportException Transport(
        TransportCall call,
        MissiveTransportFailure failure,
        string what,
        bool isInDoubt = false,
        int? status = null,
        Exception? cause = null)
        => new(
            token.Redact($"{call.Function}: {what.TrimEnd()}"),
            call.Function,
            call.Request.Method,
            token.Redact(call.Request.PathAndQuery),
            failure,
            isInDoubt && !call.IsGet,
            status,
            token.Redact(cause));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
