using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Missive.Tools;

/// <summary>Reads an answer and tells what it means: success by the status alone, as the API documents.</summary>
internal sealed class AnswerReader(TransportErrors errors, TimeProvider time, int maxBytes)
{
    // An error's body is a sentence; a longer one is a page of somebody else's.
    private const int MaxErrorBytes = 1024 * 1024;

    public ValueTask<Attempt> ReadAsync(TransportCall call, HttpResponseMessage response, CancellationToken cancellationToken)
        => (int)response.StatusCode switch
        {
            >= 200 and < 300 => ReadSuccessAsync(call, response, cancellationToken),
            >= 300 and < 400 => ValueTask.FromResult(Redirect(call, response)),
            _ => ReadErrorAsync(call, response, cancellationToken),
        };

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Attempt> ReadSuccessAsync(TransportCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        AnswerBytes? read;
        try
        {
            read = await AnswerBytes.ReadAsync(response.Content, maxBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsBroken(exception) && !cancellationToken.IsCancellationRequested)
        {
            return Attempt.Failed(errors.ConnectionBroken(call, exception, status), call.IsGet);
        }

        if (read is not { } bytes)
        {
            return Attempt.Failed(errors.ResponseTooLarge(call, status));
        }

        using (bytes)
        {
            var json = bytes.Json;
            if (json.IsEmpty)
            {
                // A POST may answer 201 without a body, and what a DELETE answers is not documented.
                return new Attempt(new MissiveResponse(status, default));
            }

            if (IsHtml(response, json))
            {
                return Attempt.Failed(errors.Html(call, status));
            }

            try
            {
                // A copy of its own, which lives as long as somebody holds it; the buffer goes back to the pool.
                return new Attempt(new MissiveResponse(status, JsonElement.Parse(json)));
            }
            catch (JsonException exception)
            {
                // Not kept as the cause: its message quotes the answer.
                var position = string.Create(
                    CultureInfo.InvariantCulture, $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
                return Attempt.Failed(errors.BrokenJson(call, status, position));
            }
        }
    }

    private async ValueTask<Attempt> ReadErrorAsync(TransportCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var retryAfter = RetryAfterOf(response);
        var text = ApiErrorText.StatusText(status);
        try
        {
            if (await AnswerBytes.ReadAsync(response.Content, Math.Min(MaxErrorBytes, maxBytes), cancellationToken).ConfigureAwait(false)
                is { } bytes)
            {
                using (bytes)
                {
                    if (IsHtml(response, bytes.Json))
                    {
                        // A 429 is one whoever writes it, and means that nothing was carried out.
                        if (status != 429)
                        {
                            return Attempt.Failed(errors.Html(call, status), IsTransient(call, status), retryAfter);
                        }
                    }
                    else
                    {
                        text = ApiErrorText.Read(bytes.Json, status);
                    }
                }
            }
        }
        catch (Exception exception) when (IsBroken(exception) && !cancellationToken.IsCancellationRequested)
        {
            // The status has said what counts.
        }

        return Attempt.Failed(errors.Api(call, status, text, retryAfter), IsTransient(call, status), retryAfter);
    }

    private Attempt Redirect(TransportCall call, HttpResponseMessage response)
    {
        var target = response.Headers.Location is { IsAbsoluteUri: true } location && location.Host.Length > 0 ? location.Host : null;
        return Attempt.Failed(errors.Redirected(call, (int)response.StatusCode, target));
    }

    /// <summary>Whether an exception of reading an answer means that the connection broke.</summary>
    public static bool IsBroken(Exception exception) => exception is HttpRequestException or IOException or InvalidDataException;

    // A 429 was not carried out, whatever the method. Everything else is repeated only where repeating changes nothing.
    private static bool IsTransient(TransportCall call, int status) => status == 429 || (call.IsGet && status is 408 or >= 500);

    private static bool IsHtml(HttpResponseMessage response, ReadOnlySpan<byte> body)
        => !body.IsEmpty
            && (body[0] == (byte)'<'
                || response.Content.Headers.ContentType?.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true);

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        var wait = header.Delta ?? header.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
