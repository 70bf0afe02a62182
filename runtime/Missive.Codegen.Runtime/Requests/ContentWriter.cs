using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>
/// Writes validated arguments as the API takes them: fields in the definition's order, then unknown ones in ordinal order;
/// timestamps as Unix seconds; settings in place of absent fields.
/// </summary>
public static class ContentWriter
{
    /// <summary>Writes a body under its envelope, whether or not the caller wrote the envelope.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="parameter">The body parameter.</param>
    /// <param name="value">The argument's value, validated.</param>
    /// <param name="settings">The host's settings.</param>
    /// <param name="ids">The ids that the body has to repeat, for a parameter with <see cref="ToolParameter.PerId"/>; empty for none.</param>
    public static void WriteBody(Utf8JsonWriter writer, ToolParameter parameter, JsonElement value, ToolSettings settings, params ReadOnlySpan<string> ids)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(settings);
        if (parameter.Envelope is null)
        {
            WriteValue(writer, parameter.Type, value, settings);
            return;
        }

        var content = BodyContent.Of(parameter, value);
        writer.WriteStartObject();
        writer.WritePropertyName(parameter.Utf8Envelope);
        if (parameter.EnvelopeShape == EnvelopeShape.Object)
        {
            WriteValue(writer, parameter.Type, content.Content, settings);
        }
        else
        {
            WriteItems(writer, parameter.Type, content, settings, ids);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="value">The value, validated.</param>
    /// <param name="settings">The host's settings.</param>
    public static void WriteValue(Utf8JsonWriter writer, DataType type, JsonElement value, ToolSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(settings);
        using var alone = ObjectBinding.Bind(FieldTable.Empty, default);
        WriteValue(writer, type, value, alone, settings);
    }

    /// <summary>Writes the fields of an object, without the braces: for handlers that add fields of their own.</summary>
    /// <param name="writer">Where to; inside an object.</param>
    /// <param name="type">The object's type.</param>
    /// <param name="value">The object, validated.</param>
    /// <param name="settings">The host's settings.</param>
    /// <param name="except">The fields to leave out, because the handler writes them.</param>
    public static void WriteFields(Utf8JsonWriter writer, ObjectType type, JsonElement value, ToolSettings settings, params ReadOnlySpan<string> except)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(settings);
        WriteFields(writer, type.Table, value, settings, except);
    }

    private static void WriteItems(Utf8JsonWriter writer, DataType type, BodyContent content, ToolSettings settings, ReadOnlySpan<string> ids)
    {
        writer.WriteStartArray();
        foreach (var item in content)
        {
            if (ids.IsEmpty)
            {
                WriteValue(writer, type, item, settings);
            }
            else if (BodyIds.TryGet(item, out var own))
            {
                WriteWithId(writer, type, item, settings, own);
            }
            else
            {
                foreach (var id in ids)
                {
                    WriteWithId(writer, type, item, settings, id);
                }
            }
        }

        writer.WriteEndArray();
    }

    // The id goes first whether the caller wrote it or not, so that both have the same bytes.
    private static void WriteWithId(Utf8JsonWriter writer, DataType type, JsonElement item, ToolSettings settings, string id)
    {
        writer.WriteStartObject();
        writer.WriteString(BodyIds.Key, id);
        WriteFields(writer, type is ObjectType known ? known.Table : FieldTable.Empty, item, settings, [BodyIds.Key]);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, FieldTable table, JsonElement value, ToolSettings settings, ReadOnlySpan<string> except)
    {
        using var fields = ObjectBinding.Bind(table, value);
        fields.FillDefaults(settings);
        foreach (var name in except)
        {
            if (table.IndexOf(name) is var position and >= 0)
            {
                fields[position] = default;
            }
        }

        WriteFields(writer, fields, settings, except);
    }

    private static void WriteFields(Utf8JsonWriter writer, in ObjectBinding fields, ToolSettings settings, ReadOnlySpan<string> except)
    {
        var table = fields.Table;
        for (var i = 0; i < table.Count; i++)
        {
            if (fields.IsPresent(i))
            {
                writer.WritePropertyName(table.EncodedNames[i]);
                WriteValue(writer, table.Fields[i].Type, fields[i], fields, settings);
            }
        }

        if (fields.Unknown is null)
        {
            return;
        }

        foreach (var (name, value) in FreeFormJson.Sort(fields.Unknown))
        {
            if (!except.Contains(name))
            {
                writer.WritePropertyName(name);
                FreeFormJson.Write(writer, value);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, DataType type, JsonElement value, in ObjectBinding siblings, ToolSettings settings)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            writer.WriteNullValue();
            return;
        }

        switch (type)
        {
            case ObjectType known:
                using (var fields = ObjectBinding.Bind(known.Table, value))
                {
                    fields.FillDefaults(settings);
                    writer.WriteStartObject();
                    WriteFields(writer, fields, settings, []);
                    writer.WriteEndObject();
                }

                break;
            case ArrayType list:
                WriteArray(writer, list, value, siblings, settings);
                break;
            case TimestampType timestamp:
                writer.WriteNumberValue(UnixSeconds.Of(timestamp, value, siblings, settings));
                break;
            case IntegerType when JsonValueReader.TryReadInteger(value, out var integer):
                writer.WriteNumberValue(integer);
                break;
            case NumberType when JsonValueReader.TryReadInteger(value, out var whole):
                writer.WriteNumberValue(whole);
                break;
            case NumberType when JsonValueReader.TryReadNumber(value, out var number):
                writer.WriteNumberValue(number);
                break;
            case MapType map:
                WriteMap(writer, map, value, siblings, settings);
                break;

            // An empty list is how some callers write an empty object.
            case AnyObjectType when value.ValueKind == JsonValueKind.Array:
                writer.WriteStartObject();
                writer.WriteEndObject();
                break;
            default:
                FreeFormJson.Write(writer, value);
                break;
        }
    }

    private static void WriteArray(Utf8JsonWriter writer, ArrayType type, JsonElement value, in ObjectBinding siblings, ToolSettings settings)
    {
        writer.WriteStartArray();

        // An empty object is how some callers write an empty list.
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                WriteValue(writer, type.Items, item, siblings, settings);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter writer, MapType type, JsonElement value, in ObjectBinding siblings, ToolSettings settings)
    {
        writer.WriteStartObject();
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var (name, item) in FreeFormJson.Sort([.. value.EnumerateObject()]))
            {
                writer.WritePropertyName(name);
                WriteValue(writer, type.Values, item, siblings, settings);
            }
        }

        writer.WriteEndObject();
    }
}
