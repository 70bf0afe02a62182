using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Kosmo.Arguments;
using Kosmo.Completion;
using Missive.Codegen.Runtime;

namespace Kosmo.Tests.Arguments;

/// <summary>A call that was written as a command line is read as the same call.</summary>
public sealed class CommandTextTests
{
    private static readonly ToolRegistration Tool = MapperTests.Define();

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["'\"\\ -=$`!*{}[]\n\t@~#;&|<>()aZ09äß€"], 0, 12],
        Gen.OneOf("", "true", "null", "007", "1e3", "--x", "-h", "{", "[]", "2026-01-01", "5"));

    [Fact]
    public void WhatIsWrittenIsReadBack() => Calls().Sample(arguments =>
    {
        var line = CommandText.Call("integrations:call tools.call", Tool.Definition, arguments, ["--json"]);
        var words = ShellWords.Split(line + " ")[2..^1];
        Assert.Equal("--json", words[^1]);
        var read = CallTokens.Read(words[..^1], static name => name == "tools.call" ? Tool : null);
        var mapped = ArgumentMapper.Map(Tool.Definition, MapperTests.Typed(read.Payload), read.Flags, new CallLine("integrations:call tools.call", []));
        Assert.True(JsonElement.DeepEquals(arguments, mapped), $"{line}\n{arguments}\n{mapped}");
    }, iter: 5_000);

    [Fact]
    public void PlainValuesBecomeFlagsAndOthersOneObject()
    {
        Assert.Equal(
            "kosmo integrations:call tools.call --list-id=123 --name='it'\\''s' --priority=2",
            CommandText.Call("integrations:call tools.call", Tool.Definition, JsonElement.Parse("""{"list_id":"123","name":"it's","priority":2}"""), []));
        Assert.Equal(
            "kosmo integrations:call tools.call '{\"params\":{\"limit\":5}}' --json",
            CommandText.Call("integrations:call tools.call", Tool.Definition, JsonElement.Parse("""{"params":{"limit":5}}"""), ["--json"]));
    }

    private static Gen<JsonElement> Calls()
    {
        var value = Gen.OneOf<JsonNode?>(
            Texts.Where(static text => !HasHalfPair(text)).Select(static text => (JsonNode?)JsonValue.Create(text)),
            Gen.Long.Select(static number => (JsonNode?)JsonValue.Create(number)),
            Gen.Bool.Select(static flag => (JsonNode?)JsonValue.Create(flag)),
            Gen.Const((JsonNode?)null),
            Gen.Const(0).Select(static _ => JsonNode.Parse("""{"a":[1,"'",{}]}""")));
        var name = Gen.OneOf("list_id", "name", "nickname", "kind", "priority", "ratio", "archived", "due", "params", "tags", "other", "unknown_one");
        return Gen.Select(name, value).List[0, 5].Select(static pairs =>
        {
            var call = new JsonObject();
            foreach (var (key, given) in pairs)
            {
                call[key] = given?.DeepClone();
            }

            return JsonElement.Parse(call.ToJsonString());
        });
    }

    // JSON cannot carry half of a surrogate pair.
    private static bool HasHalfPair(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
