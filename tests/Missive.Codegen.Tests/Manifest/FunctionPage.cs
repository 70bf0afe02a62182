using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Missive.Codegen.Tests.RealManifest;

/// <summary>A rendered function page, read as a Markdown reader shows it.</summary>
internal sealed class FunctionPage
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private readonly MarkdownDocument _page;

    public FunctionPage(string markdown) => _page = Markdown.Parse(markdown, Pipeline);

    public string Title => TextOf(_page.OfType<HeadingBlock>().First());

    public string Description => TextOf(_page.OfType<ParagraphBlock>().First());

    /// <summary>The rows of the parameter table; none when its only row says so.</summary>
    public IReadOnlyList<ReferenceParameter> Parameters
    {
        get
        {
            var section = _page.SkipWhile(b => b is not HeadingBlock heading || TextOf(heading) != "Parameters").Skip(1).TakeWhile(b => b is not HeadingBlock);
            return section.OfType<Table>().FirstOrDefault() is { } table
                ? [.. table.OfType<TableRow>().Where(r => !r.IsHeader).Select(r => r.Cast<TableCell>().Select(TextOf).ToList()).Where(c => c[0] != "No parameters.").Select(c => new ReferenceParameter(c[0], c[1], c[2] == "yes", c[3]))]
                : [];
        }
    }

    /// <summary>What a line such as <c>- Lua path: …</c> says.</summary>
    public string Fact(string label) =>
        _page.OfType<ListBlock>().First().Select(item => TextOf((ListItemBlock)item)).Single(text => text.StartsWith(label + ": ", StringComparison.Ordinal))[(label.Length + 2)..];

    private static string TextOf(Block block)
    {
        IEnumerable<LeafBlock> leaves = block is LeafBlock leaf ? [leaf] : block.Descendants<LeafBlock>();
        return string.Concat(leaves.SelectMany(l => l.Inline!.Descendants()).Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LineBreakInline => "\n",
            _ => "",
        }));
    }
}
