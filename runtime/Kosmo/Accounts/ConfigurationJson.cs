using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Output;

namespace Kosmo.Accounts;

/// <summary>Configuration files as JSON.</summary>
internal static class ConfigurationJson
{
    // Of two equal keys one would be lost with the next change.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        IndentSize = 4,
        NewLine = "\n",
        Encoder = ReadableEncoder.Instance,
    };

    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public static JsonNode? Parse(byte[] bytes)
    {
        // Some editors begin a file with a mark that is no part of JSON.
        var text = bytes.AsSpan();
        return JsonNode.Parse(text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text, null, Strict);
    }

    public static byte[] Bytes(JsonObject root)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Pretty))
        {
            root.WriteTo(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
