using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Makes JSON values of what is written.</summary>
public static class JsonElements
{
    /// <summary>Writes a value and reads it: without blanks, and with nothing escaped that JSON does not demand.</summary>
    /// <typeparam name="TState">What <paramref name="write"/> needs.</typeparam>
    /// <param name="state">Handed to <paramref name="write"/>, so that it need not capture.</param>
    /// <param name="write">Writes one JSON value.</param>
    /// <returns>The value, which belongs to no document that would have to be disposed.</returns>
    public static JsonElement Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return KeptWriter.Write(state, write, static bytes => JsonElement.Parse(bytes));
    }
}
