using System.Text.Json;
using Kosmo.Arguments;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Tests.Arguments;

/// <summary>How words become arguments.</summary>
public sealed class MapperTests
{
    private static readonly ToolRegistration Tool = Define();

    [Theory]
    [InlineData("""{"list_id":"123","name":"Ship it","priority":2,"archived":false}""", "--list-id=123", "--name", "Ship it", "--priority=2", "--archived=false")]
    [InlineData("""{"list_id":"123","name":"Ship it"}""", "--arg", "list_id=123", "--arg", "name=Ship it")]
    [InlineData("""{"list_id":"abc","name":"Override"}""", """{"list_id":"abc","name":"Original"}""", "--name=Override")]
    [InlineData("""{"list_id":"abc","name":"Override"}""", "--name=Override", """{"list_id":"abc","name":"Original"}""")]
    [InlineData("""{"name":"second"}""", "--name=first", "--name=second")]
    [InlineData("""{"name":"a=b"}""", "--name=a=b")]
    [InlineData("""{"name":""}""", "--name=")]
    [InlineData("""{"name":" spaced "}""", "--name= spaced ")]
    [InlineData("""{"name":"@me"}""", "--name", "@me")]
    [InlineData("""{"archived":true,"other":true}""", "--archived", "--other")]
    [InlineData("{}")]
    [InlineData("{}", "[]")]
    [InlineData("{}", "   ")]
    public void FlagsAndPayloadAreOneSetOfArguments(string expected, params string[] words) => AssertMapped(expected, ["tools.call", .. words]);

    [Fact]
    public void JsonMayBeAsDeepAsLuasTablesAndWhatIsDeeperIsCalledDeep()
    {
        const int Deepest = 512;
        AssertMapped($$"""{"params":{{Nested(Deepest - 1)}}}""", "tools.call", $$"""{"params":{{Nested(Deepest - 1)}}}""");
        AssertMapped($$"""{"params":{{Nested(Deepest)}}}""", "tools.call", $"--params={Nested(Deepest)}");
        foreach (var words in new string[][] { [$$"""{"params":{{Nested(Deepest)}}}"""], [$"--params={Nested(Deepest + 1)}"] })
        {
            var error = Assert.Throws<ArgumentMapException>(() => Map(["tools.call", .. words]));
            Assert.Contains("Its objects and lists lie in each other more than 512 deep", error.Message, StringComparison.Ordinal);
        }

        Assert.Contains("It is not valid JSON, from line 1", Assert.Throws<ArgumentMapException>(() => Map(["tools.call", new string('[', Deepest)])).Message, StringComparison.Ordinal);

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Theory]
    [InlineData("name", "007", "\"007\"")]
    [InlineData("name", "true", "\"true\"")]
    [InlineData("name", "null", "\"null\"")]
    [InlineData("name", "{\"a\":1}", "\"{\\\"a\\\":1}\"")]
    [InlineData("nickname", "NULL", "null")]
    [InlineData("kind", "1", "\"1\"")]
    [InlineData("priority", "007", "7")]
    [InlineData("priority", "+7", "7")]
    [InlineData("priority", " 12 ", "12")]
    [InlineData("priority", "-5", "-5")]
    [InlineData("priority", "1e3", "1000")]
    [InlineData("priority", "5.", "5")]
    [InlineData("priority", "1.5", "1.5")]
    [InlineData("priority", "0x1A", "\"0x1A\"")]
    [InlineData("priority", "1_000", "\"1_000\"")]
    [InlineData("priority", "", "\"\"")]
    [InlineData("priority", "99999999999999999999", "99999999999999999999")]
    [InlineData("ratio", "1.50", "1.50")]
    [InlineData("ratio", ".5", "0.5")]
    [InlineData("ratio", "NaN", "\"NaN\"")]
    [InlineData("archived", "TRUE", "true")]
    [InlineData("archived", "yes", "\"yes\"")]
    [InlineData("due", "1767225600", "1767225600")]
    [InlineData("due", "2026-01-01", "\"2026-01-01\"")]
    [InlineData("params", "{\"limit\":5}", "{\"limit\":5}")]
    [InlineData("params", " [1] ", "[1]")]
    [InlineData("params", "limit", "\"limit\"")]
    [InlineData("tags", "[\"a\",\"b\"]", "[\"a\",\"b\"]")]
    [InlineData("other", "5", "5")]
    [InlineData("other", "007", "\"007\"")]
    [InlineData("other", "False", "false")]
    [InlineData("other", "{oops", "\"{oops\"")]
    [InlineData("unheard_of", "5", "5")]
    public void AValueFollowsItsParametersType(string name, string text, string expected)
    {
        AssertMapped($"{{\"{name}\":{expected}}}", "tools.call", $"--{name}={text}");
        AssertMapped($"{{\"{name}\":{expected}}}", "tools.call", "--arg", $"{name}={text}");
    }

