using System.Text.Json.Nodes;
using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

public sealed class MemberTypeTests
{
    private const string Written =
        """{"text":"a","integer":1,"number":1.5,"boolean":true,"timestamp":"2026-05-01","state":"lent","record":{"name":"I"},"object":{"a":1},"node":[null],"texts":["a"],"integers":[1],"numbers":[1.5],"booleans":[true],"timestamps":[5],"states":["lent"],"records":[{"name":"I"}],"objects":[{"a":1}],"nodes":[1,null],"text_map":{"k":"a"},"integer_map":{"k":1},"number_map":{"k":1.5},"boolean_map":{"k":true},"timestamp_map":{"k":5},"state_map":{"k":"lent"},"record_map":{"k":{"name":"I"}},"object_map":{"k":{"a":1}},"node_map":{"k":null}}""";

    [Fact]
    public void EveryTypeIsWritten() => Assert.Equal(Written, Assigned().ToString());

    [Fact]
    public void EveryTypeIsReadFromWhatWasAssigned() => AssertValues(Assigned());

    [Fact]
    public void EveryTypeIsReadFromJson() => AssertValues(Read(Written));

    private static Everything Assigned() => new()
    {
        Text = "a",
        Whole = 1,
        Number = 1.5,
        Boolean = true,
        Timestamp = new DateOnly(2026, 5, 1),
        State = BookState.Lent,
        Record = new() { Name = "I" },
        FreeForm = new() { ["a"] = 1 },
        Node = new JsonArray((JsonNode?)null),
        Texts = ["a"],
        Integers = [1],
        Numbers = [1.5],
        Booleans = [true],
        Timestamps = [5],
        States = [BookState.Lent],
        Records = [new() { Name = "I" }],
        Objects = [new() { ["a"] = 1 }],
        Nodes = [JsonValue.Create(1), null],
        TextMap = new Dictionary<string, string> { ["k"] = "a" },
        IntegerMap = new Dictionary<string, long> { ["k"] = 1 },
        NumberMap = new Dictionary<string, double> { ["k"] = 1.5 },
        BooleanMap = new Dictionary<string, bool> { ["k"] = true },
        TimestampMap = new Dictionary<string, Timestamp> { ["k"] = 5 },
        StateMap = new Dictionary<string, BookState> { ["k"] = BookState.Lent },
        RecordMap = new Dictionary<string, Chapter> { ["k"] = new() { Name = "I" } },
        ObjectMap = new Dictionary<string, JsonObject> { ["k"] = new() { ["a"] = 1 } },
        NodeMap = new Dictionary<string, JsonNode?> { ["k"] = null },
    };

    private static void AssertValues(Everything record)
    {
        Assert.Equal("a", record.Text);
        Assert.Equal(1, record.Whole);
        Assert.Equal(1.5, record.Number);
        Assert.True(record.Boolean);
        Assert.Equal(new DateOnly(2026, 5, 1), record.Timestamp);
        Assert.Equal(BookState.Lent, record.State);
        Assert.Equal("I", record.Record?.Name);
        Assert.Equal("""{"a":1}""", record.FreeForm?.ToJsonString());
        Assert.Equal("[null]", record.Node?.ToJsonString());
        Assert.Equal(["a"], record.Texts);
        Assert.Equal([1L], record.Integers);
        Assert.Equal([1.5], record.Numbers);
        Assert.Equal([true], record.Booleans);
        Assert.Equal([Timestamp.FromUnixSeconds(5)], record.Timestamps);
        Assert.Equal([BookState.Lent], record.States);
        Assert.Equal(["I"], record.Records?.Select(static chapter => chapter.Name));
        Assert.Equal(["""{"a":1}"""], record.Objects?.Select(static value => value.ToJsonString()));
        Assert.Equal(["1", null], record.Nodes?.Select(static value => value?.ToJsonString()));
        Assert.Equal("a", record.TextMap?["k"]);
        Assert.Equal(1, record.IntegerMap?["k"]);
        Assert.Equal(1.5, record.NumberMap?["k"]);
        Assert.True(record.BooleanMap?["k"]);
        Assert.Equal(5, record.TimestampMap?["k"]);
        Assert.Equal(BookState.Lent, record.StateMap?["k"]);
        Assert.Equal("I", record.RecordMap?["k"].Name);
        Assert.Equal("""{"a":1}""", record.ObjectMap?["k"].ToJsonString());
        Assert.True(record.NodeMap?.ContainsKey("k"));
        Assert.Null(record.NodeMap?["k"]);
    }

    private static Everything Read(string json) => Create<Everything>(json);

    private static T Create<T>(string json)
        where T : JsonRecord, IJsonRecord<T>
        => T.Create(Json.Parse(json));
}
