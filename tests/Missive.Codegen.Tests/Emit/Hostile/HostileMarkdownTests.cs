using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Hostile;

public class HostileMarkdownTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().Build();

    [Theory]
    [InlineData("guide")]
    [InlineData("function-pages")]
    [InlineData("function-index")]
    public void Headings_tables_rows_lists_and_fences_stay_as_they_are(string kind)
    {
        var harmless = Retexted.Harmless.Render(kind);

        Assert.Equal(harmless.Select(f => (f.Path, Structure(f.Text))), Retexted.Hostile.Render(kind).Select(f => (f.Path, Structure(f.Text))));
    }

    [Theory]
    [InlineData("guide")]
    [InlineData("function-pages")]
    [InlineData("function-index")]
    public void What_counts_only_at_the_start_of_a_text_changes_nothing(string kind)
    {
        var harmless = Retexted.Harmless.Render(kind).Select(f => (f.Path, Structure(f.Text))).ToList();

        Assert.All(Retexted.Beginnings, manifest => Assert.Equal(harmless, manifest.Render(kind).Select(f => (f.Path, Structure(f.Text)))));
    }

    [Fact]
    public void Every_text_of_a_page_reads_as_it_was_written()
    {
        var pages = Retexted.Hostile.Render("function-pages");
        foreach (var function in Retexted.Hostile.Groups.SelectMany(g => g.Functions))
        {
            var page = pages.Single(f => f.Path == $"docs/functions/{function.Name}.md");
            var blocks = Markdown.Parse(page.Text, Pipeline);
            var texts = blocks.Descendants<ParagraphBlock>().Select(b => Text(b.Inline!)).ToList();
            var headings = blocks.Descendants<HeadingBlock>().Select(b => Text(b.Inline!)).ToList();

            Assert.Contains(LineText.OneLine(function.Description), texts);
            Assert.All(function.Notes!.Split('\n').Select(LineText.OneLine), (note, i) => Assert.Contains(i == 0 ? "Notes: " + note : note, texts));
            Assert.All(function.Examples, e => Assert.Contains(LineText.OneLine(e.Title), headings));
            Assert.All(function.Parameters, p => Assert.Contains(LineText.OneLine(p.Description), texts));
        }
    }

    /// <summary>What kinds of blocks and inlines there are, and where; of a table its rows and cells, of a fence its language.</summary>
    private static string Structure(string markdown) => string.Concat(Markdown.Parse(markdown, Pipeline).Select(Describe));

    private static string Describe(Block block) => block switch
    {
        HeadingBlock heading => $"h{heading.Level}({Describe(heading.Inline)})",
        FencedCodeBlock fence => $"fence({fence.Info})",
        LinkReferenceDefinitionGroup => throw new InvalidOperationException("A text became the definition of a link."),
        LeafBlock leaf => $"{leaf.GetType().Name}({Describe(leaf.Inline)})",
        Table table => $"table({table.Count}x{table.ColumnDefinitions.Count}:{string.Concat(table.Select(Describe))})",
        ContainerBlock container => $"{container.GetType().Name}({string.Concat(container.Select(Describe))})",
        _ => block.GetType().Name,
    };

    private static string Describe(ContainerInline? inlines)
    {
        var parts = new List<string>();
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            var part = inline switch
            {
                LiteralInline or HtmlEntityInline => "text",
                HtmlInline { Tag: "<code>" } => "code",
                HtmlInline { Tag: "</code>" } => "",
                CodeInline => "code",
                LinkInline link => $"link({link.Url},{Describe(link)})",
                ContainerInline container => $"{container.GetType().Name}({Describe(container)})",
                _ => inline.GetType().Name,
            };
            var isInCode = parts.Count > 0 && parts[^1] == "code" && part == "text" && inline.PreviousSibling is HtmlInline or LiteralInline && IsInHtmlCode(inline);
            if (part.Length > 0 && !isInCode && !(part == "text" && parts.Count > 0 && parts[^1] == "text"))
            {
                parts.Add(part);
            }
        }

        return string.Join(",", parts);
    }

    private static bool IsInHtmlCode(Inline inline)
    {
        for (var before = inline.PreviousSibling; before is not null; before = before.PreviousSibling)
        {
            if (before is HtmlInline html)
            {
                return html.Tag == "<code>";
            }
        }

        return false;
    }

    private static string Text(ContainerInline inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline code => code.Content,
        ContainerInline container => Text(container),
        _ => "",
    }));
}
