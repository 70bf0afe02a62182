using System.Text.Json;
using System.Text.Json.Nodes;

namespace Missive.Codegen.Runtime;

/// <content>
/// What generated <c>get</c> accessors call. All of them return null when the key is absent, null, or of another kind.
/// Lists and maps leave out the items that are of another kind, and are read once.
/// </content>
public abstract partial class JsonRecord
{
    /// <summary>Reads a text.</summary>
    /// <param name="name">The key.</param>
    /// <returns>The value, or null.</returns>
    protected string? GetString(string name) => GetClass<string>(name, JsonValueReader.TryReadString);

    /// <summary>Reads a whole number of 64 bits.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected long? GetInteger(string name) => GetStruct<long>(name, JsonValueReader.TryReadInteger);

    /// <summary>Reads a number.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected double? GetNumber(string name) => GetStruct<double>(name, JsonValueReader.TryReadNumber);

    /// <summary>Reads a boolean.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected bool? GetBoolean(string name) => GetStruct<bool>(name, JsonValueReader.TryReadBoolean);

    /// <summary>Reads a timestamp: Unix seconds or ISO 8601 text.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected Timestamp? GetTimestamp(string name) => GetStruct<Timestamp>(name, JsonValueReader.TryReadTimestamp);

    /// <summary>Reads an enum's value; a text that the enum does not name is kept.</summary>
    /// <typeparam name="T">The enum's type.</typeparam>
    /// <inheritdoc cref="GetString(string)"/>
    protected T? GetText<T>(string name)
        where T : struct, IJsonText<T>
        => GetStruct<T>(name, JsonValueReader.TryReadText<T>);

    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <inheritdoc cref="GetString(string)"/>
    protected T? GetRecord<T>(string name)
        where T : JsonRecord, IJsonRecord<T>
        => GetKept(name, static json => JsonValueReader.TryReadRecord<T>(json, out var record) ? record : null);

    /// <summary>Reads a record that stands there alone or as the only item of a list.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <inheritdoc cref="GetString(string)"/>
    protected T? GetSingle<T>(string name)
        where T : JsonRecord, IJsonRecord<T>
        => GetKept(name, static json =>
        {
            var single = json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1 ? json[0] : json;
            return JsonValueReader.TryReadRecord<T>(single, out var record) ? record : null;
        });

    /// <summary>Reads any JSON object. What was read from JSON is a copy of the caller's own.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected JsonObject? GetObject(string name) => GetClass<JsonObject>(name, JsonValueReader.TryReadObject);

    /// <summary>Reads any JSON. What was read from JSON is a copy of the caller's own.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected JsonNode? GetNode(string name) => GetClass<JsonNode?>(name, JsonValueReader.TryReadNode);

    /// <summary>Reads a list of texts.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyList<string>? GetStringList(string name)
        => GetKept(name, static json => JsonValueReader.ReadList<string>(json, JsonValueReader.TryReadString));

    /// <summary>Reads a list of whole numbers.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyList<long>? GetIntegerList(string name)
        => GetKept(name, static json => JsonValueReader.ReadList<long>(json, JsonValueReader.TryReadInteger));

    /// <summary>Reads a list of numbers.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyList<double>? GetNumberList(string name)
        => GetKept(name, static json => JsonValueReader.ReadList<double>(json, JsonValueReader.TryReadNumber));

    /// <summary>Reads a list of booleans.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyList<bool>? GetBooleanList(string name)
        => GetKept(name, static json => JsonValueReader.ReadList<bool>(json, JsonValueReader.TryReadBoolean));

    /// <summary>Reads a list of timestamps.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyList<Timestamp>? GetTimestampList(string name)
        => GetKept(name, static json => JsonValueReader.ReadList<Timestamp>(json, JsonValueReader.TryReadTimestamp));

    /// <summary>Reads a list of an enum's values.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyList<T>? GetTextList<T>(string name)
        where T : struct, IJsonText<T>
        => GetKept(name, static json => JsonValueReader.ReadList<T>(json, JsonValueReader.TryReadText));

    /// <summary>Reads a list of records.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyList<T>? GetRecordList<T>(string name)
        where T : JsonRecord, IJsonRecord<T>
        => GetKept(name, static json => JsonValueReader.ReadList<T>(json, JsonValueReader.TryReadRecord));

