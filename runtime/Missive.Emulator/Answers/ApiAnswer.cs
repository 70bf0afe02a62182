using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Missive.Emulator.Answers;

/// <summary>A whole answer, made before its first byte is sent, so that faults can damage it and the log can hold it.</summary>
internal sealed record ApiAnswer(int Status, ReadOnlyMemory<byte> Body, string? ContentType)
{
    public const string Json = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static ApiAnswer Empty(int status) => new(status, ReadOnlyMemory<byte>.Empty, null);

    public static ApiAnswer Of(int status, JsonNode body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            body.WriteTo(writer);
        }

        return new ApiAnswer(status, buffer.WrittenMemory, Json);
    }

    public static ApiAnswer Enveloped(string key, JsonNode content) => Of(200, new JsonObject { [key] = content });
}
