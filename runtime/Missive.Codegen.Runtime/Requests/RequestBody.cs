using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Writes request bodies: UTF-8 JSON without blanks, the same bytes for the same content whoever calls.</summary>
/// <remarks>
/// Only what JSON itself demands is escaped. Escaping for HTML as well would blow up bodies that carry it, and protects
/// nobody: bodies go out as <c>application/json</c>.
/// </remarks>
public static class RequestBody
{
    /// <summary>Writes a body.</summary>
    /// <typeparam name="TState">What <paramref name="write"/> needs.</typeparam>
    /// <param name="state">Handed to <paramref name="write"/>, so that it need not capture.</param>
    /// <param name="write">Writes one JSON value.</param>
    /// <returns>The body.</returns>
    public static ReadOnlyMemory<byte> Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return KeptWriter.Write(state, write, static bytes => bytes.ToArray());
    }
}
