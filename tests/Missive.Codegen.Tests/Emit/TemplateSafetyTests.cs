using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit;

public class TemplateSafetyTests
{
    [Theory]
    [InlineData("{{ function.name }}")]
    [InlineData("{{ \"text\" }}")]
    [InlineData("{{ 1 }}")]
    [InlineData("{{ true }}")]
    [InlineData("{{ function.notes }}")]
    [InlineData("{{ function.parameters }}")]
    [InlineData("{{ function }}")]
    [InlineData("{{ \"a\" + function.name }}")]
    [InlineData("{{ function.name + (function.name | md.text) }}")]
    [InlineData("{{ (function.name | md.text) + function.name }}")]
    [InlineData("{{ (function.name | md.text) + (function.name | md.text) }}")]
    [InlineData("{{ $\"a {function.name}\" }}")]
    [InlineData("{{ [function.name | md.text, function.name] }}")]
    [InlineData("{{ x = function.name }}{{ x }}")]
    [InlineData("{{ function.is_read ? function.name : function.name }}")]
    [InlineData("{{ function.notes ?? function.name }}")]
    [InlineData("{{ for p in function.parameters }}{{ p.name }}{{ end }}")]
    [InlineData("{{ case function.name }}{{ when \"list_books\" }}{{ function.name }}{{ end }}")]
    [InlineData("{{ capture x }}a{{ end }}{{ x }}")]
    [InlineData("{{ capture x }}{{ function.name }}{{ end }}")]
    [InlineData("{{ capture x }}{{ function.name | md.text }}{{ end }}{{ x }}")]
    [InlineData("{{ func f }}{{ ret function.name }}{{ end }}{{ f }}")]
    [InlineData("{{ func f(x) }}{{ x }}{{ end }}{{ f function.name }}")]
    [InlineData("{{ func f(x); ret x; end }}{{ function.name | f }}")]
    [InlineData("{{ func f }}{{ $0 }}{{ end }}{{ wrap f function.name }}b{{ end }}")]
    [InlineData("{{ func f }}{{ y = $$ }}{{ y }}{{ end }}{{ wrap f }}{{ function.name }}{{ end }}")]
    [InlineData("{{ with function }}{{ name }}{{ end }}")]
    [InlineData("{{ do; ret function.name; end }}")]
    [InlineData("{{ (function.name | md.text).value }}")]
    [InlineData("{{ this[\"function\"].name }}")]
    public void What_nobody_escaped_is_not_written(string template)
    {
        var (text, problem) = Rendering.RenderTemplate(template);

        Assert.True(problem is not null, $"It wrote: {text}");
        Assert.Equal(DiagnosticRules.TemplateError, problem.Rule);
        Assert.Equal("templates/mine.scriban", problem.Path);
        Assert.Equal(1, problem.Line);
    }

    [Fact]
    public void The_message_says_what_to_do()
    {
        var (_, problem) = Rendering.RenderTemplate("a\n  {{ function.name }}\n");

        Assert.Equal((2, 6), (problem!.Line, problem.Column));
        Assert.Contains("a bare text cannot be written; pass it through the escaping function of its place", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ function.descripton | md.text }}", "there is no member 'descripton' here. Did you mean 'description'? docs/templates.md lists them.")]
    [InlineData("{{ function.name | md.txet }}", "there is no member 'txet' here. Did you mean 'text'? docs/templates.md lists them.")]
    [InlineData("{{ for e in function.examples }}{{ e.call | md.text }}{{ end }}", "there is no member 'call' here. Expected one of: title, args, csharp, sends, error. docs/templates.md lists them.")]
    public void A_member_that_is_not_there_is_answered_with_those_that_are(string template, string message)
    {
        var (_, problem) = Rendering.RenderTemplate(template);

        Assert.Equal("The template docs/function.md.scriban fails: " + message, problem!.Message);
    }

    [Theory]
    [InlineData("{{ function.nam | md.text }}")]
    [InlineData("{{ function.response.nothing | md.text }}")]
    [InlineData("{{ functoin.name | md.text }}")]
    [InlineData("{{ for p in function.parameters }}{{ p.descripton | md.text }}{{ end }}")]
    [InlineData("{{ if function.is_raed }}a{{ end }}")]
    [InlineData("{{ function.name | md.txet }}")]
    [InlineData("{{ function.name | dm.text }}")]
    [InlineData("{{ function.parameters[0].nam | md.text }}")]
    [InlineData("{{ function.parameters[99].name | md.text }}")]
    [InlineData("{{ function.handler.name | md.text }}")]
    public void A_misspelt_name_is_an_error(string template)
    {
        var (text, problem) = Rendering.RenderTemplate(template);

        Assert.True(problem is not null, $"It wrote: {text}");
        Assert.Equal(DiagnosticRules.TemplateError, problem.Rule);
    }

