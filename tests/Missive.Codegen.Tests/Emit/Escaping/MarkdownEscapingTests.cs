using CsCheck;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Escaping;

public class MarkdownEscapingTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists().Build();

    [Fact]
    public void Any_text_is_a_paragraph_in_which_nothing_is_markup() => HostileText.Any.Where(HasWords).Sample(text =>
    {
        var block = Assert.Single(Parse(MarkdownText.Text(text)));
        Assert.Equal(LineText.OneLine(text), PlainText(Assert.IsType<ParagraphBlock>(block).Inline!));
    });

    [Fact]
    public void Any_text_is_a_heading_an_item_of_a_list_and_a_word_in_bold() => HostileText.Any.Where(HasWords).Sample(text =>
    {
        var blocks = Parse($"## {MarkdownText.Text(text)}\n\n- {MarkdownText.Text(text)}\n\n**a: {MarkdownText.Text(text)}**\n");

        Assert.Equal(3, blocks.Count);
        Assert.Equal(LineText.OneLine(text), PlainText(Assert.IsType<HeadingBlock>(blocks[0]).Inline!));
        var item = Assert.IsType<ListItemBlock>(Assert.Single(Assert.IsType<ListBlock>(blocks[1])));
        Assert.Equal(LineText.OneLine(text), PlainText(Assert.IsType<ParagraphBlock>(Assert.Single(item)).Inline!));
        var bold = Assert.IsType<EmphasisInline>(Assert.Single(Assert.IsType<ParagraphBlock>(blocks[2]).Inline!));
        Assert.Equal("a: " + LineText.OneLine(text), PlainText(bold));
    });

    [Fact]
    public void Any_text_stays_in_its_cell() => HostileText.Any.Sample(text =>
    {
        var cell = MarkdownText.Cell(text);
        var blocks = Parse($"| A | B | C |\n|---|---|---|\n| 1 | {cell} | 3 |\n| 4 | 5 | {cell} |\n");

        var table = Assert.IsType<Table>(Assert.Single(blocks));
        var rows = table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(CellText).ToArray()).ToArray();
        Assert.Equal([["A", "B", "C"], ["1", LineText.OneLine(text), "3"], ["4", "5", LineText.OneLine(text)]], rows);
    });

    [Fact]
    public void Any_text_is_bold_at_the_end_of_a_cell() => HostileText.Any.Where(HasWords).Sample(text =>
    {
        var row = MarkdownText.Row(["1", new object?[] { text, "a: " + text }, new object?[] { text, null }]);
        var table = Assert.IsType<Table>(Assert.Single(Parse($"| A | B | C |\n|---|---|---|\n{row}\n")));

        var line = LineText.OneLine(text);
        var cells = ((TableRow)table[1]).Cast<TableCell>().ToArray();
        Assert.Equal(3, cells.Length);
        var bold = Assert.Single(Assert.IsType<ParagraphBlock>(Assert.Single(cells[1])).Inline!.OfType<EmphasisInline>());
        Assert.Equal((2, ("a: " + line).Trim()), (bold.DelimiterCount, PlainText(bold)));
        bold.Remove();
        Assert.Equal(["1", line.Trim(), line], cells.Select((c, i) => i == 1 ? CellText(c).Trim() : CellText(c)));
    });

    [Fact]
    public void Any_text_is_one_code_span_in_a_paragraph_and_in_a_cell() => HostileText.Any.Where(HasWords).Sample(text =>
    {
        var code = MarkdownText.Code(text);
        var paragraph = Assert.IsType<ParagraphBlock>(Assert.Single(Parse($"a {code} b")));
        Assert.Equal($"a {LineText.OneLine(text)} b", PlainText(paragraph.Inline!));

        var table = Assert.IsType<Table>(Assert.Single(Parse($"| A | B |\n|---|---|\n| {code} | 2 |\n")));
        Assert.Equal([LineText.OneLine(text), "2"], ((TableRow)table[1]).Cast<TableCell>().Select(CellText));
    });

    [Fact]
    public void Any_code_stays_in_its_fence() => Gen.Select(HostileText.Whole, HostileText.Any).Sample((text, language) =>
    {
        // A line end within the code is the code's own; CommonMark reads a lone CR as one too.
        var code = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '0');
        var blocks = Parse($"before\n\n{MarkdownText.Fence(language, code)}\n\nafter\n");

        Assert.Equal(3, blocks.Count);
        Assert.Equal(code, Assert.IsType<FencedCodeBlock>(blocks[1]).Lines.ToString());
    });

    [Fact]
    public void Any_text_is_part_of_a_link_and_nothing_else() => HostileText.Any.Sample(text =>
    {
        var paragraph = Assert.IsType<ParagraphBlock>(Assert.Single(Parse($"[name](functions/{MarkdownText.Url(text)}.md)")));
        var link = Assert.IsType<LinkInline>(Assert.Single(paragraph.Inline!));
        Assert.Equal($"functions/{text.Normalised()}.md", Uri.UnescapeDataString(link.Url!));
    });

    [Fact]
    public void Prose_keeps_its_lines_and_loses_only_what_no_text_file_holds() => HostileText.Any.Sample(text =>
    {
        var prose = MarkdownText.Prose(text);
        Assert.DoesNotContain(prose, c => c != '\n' && char.IsControl(c));
        Assert.Equal(prose, prose.Normalised());
        Assert.Equal(LineText.OneLine(text), LineText.OneLine(prose));
    });

    [Theory]
    [InlineData("snake_case and `code`", "snake_case and \\`code\\`")]
    [InlineData("Filter: \"open\" (default: 25).", "Filter: \"open\" (default: 25).")]
    [InlineData("https://example.test/v1?a=1&b=2", "https://example.test/v1?a=1\\&b=2")]
    public void Text_is_escaped_only_where_it_has_to_be(string text, string expected) => Assert.Equal(expected, MarkdownText.Text(text));

    private static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    private static bool HasWords(string text) => LineText.OneLine(text).Length > 0;

    private static string CellText(TableCell cell) =>
        cell.Count == 0 ? "" : PlainText(Assert.IsType<ParagraphBlock>(Assert.Single(cell)).Inline!);

    /// <summary>The text that a reader sees; fails on whatever is neither text nor code.</summary>
    private static string PlainText(ContainerInline inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline code => code.Content,
        HtmlInline { Tag: "<code>" or "</code>" } => "",
        _ => throw new InvalidOperationException($"The text became a {inline.GetType().Name}."),
    }));
}
