using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit;

public class TemplateOverrideTests
{
    [Fact]
    public void An_override_takes_the_place_of_our_template()
    {
        var mine = new TemplateSource("docs/functions.md.scriban", "templates/docs/functions.md.scriban", "# Mine\n{{ for f in functions }}* {{ f.name | md.text }}\n{{ end }}");

        var file = Assert.Single(ManifestFolder.Library.Check().Render([Rendering.Kind("function-index")], [mine]));

        Assert.Equal("docs/functions.md", file.Path);
        Assert.Contains("\n# Mine\n* list_books\n* get_books\n", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alias of", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_override_leaves_the_other_outputs_as_they_are()
    {
        var manifest = ManifestFolder.Library.Check();
        var mine = new TemplateSource("docs/functions.md.scriban", "mine.scriban", "mine");

        var ours = manifest.Render().Where(f => f.Path != "docs/functions.md");

        Assert.Equal(ours, manifest.Render(templates: [mine]).Where(f => f.Path != "docs/functions.md"));
    }

    [Fact]
    public void The_functions_that_templates_of_a_folder_share_can_be_overridden_too()
    {
        var shared = new TemplateSource("docs/_shared.scriban", "mine/_shared.scriban", "{{ func shout(x) }}{{ x | md.text }}!{{ end }}");
        var index = new TemplateSource("docs/functions.md.scriban", "mine/functions.scriban", "{{ shout manifest.title }}");

        var file = Assert.Single(ManifestFolder.Library.Check().Render([Rendering.Kind("function-index")], [shared, index]));

        Assert.EndsWith("\nLibrary!\n", file.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Fine\n\n  {{ if }}\n", 3)]
    [InlineData("# Fine\n{{ end }}\n", 2)]
    [InlineData("a\r\nb\r\n{{ function.name |", 3)]
    [InlineData("{{ for }}", 1)]
    public void A_template_that_cannot_be_parsed_is_an_error_at_its_own_place(string text, int line)
    {
        var (_, problem) = Rendering.RenderTemplate(text);

        Assert.Equal((DiagnosticRules.TemplateError, "templates/mine.scriban", line), (problem!.Rule, problem.Path, problem.Line));
        Assert.True(problem.Column >= 1);
        Assert.True((problem.EndLine, problem.EndColumn).CompareTo((problem.Line, problem.Column)) > 0);
    }

    [Fact]
    public void A_template_that_cannot_be_rendered_is_an_error_at_its_own_place()
    {
        var (_, problem) = Rendering.RenderTemplate("# Fine\r\n\r\n{{~ for p in function.parameters ~}}\r\n  - {{ p.nmae | md.text }}\r\n{{~ end ~}}\r\n");

        Assert.Equal((DiagnosticRules.TemplateError, "templates/mine.scriban", 4, 10), (problem!.Rule, problem.Path, problem.Line, problem.Column));
        Assert.Contains("nmae", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_shared_functions_is_reported_where_they_stand()
    {
        var shared = new TemplateSource("docs/_shared.scriban", "mine/_shared.scriban", "{{ func shout(x) }}\n{{ x.nothing | md.text }}{{ end }}");
        var index = new TemplateSource("docs/functions.md.scriban", "mine/functions.scriban", "{{ shout manifest }}");

        var problem = Assert.Single(new ManifestRenderer([shared, index])
            .Render(ManifestFolder.Library.Check(), [Rendering.Kind("function-index")], TestContext.Current.CancellationToken)).Diagnostic;

        Assert.Equal(("mine/_shared.scriban", 2), (problem!.Path, problem.Line));
    }

    [Fact]
    public void One_broken_override_leaves_the_other_outputs_whole()
    {
        var mine = new TemplateSource("docs/functions.md.scriban", "mine.scriban", "{{ oops");

        var results = new ManifestRenderer([mine]).Render(ManifestFolder.Library.Check(), OutputCatalog.All, TestContext.Current.CancellationToken).ToList();

        Assert.Single(results, r => r.Diagnostic is not null);
        Assert.Equal(ManifestFolder.Library.Check().Render().Count - 1, results.Count(r => r.File is not null));
    }

    [Theory]
    [InlineData("docs/funktions.md.scriban", "Did you mean 'docs/functions.md.scriban'?")]
    [InlineData("lua/bindings.lua.scriban", "Did you mean 'lua/binding.lua.scriban'?")]
    [InlineData("function.md.scriban", "Did you mean 'docs/function.md.scriban'?")]
    [InlineData("docs/function.md", "Did you mean 'docs/function.md.scriban'?")]
    [InlineData("docs/functoins.md", "Did you mean 'docs/functions.md.scriban'?")]
    [InlineData("csharp/types.cs.sbn", "Did you mean 'csharp/types.cs.scriban'?")]
    [InlineData("nothing/like_any_of_them.txt.scriban", "Expected one of: ")]
    [InlineData("README.md", "Expected one of: ")]
    public void A_template_that_overrides_nothing_is_an_error_with_a_suggestion(string name, string suggestion)
    {
        var problem = Assert.Single(ManifestRenderer.CheckOverrides([new(name, "templates/" + name, "text")]));

        Assert.Equal(DiagnosticRules.UnknownTemplate, problem.Rule);
        Assert.Equal(("templates/" + name, 1, 1), (problem.Path, problem.Line, problem.Column));
        Assert.Contains($"'{name}'", problem.Message, StringComparison.Ordinal);
        Assert.Contains(suggestion, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_template_of_ours_may_be_overridden() =>
        Assert.Empty(ManifestRenderer.CheckOverrides(EmbeddedTemplates.Names.Select(n => new TemplateSource(n, n, ""))));

    [Fact]
    public async Task A_cancelled_render_throws_and_is_no_error_of_the_template()
    {
        var manifest = ManifestFolder.Library.Check();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var renderer = new ManifestRenderer();

        Assert.ThrowsAny<OperationCanceledException>(() => renderer.Render(manifest, OutputCatalog.All, cancelled.Token).ToList());
        Assert.All(renderer.Render(manifest, OutputCatalog.All, TestContext.Current.CancellationToken), r => Assert.Null(r.Diagnostic));
    }

    [Fact]
    public void A_render_is_cancelled_between_two_files()
    {
        using var source = new CancellationTokenSource();
        using var results = new ManifestRenderer().Render(ManifestFolder.Library.Check(), OutputCatalog.All, source.Token).GetEnumerator();
        Assert.True(results.MoveNext());

        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => results.MoveNext());
    }

    [Fact]
    public async Task A_template_that_never_ends_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var endless = new TemplateSource("docs/function.md.scriban", "mine.scriban", "{{ for i in 1..2000000000 }}{{ for j in 1..2000000000 }}{{ k = j }}{{ end }}{{ end }}");
        var manifest = ManifestFolder.Library.Check();
        var started = new TaskCompletionSource();

        var rendering = Task.Run(
            () =>
            {
                started.SetResult();
                return new ManifestRenderer([endless]).Render(manifest, [Rendering.Kind("function-pages")], source.Token).First();
            },
            TestContext.Current.CancellationToken);
        await started.Task;
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rendering);
    }
}
