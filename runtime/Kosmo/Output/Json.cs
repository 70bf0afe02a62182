using System.Text.Json;

namespace Kosmo.Output;

/// <summary>JSON as kosmo prints it: four spaces, slashes and letters of all scripts as they are.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        IndentSize = 4,
        NewLine = "\n",
        Encoder = ReadableEncoder.Instance,
    };

    private static readonly JsonWriterOptions Plain = new() { Encoder = ReadableEncoder.Instance };

    /// <summary>Prints one value and a line break.</summary>
    public static void Print(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        terminal.Output.Flush();
        using (var writer = new Utf8JsonWriter(terminal.OutputBytes, Pretty))
        {
            write(writer);
        }

        terminal.OutputBytes.Write("\n"u8);
        terminal.OutputBytes.Flush();
    }

    /// <summary>Prints one value and a line break.</summary>
    public static void Print(Terminal terminal, JsonElement value) => Print(terminal, value.WriteTo);

    /// <summary>Prints what went wrong before there was anything to put in an envelope.</summary>
    public static void PrintFailure(Terminal terminal, string message, string? hint) => Print(terminal, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", false);
        writer.WriteString("error", message);
        if (hint is not null)
        {
            writer.WriteString("hint", hint);
        }

        writer.WriteEndObject();
    });

    /// <summary>A value as one line of text.</summary>
    public static string Compact(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            write(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public static void WriteStrings(this Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
