using System.Text.Json;
using System.Text.Json.Nodes;

namespace Missive.Codegen.Runtime;

/// <summary>Reads JSON values into the types of a record's members; what does not fit reads as nothing, and never throws.</summary>
internal static class JsonValueReader
{
    public delegate bool Read<T>(JsonElement json, out T value);

    public static bool TryReadString(JsonElement json, out string value)
    {
        value = string.Empty;
        if (json.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            value = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8: JSON's grammar allows them, text does not.
            return false;
        }
    }

    public static bool TryReadInteger(JsonElement json, out long value)
    {
        value = 0;
        if (json.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        if (json.TryGetInt64(out value))
        {
            return true;
        }

        // 25.0 and 2.5e1 are whole numbers too. Beyond 2^53 a double would no longer tell.
        if (!json.TryGetDouble(out var number) || Math.Abs(number) > 1L << 53 || Math.Floor(number) != number)
        {
            return false;
        }

        value = (long)number;
        return true;
    }

    public static bool TryReadNumber(JsonElement json, out double value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value) && double.IsFinite(value);
    }

    public static bool TryReadBoolean(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False;
    }

    public static bool TryReadTimestamp(JsonElement json, out Timestamp value)
    {
        value = default;
        if (json.ValueKind == JsonValueKind.Number)
        {
            return TryReadNumber(json, out var seconds)
                && Math.Abs(seconds) < 1L << 53
                && Timestamp.TryFromUnixSeconds((long)Math.Floor(seconds), out value);
        }

        return TryReadString(json, out var text) && Timestamp.TryParse(text, out value);
    }

    public static bool TryReadText<T>(JsonElement json, out T value)
        where T : struct, IJsonText<T>
    {
        var isText = TryReadString(json, out var text);
        value = isText ? T.Create(text) : default;
        return isText;
    }

    public static bool TryReadRecord<T>(JsonElement json, out T value)
        where T : JsonRecord, IJsonRecord<T>
    {
        var isObject = json.ValueKind == JsonValueKind.Object;
        value = isObject ? T.Create(json) : null!;
        return isObject;
    }

    public static bool TryReadObject(JsonElement json, out JsonObject value)
    {
        value = json.ValueKind == JsonValueKind.Object ? JsonObject.Create(json)! : null!;
        return value is not null;
    }

    public static bool TryReadNode(JsonElement json, out JsonNode? value)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.Object => JsonObject.Create(json),
            JsonValueKind.Array => JsonArray.Create(json),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => JsonValue.Create(json),
        };
        return true;
    }

    public static IReadOnlyList<T>? ReadList<T>(JsonElement json, Read<T> read)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var items = new List<T>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            if (read(item, out var value))
            {
                items.Add(value);
            }
        }

        return items.AsReadOnly();
    }

    public static IReadOnlyDictionary<string, T>? ReadMap<T>(JsonElement json, Read<T> read)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (TryReadName(property, out var name) && read(property.Value, out var value))
            {
                values[name] = value;
            }
        }

        return values.AsReadOnly();
    }

    public static bool TryReadName(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            // As in TryReadString.
            name = string.Empty;
            return false;
        }
    }
}
