using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.RealManifest;

/// <summary>The links from page to page, those of generated pages included.</summary>
public sealed class PageLinkTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static TheoryData<string> Pages =>
    [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "build/README.md",
        .. Under("docs", SearchOption.TopDirectoryOnly), .. Under("generated/docs", SearchOption.AllDirectories),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkLeadsToAFileAndASectionThatAreThere(string page)
    {
        foreach (var link in Parse(page).Descendants<LinkInline>().Select(link => link.Url!).Where(url => !url.Contains("://", StringComparison.Ordinal)))
        {
            var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var target = path.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, path));
            var whole = Repository.PathOf(target);
            Assert.True(File.Exists(whole) || (Directory.Exists(whole) && anchor is null), $"{page}: {link} leads to no file.");
            Assert.True(anchor is null || Anchors(target).Contains(anchor), $"{page}: {link} leads to no heading.");
        }
    }

    private static IEnumerable<string> Under(string folder, SearchOption depth) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.md", depth).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The names that code hosts give to headings: small letters, without punctuation, blanks as hyphens.</summary>
    private static IEnumerable<string> Anchors(string page) => Parse(page).OfType<HeadingBlock>().Select(heading =>
        string.Concat(heading.Inline!.Descendants<LeafInline>().Select(part => part is CodeInline code ? code.Content : part.ToString()))
            .ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ').Select(c => c == ' ' ? '-' : c).ToArray()).Select(letters => new string(letters));

    private static MarkdownDocument Parse(string page) => Markdown.Parse(Repository.ReadText(page), Pipeline);
}
