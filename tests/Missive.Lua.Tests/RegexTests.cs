using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

public sealed class RegexTests
{
    [Theory]
    [InlineData("""regex.match("hello world 42", "(\\w+) (\\d+)")""", """["world 42","world","42"]""")]
    [InlineData("""regex.match("a 1", "(\\d+)")""", """["1","1"]""")]
    [InlineData("""regex.match("abc", "[a-b]+")""", """["ab"]""")]
    [InlineData("""regex.match("a#b", "#b")""", """["#b"]""")]
    [InlineData("""regex.match("x/y", "x/y")""", """["x/y"]""")]
    [InlineData("""regex.match("ABC", "#abc#i")""", """["ABC"]""")]
    [InlineData("""regex.match("ABC", "{abc}i")""", """["ABC"]""")]
    [InlineData("""regex.match("a\nb", "/^b$/m")""", """["b"]""")]
    [InlineData("""regex.match("a\nb", "/a.b/s")""", """["a\nb"]""")]
    [InlineData("""regex.match("ab", "/ a  b # both/x")""", """["ab"]""")]
    [InlineData("""regex.match("xab", "/ab/A")""", "null")]
    [InlineData("""regex.match("ab\n", "/ab$/")""", """["ab"]""")]
    [InlineData("""regex.match("ab\n", "/ab$/D")""", "null")]
    [InlineData("""regex.match("größe 5", "/(\\w+) (\\d)/")""", """["größe 5","größe","5"]""")]
    [InlineData("""regex.gsub("aaa", "a", "b", 2)""", "\"bba\"")]
    [InlineData("""regex.gsub("a1", "([a-z])(\\d)", "\\2${1}$0$9")""", "\"1aa1\"")]
    [InlineData("""regex.gsub("a", "a", "\\\\")""", "\"\\\\\"")]
    [InlineData("""regex.gsub("🙂 x", "x", "🙃")""", "\"🙂 🙃\"")]
    public void PatternsNeedNoDelimiters(string call, string result)
        => Assert.Equal(Normal($"[{result}]"), Normal(Script.Result($"return {call}")));

    [Theory]
    [InlineData("""regex.match("ac", "(a)(b)?(c)")""", """["ac","a","","c"]""")]
    [InlineData("""regex.match("a", "(a)(b)?(c)?")""", """["a","a"]""")]
    [InlineData("""regex.match("a", "(a)(b)?", 512)""", """["a","a",null]""")]
    [InlineData("""regex.match("éa", "(a)(b)?", 256)""", """[["a",2],["a",2]]""")]
    [InlineData("""regex.match("éa", "(x)?a", 768)""", """[["a",2],[null,-1]]""")]
    [InlineData("""regex.match("a", "a", 4)""", """["a"]""")]
    [InlineData("""regex.match_all("a1b", "([a-z])(\\d)?")""", """[["a1","b"],["a","b"],["1",""]]""")]
    [InlineData("""regex.match_all("éa1a", "a(\\d)?", 258)""", """[[["a1",2],["1",3]],[["a",4]]]""")]
    public void GroupsThatTookNoPartAndPlacesAreAsInPhp(string call, string result) => Assert.Equal($"[{result}]", Script.Result($"return {call}"));

    [Fact]
    public void GroupsAreNumberedInTheirOrderAndNamedOnesHaveTheirNameToo()
    {
        Assert.Equal("2026\t05\t2026\t05", Script.Output("""
            local m = regex.match("on 2026-05", "(?<year>\\d+)-(\\d+)")
            print(m[2], m[3], m.year, "05")
            """));
        Assert.Equal("ab\tab", Script.Output("""
            print(regex.match("abab", "(?P<pair>ab)(?P=pair)").pair, regex.match("xabab", "(x)(?<pair>ab)\\2").pair)
            """));
        Assert.Equal("1\t2", Script.Output("""local all = regex.match_all("a1 b2", "[a-z](?<n>\\d)") print(all.n[1], all[2][2])"""));
    }

    [Fact]
    public void ClassesOfPosixAndOfPcreAreKnown()
    {
        Assert.Equal("""[["ab1"]]""", Script.Result("""return regex.match("- ab1", "[[:alnum:]]+")"""));
        Assert.Equal("\"a_b\"", Script.Result("""return regex.gsub("a \tb", "\\h+", "_")""")[1..^1]);
        Assert.Equal("\"a|b|c\"", Script.Result("""return regex.gsub("a\r\nb\nc", "\\R", "|")""")[1..^1]);
        Assert.Equal("\"x\"", Script.Result("""return regex.gsub("☺", "\\x{263a}", "x")""")[1..^1]);
    }

    [Fact]
    public void BytesThatAreNotUtf8AreSearchedAsBytes()
        => Assert.Equal("3\t255", Script.Output("""local s = regex.gsub("a\xff\xfe", "\\xfe", "b") print(#s, s:byte(2))"""));

    [Theory]
    [InlineData("regex.match('x')", "regex.match: expected string pattern, got nil")]
    [InlineData("regex.match(5, 'x')", "regex.match: expected string subject, got number")]
    [InlineData("regex.gsub('x', 'x')", "regex.gsub: expected string replacement, got nil")]
    [InlineData("regex.match('x', '(')", "regex.match: the pattern is not valid: ")]
    [InlineData("regex.match('x', '/x/U')", "regex.match: the modifier 'U' is not available; there are i, m, s, x, u, A and D")]
    [InlineData("regex.match_all('x', 'x', 3)", "regex.match_all: the flags have to be 1 or 2, and 256 or 512 added to them")]
    public void WhatIsNoPatternIsAnError(string call, string message)
    {
        var failure = Script.Failure(call);
        Assert.StartsWith($"script:1: {message}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(LuaFailureCodes.Pattern, failure.Code);
    }

    [Theory]
    [InlineData("/([[:alpha:]]+(a/i", "at its end: Not enough )'s.")]
    [InlineData("(x)[[:alpha:]]*+y", "after character 16: Nested quantifier '+'.")]
    [InlineData("(a)(b{3,1})c", "after character 10: Illegal {x,y} with x > y.")]
    [InlineData("#(a)(b{3,1})c#", "after character 11: Illegal {x,y} with x > y.")]
    public void APatternThatIsNoneIsShownAsItWasWritten(string pattern, string reason)
        => Assert.Equal($"script:1: regex.match: the pattern is not valid: \"{pattern}\", {reason}", Script.Failure($"regex.match('x', '{pattern}')").Message);

    [Fact]
    public void APatternThatTakesTooLongIsAnErrorAndTheScriptGoesOn()
    {
        var output = Script.Output("""
            local ok, message = pcall(regex.match, ("a"):rep(40), "^(a+)+$b")
            print(ok, message.code)
            """);
        Assert.Equal("false\tpattern", output);
    }

    private static string Normal(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();
}
