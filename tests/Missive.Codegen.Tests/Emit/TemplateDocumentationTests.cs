using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Missive.Codegen.Emit;
using Missive.Codegen.Emit.Views;
using Missive.Codegen.Model;
using Missive.Codegen.Tests.Emit.Support;
using Scriban.Runtime;
using Xunit;

namespace Missive.Codegen.Tests.Emit;

public class TemplateDocumentationTests
{
    /// <summary>The section of the page for what stands under a member's name.</summary>
    private static readonly Dictionary<string, string> Sections = new(StringComparer.Ordinal)
    {
        ["manifest"] = "manifest", ["group"] = "group", ["groups"] = "group", ["function"] = "function", ["functions"] = "function",
        ["aliases"] = "alias", ["parameters"] = "parameter", ["fields"] = "field", ["adds"] = "field", ["type"] = "type in use", ["cs_type"] = "type in use",
        ["items"] = "type in use", ["types"] = "type", ["argument_types"] = "type", ["result_types"] = "type", ["shared_types"] = "type", ["rules"] = "rule", ["when"] = "condition",
        ["unless"] = "condition", ["response"] = "response", ["paging"] = "paging", ["effects"] = "effects", ["destructive"] = "effect", ["sends_message"] = "effect",
        ["parameter_remarks"] = "remark", ["examples"] = "example", ["sends"] = "request", ["error"] = "error", ["guide"] = "guide", ["sections"] = "section",
        ["blocks"] = "block", ["signatures"] = "signature", ["api"] = "api", ["windows"] = "window", ["credentials"] = "credential", ["settings"] = "setting",
    };

    private static readonly Lazy<MarkdownDocument> Page = new(() =>
        Markdown.Parse(File.ReadAllText(Path.Combine(ManifestFolder.RepositoryRoot, "docs", "templates.md")), new MarkdownPipelineBuilder().UsePipeTables().Build()));

    [Fact]
    public void The_page_lists_every_escaping_function_and_no_other()
    {
        var functions = TemplateFunctions.Create().SelectMany(group => group.Value is ScriptObject members ? members.Select(m => $"{group.Key}.{m.Key}") : [group.Key]);

        Assert.Equal(functions.Order(StringComparer.Ordinal), Rows("Escaping functions").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_lists_every_template_and_no_other()
    {
        var templates = EmbeddedTemplates.Names.Where(n => !n.EndsWith("_shared.scriban", StringComparison.Ordinal));

        Assert.Equal(templates, Rows("Override a template").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_lists_every_member_of_every_view_and_no_other()
    {
        var members = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var view in Views(ManifestFolder.Library.Check()))
        {
            foreach (var name in view.GetMembers())
            {
                Collect(name, ValueOf(view, name), "", members);
            }
        }

        members["parameter"].ExceptWith(members["field"]);
        members["setting"].ExceptWith(members["field"]);
        foreach (var (section, names) in members)
        {
            Assert.Equal((section, string.Join(", ", names)), (section, string.Join(", ", Rows(section).Order(StringComparer.Ordinal))));
        }

        var headings = Page.Value.OfType<HeadingBlock>().Where(h => h.Level == 3).Select(Title).Where(t => t != "Example");
        Assert.Equal(members.Keys, headings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_example_of_the_page_makes_what_the_page_says()
    {
        var fences = Page.Value.OfType<FencedCodeBlock>().ToList();
        var template = fences.Single(f => f.Info == "scriban").Lines.ToString();
        var expected = fences.Single(f => f.Info == "markdown").Lines.ToString();
        var manifest = ManifestFolder.Library.Check();
        manifest = manifest with
        {
            Groups = manifest.Groups.Select(g => g with { Functions = g.Functions.Where(f => f.Name is "list_books" or "delete_book").ToEquatableArray() }).ToEquatableArray(),
        };

        var text = Assert.Single(manifest.Render([Rendering.Kind("function-index")], [new("docs/functions.md.scriban", "docs/templates.md", template)])).Text;

        Assert.Equal(expected, text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd('\n'));
    }

    private static IEnumerable<View> Views(Manifest manifest)
    {
        var whole = new WholeManifest(manifest);
        var kinds = whole.Kinds;
        yield return ManifestViews.Whole(whole);
        yield return ManifestViews.Registry(manifest.Root, RegistryNames.Of(manifest.Root, manifest.Groups));
        foreach (var file in manifest.Groups)
        {
            yield return ManifestViews.Group(manifest.Root, file, kinds);
            foreach (var function in file.Functions)
            {
                yield return ManifestViews.Function(function, file, whole);
            }
        }

        foreach (var file in manifest.Types)
        {
            yield return ManifestViews.Types(manifest.Root, file, manifest.Catalog, kinds);
        }
    }

    private static void Collect(string name, object? value, string owner, SortedDictionary<string, SortedSet<string>> members)
    {
        if (value is ScriptArray list)
        {
            foreach (var item in list)
            {
                Collect(name, item, owner, members);
            }
        }
        else if (value is View view)
        {
            var section = name == "values" ? owner == "type" ? "value" : "condition" : Sections[name];
            if (!members.TryGetValue(section, out var names))
            {
                members.Add(section, names = new(StringComparer.Ordinal));
            }

            names.UnionWith(view.GetMembers());
            foreach (var member in view.GetMembers())
            {
                Collect(member, ValueOf(view, member), section, members);
            }
        }
    }

    private static object? ValueOf(View view, string member)
    {
        Assert.True(view.TryGetValue(null, default, member, out var value));
        return value;
    }

    /// <summary>The code spans in the first column of the first table below a heading.</summary>
    private static IEnumerable<string> Rows(string heading) => Page.Value
        .SkipWhile(b => b is not HeadingBlock h || Title(h) != heading)
        .Skip(1)
        .TakeWhile(b => b is not HeadingBlock)
        .OfType<Table>()
        .First()
        .Skip(1)
        .Select(row => ((CodeInline)((ParagraphBlock)((TableCell)((TableRow)row)[0])[0]).Inline!.Single()).Content);

    private static string Title(HeadingBlock heading) => ((LiteralInline)heading.Inline!.Single()).Content.ToString();
}
