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

    [Fact]
    public void RequestLines() => AssertAgree(Requests, RequestLineShape.Any);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void AssertAgree<T>(Gen<string> texts, Shape<T> shape)
    {
        var pattern = (DataScalar)shape.Describe(new SchemaDefinitions())["pattern"]!;
        var regex = new Regex(pattern.Text, RegexOptions.ECMAScript);
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
