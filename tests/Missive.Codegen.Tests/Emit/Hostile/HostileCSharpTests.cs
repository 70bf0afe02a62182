using Markdig;
using Markdig.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Missive.Codegen.Emit;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Hostile;

public class HostileCSharpTests
{
    private static IEnumerable<Codegen.Emit.OutputKind> Kinds => OutputCatalog.Compiled;

    [Fact]
    public void Harmless_texts_compile_without_a_warning() => CSharp.Compile(ManifestFolder.Library.Check().Render(Kinds));

    [Fact]
    public void The_repository_s_own_manifest_compiles_without_a_warning() => CSharp.Compile(ManifestFolder.Missive.Check().Render(Kinds));

    [Fact]
    public void Hostile_texts_compile_to_the_same_members()
    {
        var harmless = CSharp.Members(CSharp.Compile(Retexted.Harmless.Render(Kinds)));
        var hostile = CSharp.Members(CSharp.Compile(Retexted.Hostile.Render(Kinds)));

        Assert.Equal(harmless, hostile);
        Assert.True(harmless.Count > 300, $"Only {harmless.Count} members were found.");
    }

    [Fact]
    public void Hostile_beginnings_compile_to_the_same_members()
    {
        var expected = CSharp.Members(CSharp.Compile(Retexted.Harmless.Render(Kinds)));

        Assert.All(Retexted.Beginnings, manifest => Assert.Equal(expected, CSharp.Members(CSharp.Compile(manifest.Render(Kinds)))));
    }

    [Fact]
    public void Every_text_reaches_C_sharp_whole()
    {
        var compilation = CSharp.Compile(Retexted.Hostile.Render(Kinds));
        var literals = compilation.SyntaxTrees
            .SelectMany(t => t.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<LiteralExpressionSyntax>())
            .Select(l => l.Token.ValueText)
            .ToHashSet(StringComparer.Ordinal);

        foreach (var function in Retexted.Hostile.Groups.SelectMany(g => g.Functions))
        {
            Assert.Contains(function.Description, literals);
            Assert.Contains(function.Notes!, literals);
            Assert.All(function.Parameters, p => Assert.Contains(p.Description, literals));
        }

        foreach (var value in Retexted.Hostile.Types.SelectMany(f => f.Types).SelectMany(t => t.Values))
        {
            Assert.Contains(value.Value, literals);
        }
    }

    [Theory]
    [InlineData("library")]
    [InlineData("missive")]
    [InlineData("hostile")]
    public void Every_example_of_the_pages_compiles_as_it_stands(string name)
    {
        var manifest = Retexted.Named(name);
        var snippets = manifest.Render("function-pages").SelectMany(f => Markdown.Parse(f.Text).Descendants<FencedCodeBlock>()).Where(b => b.Info == "csharp").Select(b => b.Lines.ToString()).ToList();
        var methods = snippets.Select((s, i) => $"    public static async Task Example{i}({manifest.Root.CSharp.Client} client)\n    {{\n{s}\n    }}\n");
        var program = $"""
            #pragma warning disable CS0618, CS1591
            using System.Collections.Generic;
            using System.Text.Json.Nodes;
            using System.Threading.Tasks;
            using Missive.Codegen.Runtime;
            using {manifest.Root.CSharp.Namespace};

            public static class Examples
            {"{"}
            {string.Concat(methods)}
            {"}"}
            """;

        CSharp.Compile([.. manifest.Render(Kinds), new OutputFile("Examples.cs", program)]);

        var expected = manifest.Groups.SelectMany(g => g.Functions).SelectMany(f => f.Examples).Count(e => e.Error is null);
        Assert.Equal(expected, snippets.Count);
    }

    [Fact]
    public void A_name_that_generated_classes_have_themselves_gets_another_one()
    {
        var folder = ManifestFolder.Library
            .With("types/books.yaml", "      - {name: json, type: object,", string.Concat(ReservedNames().Select(n => $"      - {{name: {n}, type: string, description: Text.}}\n")) + "      - {name: json, type: object,")
            .With("types/books.yaml", "values: [print, audio]", "values: [print, audio, value, definition, deconstruct, equals, to_string, get_type, print_members, book_kind, finalize, get_hash_code, reference_equals, memberwise_clone]");

        CSharp.Compile(folder.Check().Render(Kinds));
    }

    [Theory]
    [InlineData("equals")]
    [InlineData("finalize")]
    [InlineData("get_hash_code")]
    [InlineData("get_type")]
    [InlineData("memberwise_clone")]
    [InlineData("reference_equals")]
    [InlineData("to_string")]
    public void A_group_and_a_function_may_be_called_like_a_member_of_every_object(string name)
    {
        var folder = ManifestFolder.Library
            .With("library.yaml", "{name: loans,", $"{{name: {name},")
            .With("functions/loans.yaml", "group: loans", $"group: {name}")
            .With("functions/loans.yaml", "name: get_loan", $"name: {name}")
            .Moved("functions/loans.yaml", $"functions/{name}.yaml");
        var manifest = folder.Check();
        CSharp.Compile(manifest.Render(Kinds));

        // The pages call the group by the name that it has.
        var page = manifest.Render("function-pages").Single(f => f.Path.EndsWith($"/{name}.md", StringComparison.Ordinal)).Text;
        Assert.Contains($"client.{Naming.Pascal(name)}Value.{Naming.Pascal(name)}Async(", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_parameter_and_field_may_be_deprecated()
    {
        var folder = ManifestFolder.Library
            .With("functions/books.yaml", "{name: book_id, type: string, required: true, description: Book ID., in: path}\n    response: {envelope: book,", "{name: book_id, type: string, required: true, description: Book ID., in: path, deprecated: {since: '1'}}\n    response: {envelope: book,")
            .With("types/loans.yaml", "required: true, description: Reader ID.}", "required: true, description: Reader ID., deprecated: {since: '1'}}");

        CSharp.Compile(folder.Check().Render(Kinds));
    }

    /// <summary>Every member that a generated record inherits or has, as a field of the manifest would be called.</summary>
    private static IEnumerable<string> ReservedNames() => typeof(Runtime.JsonRecord)
        .GetMembers(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
        .Where(m => m is System.Reflection.PropertyInfo or System.Reflection.MethodInfo { IsPrivate: false, IsAssembly: false, IsSpecialName: false })
        .Select(m => string.Concat(m.Name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString())))
        .Distinct()
        .Where(n => n != "json")
        .Append("definition")
        .Append("book")
        .Append("pagination");
}
