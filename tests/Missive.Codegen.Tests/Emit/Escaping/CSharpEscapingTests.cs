using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Escaping;

public class CSharpEscapingTests
{
    private static readonly CSharpParseOptions Diagnosing = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    [Fact]
    public void Any_text_is_one_string_literal_with_that_value() => HostileText.Any.Sample(text =>
    {
        var literal = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(CSharpText.Literal(text), options: Diagnosing));
        Assert.Empty(literal.GetDiagnostics());
        Assert.Equal(text, literal.Token.ValueText);
        Assert.DoesNotContain(CSharpText.Literal(text), c => c is < ' ' or > '~');
    });

    [Fact]
    public void Any_text_stays_inside_its_element_of_a_documentation_comment() => HostileText.Any.Sample(text =>
    {
        var tree = CSharpSyntaxTree.ParseText($"/// <summary>a {CSharpText.Doc(text)} b</summary>\npublic class C;\n", Diagnosing, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken));
        var comment = Assert.Single(tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes(descendIntoTrivia: true).OfType<DocumentationCommentTriviaSyntax>());
        var summary = Assert.Single(comment.Content.OfType<XmlElementSyntax>());
        var content = Assert.Single(summary.Content.ToList());
        var words = string.Concat(Assert.IsType<XmlTextSyntax>(content).TextTokens.Select(t => t.ValueText));
        var expected = $"a {LineText.OneLine(text)} b".Replace('\ufffe', '\ufffd').Replace('\uffff', '\ufffd');
        Assert.Equal(expected, words);
        Assert.Single(tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<ClassDeclarationSyntax>());
    });

    [Fact]
    public void A_name_is_written_only_when_it_is_one() => HostileText.Any.Sample(text =>
    {
        try
        {
            var name = SyntaxFactory.ParseName(CSharpText.Name(text));
            Assert.Empty(name.GetDiagnostics());
            Assert.Equal(text, name.ToString().Replace("@", "", StringComparison.Ordinal));
        }
        catch (ArgumentException)
        {
            Assert.False(SyntaxFacts.IsValidIdentifier(text) && text.All(char.IsAscii), $"'{text}' is a name, but was refused.");
        }
    });

    [Fact]
    public void Every_keyword_becomes_an_identifier()
    {
        foreach (var keyword in SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Where(k => k.All(char.IsAsciiLetterLower)))
        {
            var name = SyntaxFactory.ParseName(CSharpText.Name(keyword));
            Assert.Empty(name.GetDiagnostics());
            Assert.Equal(keyword, Assert.IsType<IdentifierNameSyntax>(name).Identifier.ValueText);
        }
    }

    [Theory]
    [InlineData("Example.Library", "Example.Library")]
    [InlineData("Example.class", "Example.@class")]
    public void A_namespace_keeps_its_dots(string name, string expected) => Assert.Equal(expected, CSharpText.Name(name));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("1a")]
    [InlineData("a..b")]
    [InlineData("a; class B")]
    public void What_is_no_name_is_refused(string text) => Assert.Throws<ArgumentException>(() => CSharpText.Name(text));
}
