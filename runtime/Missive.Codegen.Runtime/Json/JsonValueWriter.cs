using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Missive.Codegen.Runtime;

/// <summary>Writes the values that a record's members take.</summary>
internal static class JsonValueWriter
{
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case long integer:
                writer.WriteNumberValue(integer);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case Timestamp timestamp:
                timestamp.WriteTo(writer);
                break;
            case JsonRecord record:
                record.WriteTo(writer);
                break;
            case IJsonText text:
                writer.WriteStringValue(text.Value);
                break;
            case AssignedMap map:
                map.WriteTo(writer);
                break;

            // Before the lists: arrays and objects of JSON are enumerable too.
            case JsonNode node:
                node.WriteTo(writer);
                break;
            case IEnumerable items:
                WriteItems(writer, items);
                break;
            default:
                throw new InvalidOperationException($"A value of type {value.GetType()} cannot be written as JSON.");
        }
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
