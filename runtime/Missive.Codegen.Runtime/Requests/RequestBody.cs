using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Writes request bodies: UTF-8 JSON without blanks, the same bytes for the same content whoever calls.</summary>
/// <remarks>
/// Only what JSON itself demands is escaped. Escaping for HTML as well would blow up bodies that carry it, and protects
/// nobody: bodies go out as <c>application/json</c>.
/// </remarks>
public static class RequestBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A buffer that grew beyond this is not kept: one large body must not hold its memory for ever.
    private const int MaxKeptBytes = 64 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _kept;

    /// <summary>Writes a body.</summary>
    /// <typeparam name="TState">What <paramref name="write"/> needs.</typeparam>
    /// <param name="state">Handed to <paramref name="write"/>, so that it need not capture.</param>
    /// <param name="write">Writes one JSON value.</param>
    /// <returns>The body.</returns>
    public static ReadOnlyMemory<byte> Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (buffer, writer) = Take();
        write(writer, state);
        writer.Flush();
        var body = buffer.WrittenSpan.ToArray();
        Keep(buffer, writer);
        return body;
    }

    // Taken out while in use, so that a body which is written inside another gets a writer of its own, and one that
    // failed half-way is never used again.
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Take()
    {
        if (_kept is { } kept)
        {
            _kept = null;
            return kept;
        }

        var buffer = new ArrayBufferWriter<byte>();
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }

    private static void Keep(ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer)
    {
        if (buffer.Capacity <= MaxKeptBytes)
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            _kept = (buffer, writer);
        }
    }
}
