using System.Globalization;
using System.Net;
using System.Text.Json;
using CsCheck;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Escaping;

public class TextEscapingTests
{
    [Fact]
    public void A_line_has_no_line_end_and_keeps_every_word() => HostileText.Any.Sample(text =>
    {
        var line = LineText.OneLine(text);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.DoesNotContain(line, c => c != ' ' && char.IsWhiteSpace(c));
        Assert.DoesNotContain("  ", line, StringComparison.Ordinal);
        Assert.Equal(line.Trim(' '), line);
        var words = text.Normalised().Split([.. text.Where(c => char.IsWhiteSpace(c) || char.IsControl(c)), ' '], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(string.Join(' ', words), line);
    });

    [Fact]
    public void Any_text_is_one_JSON_string_with_that_value() => HostileText.Any.Sample(text =>
        Assert.Equal(text.Normalised(), JsonSerializer.Deserialize<string>(JsonText.Quote(text))));

    [Fact]
    public void Any_value_is_read_back_from_JSON_of_one_line_and_of_several() => Values.Any.Sample(value =>
    {
        Assert.Equal(Values.Describe(value), Values.Describe(JsonDocument.Parse(JsonText.Compact(value)).RootElement));
        Assert.Equal(Values.Describe(value), Values.Describe(JsonDocument.Parse(JsonText.Pretty(value)).RootElement));
        Assert.DoesNotContain('\n', JsonText.Compact(value));
    });

    [Fact]
    public void Any_text_is_text_in_HTML_and_in_its_attributes() => HostileText.Any.Sample(text =>
    {
        var html = HtmlText.Text(text);
        Assert.Equal(LineText.OneLine(text), WebUtility.HtmlDecode(html));
        Assert.DoesNotContain(html, c => c is '<' or '>' or '"' or '\'' or '\n' or '\r');
    });

    [Fact]
    public async Task A_shell_takes_any_text_as_one_word_with_that_value()
    {
        var texts = HostileText.Sample;
        var script = string.Concat(texts.Select(t => $"printf '%s\\000' {ShellText.Word(t)}\n"));

        var printed = await Programs.Run("sh", [], script);

        var expected = texts.Select(t => t.Normalised().Replace("\0", "", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, printed.Split('\0')[..^1]);
    }

    [Fact]
    public async Task A_shell_takes_any_call_as_its_program_its_function_and_its_arguments()
    {
        var calls = HostileText.Sample.Select(t => new DataMap([new("some_id", DataScalar.Of(t)), new(t, DataScalar.Of("v"))])).ToList();
        var script = "show() { printf '%s\\000' \"$#\" \"$@\"; }\n"
            + string.Concat(calls.Select(c => ShellText.Command("show", "x.y", c) + "\n"));

        var printed = await Programs.Run("sh", [], script);

        Assert.Equal(calls.Select(Words).SelectMany(words => words.Prepend(words.Length.ToString(CultureInfo.InvariantCulture))), printed.Split('\0')[..^1]);

        static string[] Words(DataMap call)
        {
            var text = ((DataScalar)call.Entries[0].Value).Text;
            var flags = text.Any(char.IsControl)
                ? [JsonText.Compact(call)]
                : new[] { "--some-id=" + text.Normalised(), $"--{text.Normalised().Replace('_', '-')}=v" };
            return ["integrations:call", "x.y", .. flags, "--json"];
        }
    }
}
