using Missive.Codegen.Emit;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit;

public class ExtensionPointTests
{
    private static readonly TemplateSource HtmlPage = new(
        "html/function.html.scriban",
        "templates/html/function.html.scriban",
        """
        <h1>{{ function.name | html.text }}</h1>
        <p>{{ function.description | html.text }}</p>
        <ul>
        {{~ for p in function.parameters ~}}
        <li title="{{ p.description | html.text }}">{{ p.name | html.text }}</li>
        {{~ end ~}}
        </ul>

        """);

    private static readonly OutputKind Html = new("html-pages", Per.Function, HtmlPage.Name, "html/{name}.html", HeaderStyle.Markup);

    [Fact]
    public void An_output_is_one_template_and_one_line()
    {
        var files = ManifestFolder.Library.Check().Render([Html], [HtmlPage]);

        Assert.Empty(ManifestRenderer.CheckOverrides([HtmlPage], [Html]));
        var page = files.Single(f => f.Path == "html/set_labels.html");
        Assert.Matches("^<!-- Generated from manifest/functions/loans.yaml. Edit that, then build. content [0-9a-f]{16} -->\n", page.Text);
        Assert.EndsWith(
            """
            <h1>set_labels</h1>
            <p>Set the labels of a loan.</p>
            <ul>
            <li title="Loan ID.">loan_id</li>
            <li title="Texts by label.">labels</li>
            </ul>

            """,
            page.Text,
            StringComparison.Ordinal);
        Assert.Equal(ManifestFolder.Library.Check().Groups.Sum(g => g.Functions.Count), files.Count);
    }

    [Fact]
    public void An_output_of_the_user_s_escapes_hostile_texts_like_ours()
    {
        var files = Hostile.Retexted.Hostile.Render([Html], [HtmlPage]);

        Assert.All(files, f => Assert.Equal(Hostile.Retexted.Harmless.Render([Html], [HtmlPage]).Single(h => h.Path == f.Path).Text.Count(c => c == '<'), f.Text.Count(c => c == '<')));
    }

    [Fact]
    public void An_output_stands_beside_ours_and_changes_none_of_them()
    {
        var manifest = ManifestFolder.Library.Check();

        Assert.Equal(manifest.Render(), manifest.Render([.. OutputCatalog.All, Html], [HtmlPage]).Where(f => !f.Path.StartsWith("html/", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_output_without_its_template_is_an_error_that_names_it()
    {
        var result = new ManifestRenderer().Render(ManifestFolder.Library.Check(), [Html], TestContext.Current.CancellationToken).First();

        Assert.Null(result.File);
        Assert.Contains("html/function.html.scriban", result.Diagnostic!.Message, StringComparison.Ordinal);
        Assert.Contains("no such template", result.Diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Per.Manifest, 1)]
    [InlineData(Per.Group, 2)]
    [InlineData(Per.TypeFile, 2)]
    public void An_output_may_be_one_file_a_manifest_a_group_or_a_type_file(Per per, int count)
    {
        var kind = new OutputKind("mine", per, "mine.scriban", "mine/{name}.txt", HeaderStyle.None);
        var files = ManifestFolder.Library.Check().Render([kind], [new("mine.scriban", "mine.scriban", "{{ manifest.title | html.text }}")]);

        Assert.Equal(count, files.Count);
        Assert.All(files, f => Assert.Equal("Library\n", f.Text));
    }

    [Fact]
    public void A_function_is_one_entry_and_shows_in_every_output()
    {
        var folder = ManifestFolder.Library.With(
            "functions/loans.yaml",
            "  - name: set_labels\n",
            """
              - name: end_loan
                operation: write
                description: Take a book back.
                request: DELETE /loans/{loan_id}
                parameters:
                  - {name: loan_id, type: string, required: true, description: Loan ID., in: path}
                source: documented
                examples:
                  - title: End a loan
                    args: {loan_id: loan_1}
                    sends:
                      - request: DELETE /loans/loan_1
                  - title: End another loan
                    args: {loan_id: loan_2}
                    sends:
                      - request: DELETE /loans/loan_2

              - name: set_labels

            """.ReplaceLineEndings("\n"));
        folder = folder.With("guide.yaml", "[update_books, archive_book, delete_book]", "[update_books, archive_book, delete_book, end_loan]");
        var before = ManifestFolder.Library.Check().Render();

        var after = folder.Check().Render();

        Assert.Equal(
            OutputCatalog.All.Where(k => k.Per == Per.Function).Select(k => k.PathFor("end_loan")),
            after.Select(f => f.Path).Except(before.Select(f => f.Path)));
        foreach (var kind in OutputCatalog.All.Where(k => k.Per != Per.TypeFile))
        {
            Assert.Contains(folder.Check().Render([kind]), f => f.Text.Contains("end_loan", StringComparison.Ordinal));
        }

        CSharp.Compile(after);
        var changed = after.Where(f => before.All(b => b.Path != f.Path || b.Text != f.Text)).Select(f => f.Path);
        Assert.Equal(after.Where(f => f.Text.Contains("end_loan", StringComparison.Ordinal)).Select(f => f.Path), changed);
    }

    [Fact]
    public void A_description_changes_only_the_files_that_mention_it()
    {
        var before = ManifestFolder.Library.Check().Render();
        var after = ManifestFolder.Library.With("types/books.yaml", "description: Year of birth.", "description: Year in which she was born.").Check().Render();

        Assert.Equal(
            [
                "csharp/types/books.g.cs", "docs/functions/create_books.md", "docs/functions/get_books.md", "lua/library/library.lua",
                "schemas/create_books.schema.json", "schemas/tools.json",
            ],
            after.Except(before).Select(f => f.Path).Order(StringComparer.Ordinal));
    }
}
