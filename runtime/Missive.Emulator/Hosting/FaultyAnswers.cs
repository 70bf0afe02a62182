using System.Globalization;
using System.Net;
using Missive.Emulator.Answers;
using Missive.Emulator.Faults;

namespace Missive.Emulator.Hosting;

/// <summary>What an answer becomes under a fault that changes its content; breaking the connection is the writer's part.</summary>
internal static class FaultyAnswers
{
    private static readonly byte[] Page =
        "<!DOCTYPE html>\n<html><head><title>Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>\n"u8.ToArray();

    public static ApiAnswer Apply(Fault fault, ApiAnswer answer, ErrorAnswers errors)
    {
        var changed = fault.Kind switch
        {
            FaultKind.Html => new ApiAnswer(fault.Status ?? (int)HttpStatusCode.BadGateway, Page, "text/html; charset=utf-8"),
            FaultKind.Status => WithStatus(fault.Status ?? (int)HttpStatusCode.InternalServerError, errors),
            FaultKind.Redirect => ApiAnswer.Empty(fault.Status ?? (int)HttpStatusCode.Found) with
            {
                Headers = [new("Location", fault.Location?.OriginalString ?? "/")],
            },
            FaultKind.EmptyBody => answer with { Body = ReadOnlyMemory<byte>.Empty },
            FaultKind.BrokenJson => answer with { Body = answer.Body[..(answer.Body.Length / 2)] },
            FaultKind.Pad => answer with { Body = Padded(answer.Body, fault.Bytes) },
            _ => answer,
        };
        return fault.RetryAfterSeconds is { } seconds
            ? changed with { Headers = [.. changed.Headers, new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture))] }
            : changed;
    }

    private static ApiAnswer WithStatus(int status, ErrorAnswers errors) => errors.For(
        (ErrorCondition)status, string.Create(CultureInfo.InvariantCulture, $"injected fault: status {status}"));

    private static byte[] Padded(ReadOnlyMemory<byte> body, int bytes)
    {
        var padded = new byte[body.Length + bytes];
        body.CopyTo(padded);
        padded.AsSpan(body.Length).Fill((byte)' ');
        return padded;
    }
}
