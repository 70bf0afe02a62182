using System.Text;
using System.Text.Json;

namespace Missive.Codegen.Runtime.Tests;

public sealed class ToolAnswerTests
{
    [Fact]
    public void WhatWasWrittenIsItsTextAndItsValue()
    {
        var answer = ToolAnswer.Write(5, static (writer, number) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", number);
            writer.WriteString("text", "é <b>");
            writer.WriteEndObject();
        });

        Assert.Equal("""{"number":5,"text":"é <b>"}""", Encoding.UTF8.GetString(answer.Utf8));
        Assert.Equal(5, answer.Json.GetProperty("number").GetInt32());
        Assert.Equal("é <b>", answer.Json.GetProperty("text").GetString());
    }

    [Fact]
    public void AnAnswerThatIsKeptIsNotChangedByTheNext()
    {
        var first = ToolAnswer.Write("first", static (writer, text) => writer.WriteStringValue(text));
        ToolAnswer.Write("other", static (writer, text) => writer.WriteStringValue(text));
        Assert.Equal("\"first\"", Encoding.UTF8.GetString(first.Utf8));
        Assert.Equal("first", first.Json.GetString());
    }

    [Fact]
    public void WhatWasParsedKeepsTheBytesThatItCameWith()
    {
        ToolAnswer answer = JsonElement.Parse("""[ 1.50, "\u00e9" ]""");
        Assert.Equal("""[ 1.50, "\u00e9" ]""", Encoding.UTF8.GetString(answer.Utf8));
        Assert.Equal(2, answer.Json.GetArrayLength());
    }

    [Fact]
    public void NothingHasNoTextAndNoValue()
    {
        ToolAnswer answer = default(JsonElement);
        Assert.True(answer.Utf8.IsEmpty);
        Assert.Equal(JsonValueKind.Undefined, answer.Json.ValueKind);
    }
}
