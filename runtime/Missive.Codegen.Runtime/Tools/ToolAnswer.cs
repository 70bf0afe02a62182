using System.Runtime.InteropServices;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>
/// What a call was answered: one JSON value, or nothing. Hosts that pass it on take its text; what was only written is not
/// parsed for them.
/// </summary>
public sealed class ToolAnswer
{
    private readonly byte[]? _written;
    private JsonElement _json;

    private ToolAnswer(JsonElement json) => _json = json;

    private ToolAnswer(byte[] written) => _written = written;

    /// <summary>The value; undefined when there is nothing.</summary>
    public JsonElement Json
    {
        get
        {
            if (_written is not null && _json.ValueKind == JsonValueKind.Undefined)
            {
                _json = JsonElement.Parse(_written);
            }

            return _json;
        }
    }

    /// <summary>The value's text, UTF-8; empty when there is nothing.</summary>
    public ReadOnlySpan<byte> Utf8
        => _written ?? (_json.ValueKind == JsonValueKind.Undefined ? default : JsonMarshal.GetRawUtf8Value(_json));

    /// <summary>An answer that was parsed.</summary>
    /// <param name="json">The value; undefined for nothing. Its document is not to be disposed while the answer is in use.</param>
    public static implicit operator ToolAnswer(JsonElement json) => new(json);

    /// <summary>An answer that was parsed.</summary>
    /// <param name="json">The value; undefined for nothing. Its document is not to be disposed while the answer is in use.</param>
    /// <returns>The answer.</returns>
    public static ToolAnswer FromJsonElement(JsonElement json) => new(json);

    /// <summary>Writes an answer, in the form of <see cref="JsonElements.Write"/>.</summary>
    /// <typeparam name="TState">What <paramref name="write"/> needs.</typeparam>
    /// <param name="state">Handed to <paramref name="write"/>, so that it need not capture.</param>
    /// <param name="write">Writes one JSON value.</param>
    /// <returns>The answer.</returns>
    public static ToolAnswer Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return KeptWriter.Write(state, write, static bytes => new ToolAnswer(bytes.ToArray()));
    }
}
