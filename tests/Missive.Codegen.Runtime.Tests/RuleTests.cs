using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

public sealed class RuleTests
{
    [Theory]
    [InlineData("""{"shelf":"s","box":"b"}""", "conflict", "body")]
    [InlineData("""{"reminder":true}""", "requires", "body.borrower")]
    [InlineData("""{"due_at":null}""", "requires", "body.borrower")]
    [InlineData("""{"reminder":true,"due_at":5}""", "requires", "body.borrower")]
    [InlineData("""{"kind":"atlas"}""", "requires", "body.scale")]
    [InlineData("""{"kind":"atlas","scale":"1","format":"octavo"}""", "not_allowed", "body.format")]
    [InlineData("""{"kind":"novel","scale":"1"}""", "conflict", "body.scale")]
    [InlineData("""{"scale":"1"}""", "conflict", "body.scale")]
    public void ABrokenRuleIsNamed(string body, string code, string path)
    {
        var error = Assert.Single(Validate(body).Errors);

        Assert.Equal((code, path), (error.Code, error.Path));
    }

    [Theory]
    [InlineData("""{"shelf":"s"}""")]
    [InlineData("""{"reminder":false}""")]
    [InlineData("""{"reminder":true,"borrower":"m1"}""")]
    [InlineData("""{"kind":"atlas","scale":"1","format":"folio"}""")]
    [InlineData("""{"kind":"novel","format":"octavo"}""")]
    [InlineData("""{"shelf":"s","box":null}""")]
    public void AKeptRuleIsSilent(string body) => Assert.Empty(Validate(body).Errors);

    [Theory]
    [InlineData("""{"isbn":"1","customer":"c"}""", null, null)]
    [InlineData("""{"isbn":"1","title":"t","guest":"g"}""", null, null)]
    [InlineData("""{"isbn":"1","guest":"g","post":true,"fax":false}""", null, null)]
    [InlineData("""{"guest":"g"}""", "requires", "body")]
    [InlineData("""{"isbn":"1","guest":"g","post":true,"fax":true}""", "conflict", "body")]
    [InlineData("""{"isbn":"1"}""", "requires", "body")]
    [InlineData("""{"isbn":"1","guest":"g","customer":"c"}""", "conflict", "body")]
    public void GroupsOfFieldsAreCounted(string body, string? code, string? path)
    {
        var result = ToolValidator.Validate(Definitions.PlaceOrder, Json.Parse($$"""{"body":{{body}}}"""));

        Assert.Equal((code, path), (result.Errors.SingleOrDefault()?.Code, result.Errors.SingleOrDefault()?.Path));
    }

    [Theory]
    [InlineData("""{"shelf":"s","box":"b"}""", "body: at most one of shelf, box may be given, got shelf, box. Leave out all but one. A book stands in one place.")]
    [InlineData("""{"reminder":true}""", "body.borrower is missing: it is needed with reminder. Expected string.")]
    [InlineData("""{"kind":"atlas"}""", "body.scale is missing: it is needed when kind is atlas. Expected string.")]
    [InlineData("""{"scale":"1"}""", "body.scale is not allowed unless kind is atlas. Leave it out.")]
    [InlineData("""{"kind":"atlas","scale":"1","format":"foliio"}""", "body.format: expected one of folio, quarto, got \"foliio\". Did you mean folio? These are allowed when kind is atlas.")]
    public void AMessageNamesTheCondition(string body, string message) => Assert.Equal(message, Assert.Single(Validate(body).Errors).Message);

    [Fact]
    public void ASettingSatisfiesAGroup()
    {
        var options = new ToolValidationOptions { Settings = Json.Settings(("default_customer", "\"c\"")) };

        Assert.True(ToolValidator.Validate(Definitions.PlaceOrder, Json.Parse("""{"body":{"isbn":"1"}}"""), options).IsValid);
        Assert.True(ToolValidator.Validate(Definitions.PlaceOrder, Json.Parse("""{"body":{"isbn":"1","guest":"g"}}"""), options).IsValid);
    }

    [Fact]
    public void ARuleThatNamesNoFieldIsADefect()
    {
        var type = new ObjectType("Broken", static () => [new() { Name = "a", Type = DataType.String() }]) { Rules = [new() { AtMostOne = ["a", "b"] }] };

        Assert.Throws<InvalidOperationException>(() => type.Fields);
    }

    private static ToolValidationResult Validate(string body)
        => ToolValidator.Validate(UpdateBookTool.ToolDefinition, Json.Parse($$"""{"book_id":"b1","body":{{body}}}"""));
}
