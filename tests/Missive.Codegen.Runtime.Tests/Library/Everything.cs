using System.Text.Json;
using System.Text.Json.Nodes;

namespace Missive.Codegen.Runtime.Tests.Library;

/// <summary>A record with a member of every type that generated code may declare.</summary>
public sealed partial class Everything : JsonRecord, IJsonRecord<Everything>
{
    public Everything()
    {
    }

    private Everything(JsonElement json)
        : base(json)
    {
    }

    public string? Text { get => GetString("text"); init => Set("text", value); }

    public long? Whole { get => GetInteger("integer"); init => Set("integer", value); }

    public double? Number { get => GetNumber("number"); init => Set("number", value); }

    public bool? Boolean { get => GetBoolean("boolean"); init => Set("boolean", value); }

    public Timestamp? Timestamp { get => GetTimestamp("timestamp"); init => Set("timestamp", value); }

    public BookState? State { get => GetText<BookState>("state"); init => Set("state", value); }

    public Chapter? Record { get => GetRecord<Chapter>("record"); init => Set("record", value); }

    public JsonObject? FreeForm { get => GetObject("object"); init => Set("object", value); }

    public JsonNode? Node { get => GetNode("node"); init => Set("node", value); }

    public IReadOnlyList<string>? Texts { get => GetStringList("texts"); init => Set("texts", value); }

    public IReadOnlyList<long>? Integers { get => GetIntegerList("integers"); init => Set("integers", value); }

    public IReadOnlyList<double>? Numbers { get => GetNumberList("numbers"); init => Set("numbers", value); }

    public IReadOnlyList<bool>? Booleans { get => GetBooleanList("booleans"); init => Set("booleans", value); }

    public IReadOnlyList<Timestamp>? Timestamps { get => GetTimestampList("timestamps"); init => Set("timestamps", value); }

    public IReadOnlyList<BookState>? States { get => GetTextList<BookState>("states"); init => Set("states", value); }

    public IReadOnlyList<Chapter>? Records { get => GetRecordList<Chapter>("records"); init => Set("records", value); }

    public IReadOnlyList<JsonObject>? Objects { get => GetObjectList("objects"); init => Set("objects", value); }

    public IReadOnlyList<JsonNode?>? Nodes { get => GetNodeList("nodes"); init => Set("nodes", value); }

    public IReadOnlyDictionary<string, string>? TextMap { get => GetStringMap("text_map"); init => Set("text_map", value); }

    public IReadOnlyDictionary<string, long>? IntegerMap { get => GetIntegerMap("integer_map"); init => Set("integer_map", value); }

    public IReadOnlyDictionary<string, double>? NumberMap { get => GetNumberMap("number_map"); init => Set("number_map", value); }

    public IReadOnlyDictionary<string, bool>? BooleanMap { get => GetBooleanMap("boolean_map"); init => Set("boolean_map", value); }

    public IReadOnlyDictionary<string, Timestamp>? TimestampMap { get => GetTimestampMap("timestamp_map"); init => Set("timestamp_map", value); }

    public IReadOnlyDictionary<string, BookState>? StateMap { get => GetTextMap<BookState>("state_map"); init => Set("state_map", value); }

    public IReadOnlyDictionary<string, Chapter>? RecordMap { get => GetRecordMap<Chapter>("record_map"); init => Set("record_map", value); }

    public IReadOnlyDictionary<string, JsonObject>? ObjectMap { get => GetObjectMap("object_map"); init => Set("object_map", value); }

    public IReadOnlyDictionary<string, JsonNode?>? NodeMap { get => GetNodeMap("node_map"); init => Set("node_map", value); }

    static Everything IJsonRecord<Everything>.Create(JsonElement json) => new(json);
}
