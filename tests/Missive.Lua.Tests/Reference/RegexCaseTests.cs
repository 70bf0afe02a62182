using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests.Reference;

/// <summary>What the reference's host is known to do with patterns.</summary>
public sealed class RegexCaseTests
{
    [Theory]
    [InlineData("""regex.match("hello world 42", "/(\\w+) (\\d+)/")""", """["world 42","world","42"]""")]
    [InlineData("""regex.match("no digits here", "/\\d+/")""", "null")]
    [InlineData("""regex.match_all("foo123bar456baz", "/(\\d+)/")""", """[["123","456"],["123","456"]]""")]
    [InlineData("""regex.match_all("foo123bar456baz", "/([a-z]+)(\\d+)/", 2)""", """[["foo123","foo","123"],["bar456","bar","456"]]""")]
    [InlineData("""regex.match_all("none", "/\\d/")""", "[]")]
    [InlineData("""regex.gsub("  hello   world  ", "/\\s+/", " ")""", "\" hello world \"")]
    [InlineData("""regex.gsub("aaa", "/a/", "b", 2)""", "\"bba\"")]
    [InlineData("""regex.gsub("john smith", "/(\\w+) (\\w+)/", "$2, $1")""", "\"smith, john\"")]
    [InlineData("""regex.gsub("aaa", "/a/", "b", 0)""", "\"aaa\"")]
    public void PatternsWithDelimitersBehaveAsInPhp(string call, string result) => Assert.Equal($"[{result}]", Script.Result($"return {call}"));
}
