using System.Globalization;
using System.Text;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Escaping;

public class LuaEscapingTests
{
    [Fact]
    public void AFunctionNamedLikeAKeywordIsCalledByIndex() =>
        Assert.Equal("app.integrations.demo[\"repeat\"]", LuaText.Path("demo", "repeat"));

    [Fact]
    public async Task Lua_takes_any_text_as_one_string_literal_with_that_value()
    {
        var texts = HostileText.Sample;

        var printed = await RunLua(texts.Select(t => $"return {LuaText.Literal(t)}"));

        Assert.Equal(texts.Select(t => "s" + Hex(t)), printed);
    }

    [Fact]
    public async Task Lua_takes_any_value_as_one_expression_however_it_is_laid_out()
    {
        var values = Values.Sample(300).ToList();
        var narrow = values.Select(v => $"return {LuaText.Value(v, 0, 7, 0)}");
        var wide = values.Select(v => $"return {LuaText.Value(v, 0, -1_000_000, 0)}");

        var printed = await RunLua(narrow.Concat(wide));

        var expected = values.Select(Describe).ToList();
        Assert.Equal(expected.Concat(expected), printed);
    }

    [Fact]
    public async Task Any_text_stays_inside_its_comment()
    {
        var texts = HostileText.Sample;

        var printed = await RunLua(texts.Select(t => $"local x = 'a' --{LuaText.Comment(t)}\n--- {LuaText.Tail(t)}\n---{LuaText.Comment(t)}\nreturn x"));

        Assert.All(printed, value => Assert.Equal("s61", value));
    }

    [Fact]
    public void A_comment_never_begins_with_what_annotations_and_long_comments_begin_with()
    {
        foreach (var text in HostileText.Sample)
        {
            Assert.DoesNotMatch(@"^\s*[@|]|^\[", LuaText.Comment(text));
            Assert.Matches("^([A-Za-z0-9]|# |$)", LuaText.Tail(text));
            Assert.DoesNotContain('\n', LuaText.Comment(text) + LuaText.Tail(text));
        }
    }

    [Fact]
    public async Task Lua_takes_any_text_as_a_key_and_as_a_member()
    {
        var texts = HostileText.Sample.Concat(["end", "goto", "nil", "name", "a1", "_x"]).ToList();

        var printed = await RunLua(texts.Select(t => $"local t = {{ {LuaText.Key(t)} = 'v' }}\nt = {{}}\nt{LuaText.Index(t)} = 'w'\nfor k, v in pairs(t) do return k .. v end"));

        Assert.Equal(texts.Select(t => "s" + Hex(t) + "77"), printed);
    }

    [Fact]
    public void What_is_no_name_is_refused_as_a_name()
    {
        foreach (var text in HostileText.Sample.Where(t => !t.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || t.Length == 0 || char.IsAsciiDigit(t[0])))
        {
            Assert.Throws<ArgumentException>(() => LuaText.Name(text));
        }
    }

    [Fact]
    public async Task A_statement_is_one_call_with_one_table()
    {
        var calls = Values.Sample(200).ToList();

        var printed = await RunLua(calls.Select(c => $"local count = 0\nlocal host = {{ f = function(...) count = count + select('#', ...) return (...) end }}\n{LuaText.Statement("result", "host.f", c)}\nassert(count == 1)\nreturn result"));

        Assert.Equal(calls.Select(Describe), printed);
    }

    /// <summary>What each chunk returns, told by Lua itself in a form that has no syntax to get wrong.</summary>
    private static async Task<IReadOnlyList<string>> RunLua(IEnumerable<string> chunks)
    {
        var script = new StringBuilder("""
            local function show(v)
              if type(v) == "string" then return "s" .. v:gsub(".", function(c) return ("%02x"):format(c:byte()) end) end
              if type(v) ~= "table" then return (type(v) == "number" and ("n%.6g"):format(v)) or tostring(v) end
              local parts = {}
              for k, item in pairs(v) do parts[#parts + 1] = show(k) .. "=" .. show(item) end
              table.sort(parts)
              return "{" .. table.concat(parts, ",") .. "}"
            end

            """);
        foreach (var chunk in chunks)
        {
            // The chunk goes to Lua as bytes in hexadecimal, so that only what is tested decides how it is read.
            script.Append("print(show(assert(load((('").Append(Hex(chunk)).Append("'):gsub('..', function(h) return string.char(tonumber(h, 16)) end)), 'chunk', 't'))()))\n");
        }

        var printed = await Programs.Run("lua5.4", ["-"], script.ToString());
        return printed.Split('\n')[..^1];
    }

    private static string Describe(DataValue value) => value switch
    {
        DataMap map => Table(map.Entries.Select(e => (Key: "s" + Hex(e.Name), e.Value))),
        DataList list => Table(list.Items.Select((item, i) => (Key: "n" + (i + 1).ToString(CultureInfo.InvariantCulture), Value: item))),
        DataScalar { Kind: "string" } text => "s" + Hex(text.Text),
        DataScalar { Kind: "boolean" } flag => flag.Text,
        DataScalar number => "n" + Short(double.Parse(number.Text, CultureInfo.InvariantCulture)),
        _ => throw new InvalidOperationException(value.Kind),
    };

    private static string Table(IEnumerable<(string Key, DataValue Value)> entries) =>
        "{" + string.Join(",", entries.Select(e => $"{e.Key}={Describe(e.Value)}").Order(StringComparer.Ordinal)) + "}";

    /// <summary>As <c>%.6g</c> writes it.</summary>
    private static string Short(double number) => number == 0 || Math.Abs(number) is >= 1e-4 and < 999_999.5
        ? number.ToString("G6", CultureInfo.InvariantCulture)
        : number.ToString("0.#####e+00", CultureInfo.InvariantCulture);

    /// <summary>The bytes that Lua holds for a text: UTF-8, also of half a surrogate pair.</summary>
    private static string Hex(string text)
    {
        var hex = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var rune = char.IsSurrogatePair(text, Math.Min(i, Math.Max(0, text.Length - 1))) && i + 1 < text.Length ? text.Substring(i++, 2) : text[i].ToString();
            var bytes = rune.Length == 1 && char.IsSurrogate(rune[0])
                ? [0xED, (byte)(0x80 | ((rune[0] >> 6) & 0x3F)), (byte)(0x80 | (rune[0] & 0x3F))]
                : Encoding.UTF8.GetBytes(rune);
            hex.Append(Convert.ToHexStringLower(bytes));
        }

        return hex.ToString();
    }
}
