using System.Text.Json;
using CsCheck;
using Kosmo.Output;

namespace Kosmo.Tests.Output;

/// <summary>JSON as kosmo prints it.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("Grüße 😀 日本 / <b> ' &", "\"Grüße 😀 日本 / <b> ' &\"")]
    [InlineData("a\u001b[31m\u009b\u007f\u2028\u2029", "\"a\\u001b[31m\\u009b\\u007f\\u2028\\u2029\"")]
    [InlineData("\"\\\n\r\t\b\f\0", "\"\\\"\\\\\\n\\r\\t\\b\\f\\u0000\"")]
    public void TextsStayReadableAndCannotSteerTheTerminal(string text, string expected)
        => Assert.Equal(expected, Json.Compact(writer => writer.WriteStringValue(text)));

    [Fact]
    public void NothingIsShownInAnotherOrderThanItHas()
    {
        Assert.Equal("\"to \\u202etest.example@\\u2066\"", Json.Compact(static writer => writer.WriteStringValue("to \u202etest.example@\u2066")));
        Assert.Equal("to \ufffdtest.example@\ufffd", PlainText.OneLine("to \u202etest.example@\u2066"));
        Assert.Equal("a\u200db", PlainText.Of("a\u200db"));
        Assert.Equal("one\ntwo\ufffd", PlainText.Of("one\r\ntwo\r"));
    }

    [Fact]
    public void WhatIsPrintedIsReadBack() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["\0\n\u001b\"\\a\u0080\u00e9\u2028\ud83d\ude00"], 0, 10]).Sample(
        text =>
        {
            var printed = Json.Compact(writer => writer.WriteStringValue(text));
            Assert.DoesNotContain(printed, static c => char.IsControl(c));

            // Half a pair is no character; the framework replaces it wherever text becomes JSON.
            var expected = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
            Assert.Equal(expected, JsonElement.Parse(printed).GetString());
        },
        iter: 10_000);

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("two words", 5, "two|words")]
    [InlineData("unbreakable", 4, "unbr|eaka|ble")]
    [InlineData("ab😀cd", 3, "ab|😀c|d")]
    [InlineData("", 4, "")]
    public void LinesAreBrokenAtBlanks(string text, int width, string expected)
        => Assert.Equal(expected, string.Join('|', TextWrap.Lines(text, width)));

    [Fact]
    public void ATableIsAsNarrowAsTheTerminal()
    {
        var table = new TextTable("Name", "Description");
        table.Add("one", "A long description of what this is, which does not fit into the line.");
        table.Add("two", "Short.\nIn two lines.");
        using var wide = new StringWriter { NewLine = "\n" };
        table.Print(wide, null, Style.None);
        Assert.Contains("| one  | A long description of what this is, which does not fit into the line. |\n", wide.ToString(), StringComparison.Ordinal);
        using var narrow = new StringWriter { NewLine = "\n" };
        table.Print(narrow, 40, Style.None);
        string[] lines = [.. narrow.ToString().TrimEnd('\n').Split('\n')];
        Assert.All(lines, static line => Assert.Equal(40, line.Length));
        Assert.Contains("| two  | Short.                        |", lines);
        Assert.Contains("|      | In two lines.                 |", lines);
    }
}
