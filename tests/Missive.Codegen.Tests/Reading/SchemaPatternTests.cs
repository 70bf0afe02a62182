using System.Text.RegularExpressions;
using CsCheck;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Xunit;

namespace Missive.Codegen.Tests.Reading;

/// <summary>The reader checks names by hand, for speed; the patterns that editors get have to mean the same.</summary>
public sealed class SchemaPatternTests
{
    private static readonly Gen<string> Names = Gen.Char["abzABZ019_.-"].Array[1, 8].Select(chars => new string(chars));

    private static readonly Gen<string> Requests = Gen.Select(
        OneOf("GET ", "POST ", "PUT ", "PATCH ", "DELETE ", "get ", "HEAD ", "GET", "GET  ", ""),
        OneOf("/", "{", "{a}", "/{a_b}", "x", ""),
        Gen.Char["a1_-{}/?&=%#\\~ "].Array[0, 8],
        (method, start, rest) => method + start + new string(rest));

    [Fact]
    public void SnakeCaseNames() => AssertAgree(Names, PatternShape.SnakeCase);

    [Fact]
    public void PascalCaseNames() => AssertAgree(Names, PatternShape.PascalCase);

    [Fact]
    public void Namespaces() => AssertAgree(Names, PatternShape.Namespace);

    [Fact]
    public void EnvironmentVariables() => AssertAgree(Names, PatternShape.EnvironmentVariable);

    /// <summary>A pattern that also left out Lua's keywords would tell an editor's user nothing of why.</summary>
    [Theory]
    [InlineData("task", true, true)]
    [InlineData("task_2", true, true)]
    [InlineData("Task", false, false)]
    [InlineData("task_", false, false)]
    [InlineData("2nd", false, false)]
    [InlineData("end", true, false)]
    public void Variables(string text, bool matches, bool isRead) => AssertBoth(text, matches, isRead, PatternShape.Variable);

    /// <summary>That the rest of a URL is sound no pattern can tell.</summary>
    [Theory]
    [InlineData("https://api.example.test/v1", true, true)]
    [InlineData("http://localhost:8080", true, true)]
    [InlineData("https://[::1]/?q=a#b", true, true)]
    [InlineData("ftp://example.test", false, false)]
    [InlineData("api.example.test", false, false)]
    [InlineData("/v1", false, false)]
    [InlineData("HTTPS://example.test", false, false)]
    [InlineData(" https://example.test", false, false)]
    [InlineData("https://", true, false)]
    [InlineData("https://a b", true, false)]
    public void Urls(string text, bool matches, bool isRead) => AssertBoth(text, matches, isRead, PatternShape.Url);

    [Fact]
    public void RequestLines() => AssertAgree(Requests, RequestLineShape.Any);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void AssertBoth<T>(string text, bool matches, bool isRead, Shape<T> shape)
    {
        Assert.Equal(matches, PatternOf(shape).IsMatch(text));
        Assert.Equal(isRead, IsRead(shape, text));
    }

    private static Regex PatternOf<T>(Shape<T> shape) => new(((DataScalar)shape.Describe(new SchemaDefinitions())["pattern"]!).Text, RegexOptions.ECMAScript);

    private static void AssertAgree<T>(Gen<string> texts, Shape<T> shape)
    {
        var regex = PatternOf(shape);
        texts.Sample(text => Assert.Equal(regex.IsMatch(text), IsRead(shape, text)), iter: 5_000);
    }

    private static bool IsRead<T>(Shape<T> shape, string text)
    {
        var sink = new DiagnosticSink("any.yaml");
        var yaml = new YamlCursor($"'{text}'", sink);
        yaml.Start();
        shape.TryRead(yaml, out _);
        return sink.ErrorCount == 0;
    }
}