    [Theory]
    [InlineData("--priority", "2", "tools.call", "{}")]
    [InlineData("--priority=2", "{}", "tools.call")]
    [InlineData("tools.call", "--priority=2", "{}")]
    [InlineData("tools.call", "{}", "--priority", "2")]
    [InlineData("--priority=2", "tools.call")]
    public void FlagsAndThePayloadStandAnywhere(params string[] words)
    {
        Assert.Equal("tools.call", Read(words).Function);
        AssertMapped("""{"priority":2}""", words);
    }

    [Fact]
    public void AFlagAloneBeforeTheFunctionDoesNotSwallowIt()
    {
        Assert.Equal("tools.call", Read("--archived", "tools.call").Function);
        AssertMapped("""{"name":"x","archived":true}""", "--archived", "tools.call", """{"name":"x"}""");
    }

    [Fact]
    public void WithoutAKnownFunctionTheFirstWordIsItsName()
    {
        var read = Read("--limit", "5", "tools.cal", "{}");
        Assert.Equal("tools.cal", read.Function);
        Assert.Null(read.Tool);
    }

    [Fact]
    public void ABooleanFlagTakesNoWordThatIsNoBoolean()
    {
        AssertMapped("""{"name":"x","archived":true}""", "tools.call", "--archived", """{"name":"x"}""");
        AssertMapped("""{"archived":false}""", "tools.call", "--archived", "false");
    }

    [Theory]
    [InlineData("--arg values must use key=value syntax.", "tools.call", "--arg", "noequals")]
    [InlineData("--arg needs a value: --arg name=value.", "tools.call", "--arg")]
    [InlineData("JSON payload must decode to an object. The argument '\"str\"' was read. It is a text.", "tools.call", "\"str\"")]
    [InlineData("JSON payload must decode to an object. The argument 'null' was read. It is null.", "tools.call", "null")]
    [InlineData("JSON payload must decode to an object. The argument '[1,2]' was read. It is a list.", "tools.call", "[1,2]")]
    [InlineData("JSON payload must decode to an object. The argument '{bad' was read. It is not valid JSON, from line 1, byte 2 on. Keys and texts stand in double quotes: {\"key\":\"value\"}.", "tools.call", "{bad")]
    [InlineData("JSON payload must decode to an object. The argument '{limit:\"x\"}' was read. It is not valid JSON, from line 1, byte 2 on. Keys and texts stand in double quotes: {\"key\":\"value\"}.", "tools.call", "{limit:\"x\"}")]
    [InlineData("JSON payload must decode to an object. The argument '{\"a\":1,}' was read. It is not valid JSON, from line 1, byte 8 on.", "tools.call", "{\"a\":1,}")]
    [InlineData("--params begins like JSON. It is not valid JSON, from line 1, byte 2 on. In a shell, quote it: --params='{\"key\":\"value\"}'", "tools.call", "--params={limit:5}")]
    [InlineData("'-limit' is no flag: a flag has two dashes, such as --limit.", "tools.call", "-limit", "5")]
    [InlineData("'-limit=5' is no flag: a flag has two dashes, such as --limit.", "tools.call", "-limit=5")]
    [InlineData("'--=x' is no flag: a name has to follow the dashes.", "tools.call", "--=x")]
    public void WhatCannotBeMadeOutIsRefused(string message, params string[] words)
        => Assert.Equal(message, Assert.Throws<ArgumentMapException>(() => Map(words)).Message);

