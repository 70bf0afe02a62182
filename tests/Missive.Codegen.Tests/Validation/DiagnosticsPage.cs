using Markdig;
using Markdig.Syntax;
using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Validation;

/// <summary>docs/diagnostics.md: a section a rule, with bad and good examples.</summary>
internal static class DiagnosticsPage
{
    public static IReadOnlyList<DiagnosticsSection> Sections { get; } = Read();

    private static List<DiagnosticsSection> Read()
    {
        var text = Repository.ReadText("docs/diagnostics.md");
        var sections = new List<DiagnosticsSection>();
        foreach (var block in Markdown.Parse(text))
        {
            switch (block)
            {
                case HeadingBlock { Level: 2 } heading:
                    sections.Add(new(Source(text, heading).TrimStart('#', ' ')));
                    break;
                case FencedCodeBlock { Info: "yaml" } code:
                    var words = code.Arguments!.Split(' ');
                    Assert.True(words is [_, "bad" or "good"], $"An example says its file and whether it is bad or good; found '{code.Arguments}'.");
                    sections[^1].Add(words[0], words[1] == "bad", code.Lines.ToString() + "\n");
                    break;
                case ParagraphBlock paragraph when sections.Count > 0:
                    sections[^1].Paragraphs.Add(Source(text, paragraph));
                    break;
            }
        }

        return sections;
    }

    private static string Source(string text, Block block) => text.Substring(block.Span.Start, block.Span.Length);
}

/// <summary>The section of one rule.</summary>
/// <param name="id">The heading: the rule's id.</param>
internal sealed class DiagnosticsSection(string id)
{
    public string Id => id;

    public List<string> Paragraphs { get; } = [];

    /// <summary>The files of the bad example.</summary>
    public List<ExampleFile> Bad { get; } = [];

    /// <summary>The files of the good example.</summary>
    public List<ExampleFile> Good { get; } = [];

    public void Add(string path, bool isBad, string text) => (isBad ? Bad : Good).Add(new(path, text));
}

/// <summary>A file of an example.</summary>
internal sealed record ExampleFile(string Path, string Text)
{
    /// <summary>The lines that carry <paramref name="id"/> in a comment at their end; the first line when none does.</summary>
    public IReadOnlyList<int> LinesMarked(string id)
    {
        var marked = Text.Split('\n').Select((line, index) => (line, index)).Where(l => l.line.EndsWith("# " + id, StringComparison.Ordinal)).Select(l => l.index + 1).ToList();
        return marked.Count > 0 ? marked : [1];
    }
}
