using System.Buffers;
using System.Runtime.CompilerServices;

namespace Missive.Tools;

/// <summary>An answer's body, read to its end into a pooled buffer. To be disposed once parsed.</summary>
internal readonly struct AnswerBytes : IDisposable
{
    private const int UsualBuffer = 16 * 1024;

    // What an answer announces is a claim: memory beyond this is taken as the bytes come.
    private const int LargestFirstBuffer = 1024 * 1024;

    private readonly byte[]? _buffer;
    private readonly int _length;

    private AnswerBytes(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    /// <summary>The bytes, without a byte order mark and without blanks around them, so that an empty body has none.</summary>
    public ReadOnlySpan<byte> Json
    {
        get
        {
            var bytes = _buffer.AsSpan(0, _length);
            return (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).Trim(" \t\r\n"u8);
        }
    }

    /// <summary>Reads a body.</summary>
    /// <param name="content">The body.</param>
    /// <param name="limit">The most bytes to read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The bytes; null when there are more than the limit.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<AnswerBytes?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > limit)
        {
            return null;
        }

        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);

        // One byte more than announced, so that the end of the stream is seen without growing.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min((announced ?? UsualBuffer) + 1, LargestFirstBuffer));
        var length = 0;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
                if (length > limit)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    return null;
                }

                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }

            return new AnswerBytes(buffer, length);
        }
        catch (Exception exception)
        {
            ArrayPool<byte>.Shared.Return(buffer);

            // What Brotli cannot unpack, the framework reports otherwise than what gzip cannot.
            if (exception is InvalidOperationException)
            {
                throw new InvalidDataException(exception.Message, exception);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
