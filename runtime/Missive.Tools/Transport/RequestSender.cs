using System.Runtime.CompilerServices;

namespace Missive.Tools;

/// <summary>Sends a request once.</summary>
internal sealed class RequestSender(
    HttpClient client, BaseAddress baseAddress, AccessToken token, AnswerReader answers, TransportErrors errors)
{
    private const string Json = "application/json";

    private static readonly string Product = $"Missive.Tools/{typeof(RequestSender).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="call">The request, its path accepted by <see cref="RequestPath.FindFault"/>.</param>
    /// <param name="cancellationToken">Breaks it off.</param>
    /// <returns>What it came to.</returns>
    /// <exception cref="OperationCanceledException">It was broken off.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Attempt> SendAsync(TransportCall call, CancellationToken cancellationToken)
    {
        using var message = CreateMessage(call);
        try
        {
            using var response = await client
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return await answers.ReadAsync(call, response, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Attempt.Failed(errors.TimedOut(call, exception), call.IsGet);
        }
        catch (Exception exception) when (exception is OperationCanceledException || AnswerReader.IsBroken(exception))
        {
            // What is broken off may look like a broken connection.
            cancellationToken.ThrowIfCancellationRequested();
            var error = IsUnconnected(exception) ? errors.NotConnected(call, exception) : errors.ConnectionBroken(call, exception, null);
            return Attempt.Failed(error, call.IsGet);
        }
    }

    private HttpRequestMessage CreateMessage(TransportCall call)
    {
        var request = call.Request;
        var message = new HttpRequestMessage(HttpMethod.Parse(request.Method), baseAddress.Combine(request.PathAndQuery));

        // On the message and not among the client's defaults, so that the token goes with these requests only. As text,
        // for what is known to be well-formed need not be taken apart and put together for each request.
        message.Headers.TryAddWithoutValidation("Authorization", token.Header);
        message.Headers.TryAddWithoutValidation("Accept", Json);
        message.Headers.TryAddWithoutValidation("User-Agent", Product);
        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", Json);
        }
        else if (!call.IsGet)
        {
            // An empty body, not none: the framework sends a request without a body again, silently, when a connection
            // closes before an answer, and a DELETE would be carried out twice.
            message.Content = new ByteArrayContent([]);
        }

        return message;
    }

    // Only what is known not to have been sent: a client that is disposed, and a handler that gives up, break a request off
    // that may have arrived. The time for connecting ends it with a cause of its own, other times with a cancellation.
    private static bool IsUnconnected(Exception exception) => exception switch
    {
        OperationCanceledException => exception.InnerException is TimeoutException { InnerException: not OperationCanceledException },
        HttpRequestException error => error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        _ => false,
    };
}