    /// <summary>Reads a list of JSON objects.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyList<JsonObject>? GetObjectList(string name)
        => GetKept(name, static json => JsonValueReader.ReadList<JsonObject>(json, JsonValueReader.TryReadObject));

    /// <summary>Reads a list of any JSON.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyList<JsonNode?>? GetNodeList(string name)
        => GetKept(name, static json => JsonValueReader.ReadList<JsonNode?>(json, JsonValueReader.TryReadNode));

    /// <summary>Reads an object with free keys and texts.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyDictionary<string, string>? GetStringMap(string name)
        => GetMap<string>(name, static json => JsonValueReader.ReadMap<string>(json, JsonValueReader.TryReadString));

    /// <summary>Reads an object with free keys and whole numbers.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyDictionary<string, long>? GetIntegerMap(string name)
        => GetMap<long>(name, static json => JsonValueReader.ReadMap<long>(json, JsonValueReader.TryReadInteger));

    /// <summary>Reads an object with free keys and numbers.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyDictionary<string, double>? GetNumberMap(string name)
        => GetMap<double>(name, static json => JsonValueReader.ReadMap<double>(json, JsonValueReader.TryReadNumber));

    /// <summary>Reads an object with free keys and booleans.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyDictionary<string, bool>? GetBooleanMap(string name)
        => GetMap<bool>(name, static json => JsonValueReader.ReadMap<bool>(json, JsonValueReader.TryReadBoolean));

    /// <summary>Reads an object with free keys and timestamps.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyDictionary<string, Timestamp>? GetTimestampMap(string name)
        => GetMap<Timestamp>(name, static json => JsonValueReader.ReadMap<Timestamp>(json, JsonValueReader.TryReadTimestamp));

    /// <summary>Reads an object with free keys and an enum's values.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyDictionary<string, T>? GetTextMap<T>(string name)
        where T : struct, IJsonText<T>
        => GetMap<T>(name, static json => JsonValueReader.ReadMap<T>(json, JsonValueReader.TryReadText));

    /// <summary>Reads an object with free keys and records.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyDictionary<string, T>? GetRecordMap<T>(string name)
        where T : JsonRecord, IJsonRecord<T>
        => GetMap<T>(name, static json => JsonValueReader.ReadMap<T>(json, JsonValueReader.TryReadRecord));

    /// <summary>Reads an object with free keys and JSON objects.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyDictionary<string, JsonObject>? GetObjectMap(string name)
        => GetMap<JsonObject>(name, static json => JsonValueReader.ReadMap<JsonObject>(json, JsonValueReader.TryReadObject));

    /// <summary>Reads an object with free keys and any JSON.</summary>
    /// <inheritdoc cref="GetString(string)"/>
    protected IReadOnlyDictionary<string, JsonNode?>? GetNodeMap(string name)
        => GetMap<JsonNode?>(name, static json => JsonValueReader.ReadMap<JsonNode?>(json, JsonValueReader.TryReadNode));

    private T? GetStruct<T>(string name, JsonValueReader.Read<T> read)
        where T : struct
    {
        if (TryGetAssigned(name, out var assigned))
        {
            return assigned as T?;
        }

        return TryGetRead(name, out var json) && read(json, out var value) ? value : null;
    }

    private T? GetClass<T>(string name, JsonValueReader.Read<T> read)
        where T : class?
    {
        if (TryGetAssigned(name, out var assigned))
        {
            return assigned as T;
        }

        return TryGetRead(name, out var json) && read(json, out var value) ? value : null;
    }

    private IReadOnlyDictionary<string, T>? GetMap<T>(string name, Func<JsonElement, IReadOnlyDictionary<string, T>?> read)
        => TryGetAssigned(name, out var assigned) ? (assigned as AssignedMap<T>)?.Values : GetKept(name, read);

    // What is costly to read or has members of its own is read once, so that walking a list by index stays linear.
    private T? GetKept<T>(string name, Func<JsonElement, T?> read)
        where T : class
    {
        if (TryGetAssigned(name, out var assigned))
        {
            return assigned as T;
        }

        var head = Volatile.Read(ref _cache);
        for (var member = head; member is not null; member = member.Next)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member.Value as T;
            }
        }

        if (!TryGetRead(name, out var json) || read(json) is not { } value)
        {
            return null;
        }

        // When two threads read at once, one of the two equal values is not kept; that does no harm.
        Interlocked.CompareExchange(ref _cache, new MemberCache(name, value, head), head);
        return value;
    }
}