    [Theory]
    [InlineData("include 'docs/function.md.scriban'")]
    [InlineData("include '/etc/hostname'")]
    [InlineData("include_join ['a'] ','")]
    [InlineData("date.now")]
    [InlineData("date.now | date.to_string '%F'")]
    [InlineData("math.uuid")]
    [InlineData("math.random 1 9")]
    [InlineData("object.to_json function")]
    [InlineData("object.eval '1'")]
    [InlineData("object.eval_template 'a'")]
    [InlineData("string.append 'a' 'b'")]
    [InlineData("array.join ['a'] ','")]
    [InlineData("regex.match 'a' 'a'")]
    [InlineData("timespan.zero")]
    [InlineData("html.escape 'a'")]
    public void Nothing_is_built_in_that_reads_the_machine_or_evades_escaping(string expression)
    {
        var (text, problem) = Rendering.RenderTemplate("{{ x = (" + expression + ") }}a");

        Assert.True(problem is not null, $"It wrote: {text}");
    }

    [Theory]
    [InlineData("{{ function.description | cs.name }}")]
    [InlineData("{{ function.description | lua.name }}")]
    [InlineData("{{ json.value 'a' }}")]
    [InlineData("{{ json.value null }}")]
    [InlineData("{{ number 'a' }}")]
    [InlineData("{{ null | md.text }}")]
    [InlineData("{{ md.fence 'a' }}")]
    [InlineData("{{ md.fence 'a' 'b' }}")]
    [InlineData("{{ lua.call 'a' 'b' }}")]
    [InlineData("{{ cs.invocation 'a' 'b' 'c' }}")]
    [InlineData("{{ sh.command 'a' }}")]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ 1 / 0 }}")]
    [InlineData("{{ import 'x' }}")]
    public void What_a_template_makes_throw_is_an_error_of_the_template(string template)
    {
        var (text, problem) = Rendering.RenderTemplate(template);

        Assert.True(problem is not null, $"It wrote: {text}");
        Assert.Equal(DiagnosticRules.TemplateError, problem.Rule);
        Assert.Equal("templates/mine.scriban", problem.Path);
    }

    [Fact]
    public void Loops_may_go_round_more_than_a_thousand_times()
    {
        var (text, problem) = Rendering.RenderTemplate("{{ for i in 1..5000 }}{{ for j in 1..3 }}a{{ end }}{{ end }}");

        Assert.Null(problem);
        Assert.Equal(15_001, text!.Length);
    }

    [Fact]
    public void Output_may_be_longer_than_a_million_characters()
    {
        var (text, problem) = Rendering.RenderTemplate("{{ for i in 1..30000 }}" + new string('x', 100) + "{{ end }}");

        Assert.Null(problem);
        Assert.Equal(3_000_001, text!.Length);
        Assert.Equal("xxx\n", text[^4..]);
    }

    [Fact]
    public void A_long_text_is_written_whole()
    {
        var folder = ManifestFolder.Library.With("functions/books.yaml", "List books, the newest first.", new string('y', 900_000));

        Assert.Contains(folder.Check().Render("function-pages"), f => f.Text.Contains(new string('y', 900_000), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_template_of_ours_can_be_parsed_and_is_used()
    {
        var used = OutputCatalog.All.Select(k => k.Template).Append("csharp/_shared.scriban");

        Assert.Equal(used.Order(StringComparer.Ordinal), EmbeddedTemplates.Names);
        Assert.NotEmpty(ManifestFolder.Library.Check().Render());
    }

    [Fact]
    public void What_one_template_assigns_another_does_not_see()
    {
        var templates = new TemplateSource[]
        {
            new("docs/function.md.scriban", "a.scriban", "{{ leak = 1 }}{{ func leaked; ret 1; end }}a"),
            new("docs/functions.md.scriban", "b.scriban", "{{ if leak == 1 }}b{{ end }}"),
            new("docs/guide.md.scriban", "c.scriban", "{{ if leaked == 1 }}b{{ end }}"),
        };
        var results = new ManifestRenderer(templates).Render(ManifestFolder.Library.Check(), OutputCatalog.All.Where(k => k.Template.StartsWith("docs/", StringComparison.Ordinal)).OrderBy(k => k.Per == Per.Function ? 0 : 1), TestContext.Current.CancellationToken);

        Assert.Equal(["b.scriban", "c.scriban"], results.Where(r => r.Diagnostic is not null).Select(r => r.Diagnostic!.Path).Order(StringComparer.Ordinal));
    }
}