    [Theory]
    [InlineData("--params.limit", "params", """kosmo integrations:call tools.call '{"name":"x","params":{"limit":5}}' --json""", "tools.call", "--name=x", "--params.limit=5")]
    [InlineData("--params.a.b", "params", """kosmo integrations:call tools.call '{"params":{"x":1,"a":{"b":"c d","e":true}}}' --json""", "tools.call", """{"params":{"x":1}}""", "--params.a.b=c d", "--params.a.e")]
    [InlineData("--params.x", "params", null, "tools.call", """{"params":{"x":1}}""", "--params.x=2")]
    public void AFlagForWhatLiesWithinAParameterIsRefusedWithTheLineThatIsMeant(string flag, string parameter, string? line, params string[] words)
    {
        var refusal = Assert.Throws<ArgumentMapException>(() => Map(words));
        Assert.Equal($"{flag}: a flag names a parameter, and what lies within {parameter} is given as JSON.", refusal.Message);
        Assert.Equal(line, refusal.Hint);
    }

    [Fact]
    public void AWordTooManyIsFound() => Assert.Equal("two", Read("tools.call", "{}", "two", "three").Excess);

    [Fact]
    public void HelpIsAskedForOnlyWhereItIsNoValue()
    {
        Assert.True(Read("tools.call", "-h").AsksForHelp);
        Assert.False(Read("tools.call", "--name", "-h").AsksForHelp);
    }

    internal static ToolRegistration Define()
    {
        ToolParameter Of(string name, DataType type, bool nullable = false) => new() { Name = name, Type = type, Nullable = nullable };
        var definition = new ToolDefinition
        {
            Name = "call",
            FullName = "tools.tools_call",
            Group = "tests",
            Operation = ToolOperation.Write,
            Description = "Calls.",
            Method = "POST",
            Path = "/calls",
            Parameters =
            [
                Of("list_id", DataType.String()),
                Of("name", DataType.String()),
                Of("nickname", DataType.String(), nullable: true),
                Of("kind", DataType.Enum("Kind", "1", "2")),
                Of("priority", DataType.Integer()),
                Of("ratio", DataType.Number()),
                Of("archived", DataType.Boolean()),
                Of("due", DataType.Timestamp()),
                Of("params", DataType.Object()),
                Of("tags", DataType.Array(DataType.String())),
                Of("other", DataType.Any()),
            ],
        };
        return new ToolRegistration("call", () => definition, static _ => throw new InvalidOperationException("Nothing is called here."));
    }

    [Fact]
    public void OnlyAShortPlainWordIsTakenForTheFirstParameter()
    {
        var tool = MissiveTools.Registry.TryGet("missive.get_task", out var found) ? found.Definition : null;
        Assert.Equal("kosmo integrations:missive get_task --task-id='a b'", HintOf(" a b\n"));
        Assert.Equal("kosmo integrations:missive get_task --task-id='a b'", HintOf("task-id=a b"));
        Assert.Equal("kosmo integrations:missive get_task --task-id=id=5", HintOf("id=5"));
        Assert.Null(HintOf("a\0b"));
        Assert.Null(HintOf(new string('a', 201)));
        Assert.Null(HintOf("{bad"));

        string? HintOf(string payload)
            => Assert.Throws<ArgumentMapException>(() => ArgumentMapper.Map(tool!, Typed(payload), [], new CallLine("integrations:missive get_task", []))).Hint;
    }

    internal static JsonElement Map(params string[] words)
    {
        var read = Read(words);
        return ArgumentMapper.Map(Tool.Definition, Typed(read.Payload), read.Flags, new CallLine("integrations:call tools.call", ["--json"]));
    }

    internal static Payload? Typed(string? payload) => payload is null ? null : new Payload(payload, IsTyped: true);

    private static CallTokens Read(params string[] words) => CallTokens.Read(words, static name => name == "tools.call" ? Tool : null);

    private static void AssertMapped(string expected, params string[] words) => Assert.Equal(expected, Map(words).GetRawText());
}
