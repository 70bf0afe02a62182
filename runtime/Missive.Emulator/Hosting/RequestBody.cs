using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Missive.Emulator.Hosting;

/// <summary>Reads a body to its end, keeping no more than the limit, so that also an answer to a large one arrives.</summary>
internal sealed record RequestBody(ReadOnlyMemory<byte> Bytes, bool IsTooLarge)
{
    public static async Task<RequestBody> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
        {
            return new RequestBody(ReadOnlyMemory<byte>.Empty, false);
        }

        var kept = new ArrayBufferWriter<byte>();
        var isTooLarge = false;
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                var fits = Math.Min(read, limit - kept.WrittenCount);
                kept.Write(buffer.AsSpan(0, fits));
                isTooLarge |= fits < read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new RequestBody(kept.WrittenMemory, isTooLarge);
    }
}
