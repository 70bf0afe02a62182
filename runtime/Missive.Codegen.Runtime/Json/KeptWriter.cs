using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Writes JSON into a buffer that each thread keeps: UTF-8 without blanks, the same bytes for the same content.</summary>
/// <remarks>Only what JSON itself demands is escaped. Escaping for HTML as well would blow up texts that carry it.</remarks>
internal static class KeptWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A buffer that grew beyond this is not kept: one large value must not hold its memory for ever.
    private const int MaxKeptBytes = 64 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _kept;

    /// <summary>Makes something of the bytes, which are there only while it does.</summary>
    public delegate TResult Reader<TResult>(ReadOnlySpan<byte> bytes);

    /// <summary>Writes one JSON value.</summary>
    public static TResult Write<TState, TResult>(TState state, Action<Utf8JsonWriter, TState> write, Reader<TResult> read)
    {
        var (buffer, writer) = Take();
        write(writer, state);
        writer.Flush();
        var result = read(buffer.WrittenSpan);
        Keep(buffer, writer);
        return result;
    }

    // Taken out while in use, so that a value which is written inside another gets a writer of its own, and one that
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
