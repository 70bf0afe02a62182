using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

public sealed class JsonTests
{
    private static readonly string[] Awkward =
        ["", "é", "🙂", "\u2028", "\0", "\"\\/\b\f\n\r\t", "ends with \\", "a.b", "1", "-1", "nil"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 20],
        Gen.String[Gen.Char[' ', '~'], 0, 60],
        Gen.Int[0, Awkward.Length - 1].Select(static i => Awkward[i]));

    private static readonly Gen<JsonNode?> Value = Gen.Recursive<JsonNode?>((depth, inner) => depth > 4
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (1, inner.List[0, 5].Select(static items => (JsonNode?)new JsonArray([.. items.Select(static item => item?.DeepClone())]))),
            (1, Gen.Dictionary(Text, inner)[0, 5].Select(static fields
                => (JsonNode?)new JsonObject(fields.Select(static field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())))))));

    private static Gen<JsonNode?> Scalar => Gen.OneOf(
        Text.Select(static text => (JsonNode?)JsonValue.Create(text)),
        Gen.Long.Select(static number => (JsonNode?)JsonValue.Create(number)),
        Gen.Double.Where(double.IsFinite).Select(static number => (JsonNode?)JsonValue.Create(number)),
        Gen.Bool.Select(static truth => (JsonNode?)JsonValue.Create(truth)),
        Gen.Const((JsonNode?)null));

    [Fact]
    public void WhatIsReadIsWrittenAgain()
    {
        using var script = Script.Start();
        Value.Sample(
            value =>
            {
                var json = value?.ToJsonString() ?? "null";
                var run = script.Next($"print(json.encode(json.decode({Quote(json)})))");
                Assert.Null(run.Error);
                Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(run.Output)), $"{json}\n{run.Output}");
            },
            iter: 2000,
            threads: 1);
    }

    [Fact]
    public void AnswersComeBackAsTheyWere()
    {
        JsonElement answer = default, seen = default;
        using var script = Script.Start(call: (tool, arguments, _) =>
        {
            seen = arguments;
            return answer;
        });
        Value.Sample(
            value =>
            {
                answer = JsonElement.Parse($$"""{"answer":{{value?.ToJsonString() ?? "null"}}}""");
                var run = script.Next("local r = app.integrations.missive.api_get('x') app.integrations.missive.api_post(r) return r");
                Assert.Null(run.Error);
                Assert.True(JsonElement.DeepEquals(answer, seen), $"{answer}\n{seen}");
                Assert.True(JsonElement.DeepEquals(answer, run.Result!.Value[0]), $"{answer}\n{run.Result}");
            },
            iter: 1000,
            threads: 1);
    }

    [Fact]
    public void ExactlyWhatTheFrameworkAcceptsIsAccepted()
    {
        // Sound texts with a few bytes of them exchanged for others that matter in JSON.
        var damage = Gen.Select(Value, Gen.Int[0, 10_000], Gen.Char["{}[]\",:\\u0123456789.eE+-truefalsn \n\t\u0001x"], Gen.Int[0, 3]);
        using var script = Script.Start();
        damage.Sample(
            (value, place, character, kind) =>
            {
                var json = value?.ToJsonString() ?? "null";
                var at = place % (json.Length + 1);
                json = kind switch
                {
                    0 => json.Insert(at, character.ToString()),
                    1 when at < json.Length => json.Remove(at, 1),
                    2 when at < json.Length => json.Remove(at, 1).Insert(at, character.ToString()),
                    _ => json[..at],
                };
                var run = script.Next($"return (pcall(json.decode, {Quote(json)}))");
                Assert.Null(run.Error);
                Assert.True(IsJson(json) == run.Result!.Value[0].GetBoolean(), json);
            },
            iter: 20_000,
            threads: 1);
    }

    [Theory]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("9223372036854775808", "9.2233720368548E+18")]
    [InlineData("1.0", "1")]
    [InlineData("-0", "0")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e400", null)]
    [InlineData("5e-324", "5E-324")]
    public void NumbersKeepTheirValue(string json, string? written)
    {
        var run = Script.Run($"return json.encode(json.decode('{json}')), math.type(json.decode('{json}'))");
        if (written is null)
        {
            Assert.Contains("inf has no JSON", run.Error!.Message, StringComparison.Ordinal);
            return;
        }

        var result = run.Result!.Value[0].GetString()!;
        Assert.Equal(double.Parse(json, System.Globalization.CultureInfo.InvariantCulture), double.Parse(result, System.Globalization.CultureInfo.InvariantCulture));
        if (!written.Contains('E', StringComparison.Ordinal))
        {
            Assert.Equal(written, result);
        }
    }

    [Fact]
    public void EmptyListsAndObjectsStayWhatTheyAre()
    {
        Assert.Equal("{\"a\":{},\"b\":[],\"c\":[]}", Compact("json.decode('{\"a\":{},\"b\":[],\"c\":[{}]}')", "t.c[1] = nil"));
        Assert.Equal("[{},[],[]]", Compact("{json.object(), json.array(), {}}", ""));
        Assert.Equal("{\"1\":1,\"x\":2}", Compact("json.object({[1] = 1, x = 2})", ""));
    }

    [Fact]
    public void ANullFieldReadsAsNilAndIsRemembered()
    {
        var output = Script.Output("""
            local t = json.decode('{"b":null,"a":1,"list":[1,null]}')
            print(t.b, t.b == nil, t.list[2], t.list[2] == json.null, #t.list)
            for key in pairs(t) do assert(key ~= "b") end
            dump(t)
            t.b = 5
            dump(t)
            """);
        Assert.Equal(
            "nil\ttrue\tnull\ttrue\t2\n{\n  a: 1,\n  b: null,\n  list: [\n    1,\n    null\n  ]\n}\n{\n  a: 1,\n  b: 5,\n  list: [\n    1,\n    null\n  ]\n}",
            output);
    }

    [Fact]
    public void NullIsWrittenWhereAScriptPutsIt()
        => Assert.Equal("{\"due_at\":null,\"list\":[null,1]}", Compact("{due_at = json.null, list = {json.null, 1}}", ""));

    [Fact]
    public void NullHasANameAndNothingElse()
    {
        Assert.Equal("null\tnull\tuserdata\tfalse", Script.Output("print(json.null, tostring(json.null), type(json.null), json.null == nil)"));
        Assert.Contains("attempt to index a userdata value", Script.Failure("return json.null.name").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAFieldThatComesTwiceTheLastCounts()
        => Assert.Equal("{\"a\":2,\"b\":null}", Compact("""json.decode('{"a":null,"b":1,"a":2,"b":null}')""", ""));

    [Fact]
    public void KeysAreInOneOrder()
        => Assert.Equal("{\"-1\":1,\"2\":1,\"10\":1,\"1.5\":1,\"A\":1,\"a\":1,\"b\":1,\"é\":1}", Compact("{b = 1, a = 1, A = 1, ['é'] = 1, [10] = 1, [2] = 1, [-1] = 1, [1.5] = 1}", ""));

    [Theory]
    [InlineData("{bad", "line 1, byte 2: expected a name in quotes")]
    [InlineData("", "line 1, byte 1: expected a value")]
    [InlineData("[1,]", "line 1, byte 4: expected another entry after ',', not ']'")]
    [InlineData("[1 2]", "line 1, byte 4: expected ',' or ']'")]
    [InlineData("{\n\"a\" 1}", "line 2, byte 5: expected ':' after the name")]
    [InlineData("[01]", "line 1, byte 2: a number begins with a needless zero")]
    [InlineData("[1.]", "line 1, byte 4: expected a digit")]
    [InlineData("\"a", "line 1, byte 3: a string has no end")]
    [InlineData("1 2", "line 1, byte 3: expected nothing more")]
    [InlineData("nul", "line 1, byte 1: expected a value")]
    public void TheMessageNamesThePlace(string json, string problem)
    {
        var failure = Script.Failure($"error(select(2, pcall(json.decode, {Quote(json)})), 0)");
        Assert.Equal(($"json.decode: Syntax error at {problem}", LuaFailureCodes.InvalidJson), (failure.Message, failure.Code));
    }

    [Fact]
    public void HalfOfASurrogatePairBecomesTheReplacementCharacter()
        => Assert.Equal("\uFFFDx\uFFFD🙂", Script.Output("""print(json.decode('"\\ud800x\\udc00\\ud83d\\ude42"'))"""));

    [Fact]
    public void TextThatIsNotUtf8IsNoJson()
        => Assert.Contains("the text is not UTF-8", Script.Failure("""json.decode('"\xff"')""").Message, StringComparison.Ordinal);

    [Fact]
    public void ResultsHaveJsonWhateverTheyHold()
        => Assert.Equal(
            """["<function>",null,"<circular>","\uFFFD",{"true":1},"null"]""",
            JsonNode.Parse(Script.Result("local c = {} c[1] = c return print, 0/0, c[1], '\\xff', {[true] = 1}, tostring(json.null)")) is JsonArray all
                && all[2] is JsonArray self ? Replaced(all, self) : "");

    private static string Replaced(JsonArray all, JsonArray self)
    {
        all[2] = self[0]!.GetValue<string>();
        return all.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Replace("\uFFFD", "\\uFFFD", StringComparison.Ordinal);
    }

    private static string Compact(string expression, string change)
    {
        var output = Script.Output($"local t = {expression} {change} print(json.encode(t))");
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(string.Concat(output.Split('\n').Select(static line => line.Trim()))).AsSpan())
            .Replace("\": ", "\":", StringComparison.Ordinal);
    }

    private static bool IsJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Every byte by its number, so that nothing depends on Lua's own escapes.
    private static string Quote(string text) => $"\"{string.Concat(Encoding.UTF8.GetBytes(text).Select(static b => $"\\{b:d3}"))}\"";
}
