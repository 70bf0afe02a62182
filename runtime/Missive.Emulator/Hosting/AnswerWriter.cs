using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Missive.Emulator.Answers;
using Missive.Emulator.Faults;

namespace Missive.Emulator.Hosting;

/// <summary>Sends an answer, whole or as a fault wants it.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(
        HttpContext context, ApiAnswer answer, Fault? fault, TimeProvider time, CancellationToken cancellationToken)
    {
        if (fault?.Kind is FaultKind.Reset or FaultKind.Close)
        {
            if (fault.Kind == FaultKind.Close)
            {
                SocketOf(context).Shutdown(SocketShutdown.Both);
            }

            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (answer.ContentType is { } type && answer.Body.Length > 0)
        {
            response.ContentType = type;
        }

        if (answer.Status != StatusCodes.Status204NoContent)
        {
            response.ContentLength = answer.Body.Length;
        }

        if (answer.Body.IsEmpty)
        {
            return;
        }

        var half = answer.Body.Length / 2;
        switch (fault?.Kind)
        {
            case FaultKind.Truncate:
                // The server closes the connection in order when a handler returns before its announced length.
                await response.Body.WriteAsync(answer.Body[..half], cancellationToken).ConfigureAwait(false);
                await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
                break;
            case FaultKind.ResetMidBody:
                await SendRawAsync(context, answer, half, cancellationToken).ConfigureAwait(false);
                context.Abort();
                break;
            case FaultKind.Stall:
                await response.Body.WriteAsync(answer.Body[..half], cancellationToken).ConfigureAwait(false);
                await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
                await Task.Delay(fault.Pause, time, cancellationToken).ConfigureAwait(false);
                await response.Body.WriteAsync(answer.Body[half..], cancellationToken).ConfigureAwait(false);
                break;
            default:
                await response.Body.WriteAsync(answer.Body, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>
    /// Goes around the server's buffers: what they hold is lost when a connection is aborted, and the client would never
    /// get to the middle of the body.
    /// </summary>
    private static async Task SendRawAsync(HttpContext context, ApiAnswer answer, int length, CancellationToken cancellationToken)
    {
        var socket = SocketOf(context);
        var head = string.Join("\r\n",
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}"),
            $"Content-Type: {answer.ContentType}",
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {answer.Body.Length}"),
            "\r\n");
        await SendAllAsync(socket, Encoding.ASCII.GetBytes(head), cancellationToken).ConfigureAwait(false);
        await SendAllAsync(socket, answer.Body[..length], cancellationToken).ConfigureAwait(false);
    }

    private static Socket SocketOf(HttpContext context) => context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;

    private static async Task SendAllAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var sent = await socket.SendAsync(bytes, SocketFlags.None, cancellationToken).ConfigureAwait(false);
            bytes = bytes[sent..];
        }
    }
}
