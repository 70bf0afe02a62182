using System.Text.Json;
using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

public sealed class CorrectionTests
{
    [Theory]
    [InlineData("""{"titel":"Title"}""", """{"title":"Title"}""", "title")]
    [InlineData("""{"Title":"Title"}""", """{"title":"Title"}""", "title")]
    [InlineData("""{"pages":"25"}""", """{"pages":25}""", "25")]
    [InlineData("""{"weight":"1.50"}""", """{"weight":1.5}""", "1.5")]
    [InlineData("""{"title":25}""", """{"title":"25"}""", "\"25\"")]
    [InlineData("""{"rare":"True"}""", """{"rare":true}""", "true")]
    [InlineData("""{"state":"LENT"}""", """{"state":"lent"}""", "lent")]
    [InlineData("""{"state":"on shelf"}""", """{"state":"on_shelf"}""", "on_shelf")]
    [InlineData("""{"authors":"A"}""", """{"authors":["A"]}""", "[\"A\"]")]
    [InlineData("""{"authors":5}""", """{"authors":["5"]}""", "[\"5\"]")]
    [InlineData("""{"chapters":{"name":"I"}}""", """{"chapters":[{"name":"I"}]}""", "[{\"name\":\"I\"}]")]
    [InlineData("""{"extra":[{"a":1}]}""", """{"extra":{"a":1}}""", "{\"a\":1}")]
    [InlineData("""{"chapters":[{"nam":"I"}]}""", """{"chapters":[{"name":"I"}]}""", "name")]
    [InlineData("""{"title":["Title"]}""", """{"title":"Title"}""", "\"Title\"")]
    [InlineData("""{"extra":"{\"a\":1}"}""", """{"extra":{"a":1}}""", "{\"a\":1}")]
    [InlineData("""{"chapters":" [{\"name\":\"I\"}]"}""", """{"chapters":[{"name":"I"}]}""", "[{\"name\":\"I\"}]")]
    [InlineData("""{"bos":"b"}""", """{"box":"b"}""", "box")]
    [InlineData("""{"auhtors":"A"}""", """{"authors":["A"]}""", "authors")]
    public void WhatWasMeantIsDerived(string body, string corrected, string suggestion)
    {
        var result = Validate(body);

        Assert.Equal(suggestion, Assert.Single(result.Errors).Suggestion);
        Assert.Equal($$"""{"book_id":"b1","body":{{corrected}}}""", result.CorrectedArguments?.GetRawText());
    }

    [Fact]
    public void SeveralProblemsAreCorrectedTogether()
        => Assert.Equal(
            """{"book_id":"b1","body":{"title":"Title","pages":3,"secret":"kept"}}""".Replace(",\"secret\":\"kept\"", "", StringComparison.Ordinal),
            Validate("""{"titel":"Title","pages":"3"}""").CorrectedArguments?.GetRawText());

    [Theory]
    [InlineData("""{"colour":"red"}""")]
    [InlineData("""{"pages":"many"}""")]
    [InlineData("""{"pages":"0"}""")]
    [InlineData("""{"pages":0}""")]
    [InlineData("""{"state":"sold"}""")]
    [InlineData("""{"titel":"Title","colour":"red"}""")]
    [InlineData("""{"titel":"x"}""")]
    [InlineData("""{"authors":{"a":1}}""")]
    [InlineData("""{"title":"Title","titel":"Title"}""")]
    [InlineData("""{"chapters":[{}]}""")]
    public void NothingIsDerivedWhenOneProblemRemains(string body)
    {
        var result = Validate(body);

        Assert.False(result.IsValid);
        Assert.Null(result.CorrectedArguments);
    }

    [Fact]
    public void AMisspeltRequiredKeyIsOneProblem()
    {
        var result = ToolValidator.Validate(Definitions.SearchBooks, Json.Parse("""{"params":{"isnb":"1"}}"""));

        Assert.Equal("params.isnb", Assert.Single(result.Errors).Path);
        Assert.Equal("""{"params":{"isbn":"1"}}""", result.CorrectedArguments?.GetRawText());
    }

    [Theory]
    [InlineData("""{"members":[{"name":"M","branch":"b"}]}""", """{"body":[{"name":"M","branch":"b"}]}""")]
    [InlineData("""{"members":{"name":"M","branch":"b"}}""", """{"body":{"name":"M","branch":"b"}}""")]
    public void AnEnvelopeInThePlaceOfItsParameterIsOneProblem(string arguments, string corrected)
    {
        var result = ToolValidator.Validate(Definitions.CreateMembers, Json.Parse(arguments));

        Assert.Equal("members is not a known key. Did you mean body?", Assert.Single(result.Errors).Message);
        Assert.Equal(corrected, result.CorrectedArguments?.GetRawText());
        Assert.True(ToolValidator.Validate(Definitions.CreateMembers, Json.Parse(corrected)).IsValid);
    }

    [Fact]
    public void AMisspeltQueryObjectIsOneProblem()
    {
        var result = ToolValidator.Validate(Definitions.SearchBooks, Json.Parse("""{"parms":{"isbn":"1"}}"""));

        Assert.Equal("parms", Assert.Single(result.Errors).Path);
        Assert.Equal("""{"params":{"isbn":"1"}}""", result.CorrectedArguments?.GetRawText());
    }

    [Theory]
    [InlineData("""{"member":[{"name":"M","branch":"b"}]}""", """{"members":[{"name":"M","branch":"b"}]}""")]
    [InlineData("""{"memebrs":{"nam":"M","branch":"b"}}""", """{"members":{"name":"M","branch":"b"}}""")]
    public void AMisspeltEnvelopeIsCorrectedWithItsContent(string body, string corrected)
        => Assert.Equal(
            $$"""{"body":{{corrected}}}""",
            ToolValidator.Validate(Definitions.CreateMembers, Json.Parse($$"""{"body":{{body}}}""")).CorrectedArguments?.GetRawText());

    [Fact]
    public void OfEquallyNearNamesTheOneThatTakesTheValueIsMeant()
    {
        var type = new ObjectType("Assigned", static () =>
        [
            new() { Name = "assignee", Type = DataType.String() },
            new() { Name = "assignees", Type = DataType.Array(DataType.String()) },
        ]);
        var definition = Definitions.Make("assign", "POST", "/x", new ToolParameter { Name = "body", Type = type, Location = ParameterLocation.Body });

        Assert.Equal("assignee", ToolValidator.Validate(definition, Json.Parse("""{"body":{"assignes":"a"}}""")).Errors[0].Suggestion);
        Assert.Equal("assignees", ToolValidator.Validate(definition, Json.Parse("""{"body":{"assignes":["a"]}}""")).Errors[0].Suggestion);
    }

    [Theory]
    [InlineData("id", "task_id")]
    [InlineData("from", "from_field")]
    [InlineData("at", null)]
    [InlineData("i", null)]
    public void APartOfAnOnlyNameStandsForIt(string given, string? suggestion)
    {
        ToolParameter Of(string name) => new() { Name = name, Type = DataType.String(), Location = ParameterLocation.Query };
        var definition = Definitions.Make("find", "GET", "/x", Of("task_id"), Of("from_field"), Of("due_at"), Of("made_at"));

        var result = ToolValidator.Validate(definition, Json.Parse($$"""{"{{given}}":"x"}"""));

        Assert.Equal(suggestion, Assert.Single(result.Errors).Suggestion);
        Assert.Equal(suggestion is null ? null : $$"""{"{{suggestion}}":"x"}""", result.CorrectedArguments?.GetRawText());
    }

    [Fact]
    public void ADeepCallIsCorrectedLikeAnyOther()
    {
        const int Depth = 400;
        var definition = Definitions.Make("send", "POST", "/x", new ToolParameter { Name = "body", Type = DataType.Object(), Location = ParameterLocation.Body });
        var value = $$"""{"deep":{{new string('[', Depth)}}{{new string(']', Depth)}}}""";

        var result = ToolValidator.Validate(definition, JsonElement.Parse($$"""{"bdy":{{value}}}""", new() { MaxDepth = Depth + 2 }));

        Assert.Equal($$"""{"body":{{value}}}""", result.CorrectedArguments?.GetRawText());
    }

    [Fact]
    public void AFieldOneLevelTooHighIsSentHome()
    {
        var error = ToolValidator.Validate(Definitions.SearchBooks, Json.Parse("""{"isbn":"1"}""")).Errors.Single(static error => error.Code == "unknown");

        Assert.Equal("isbn is not a known key. It belongs in params: pass params.isbn.", error.Message);
        Assert.Equal("params.isbn", error.Suggestion);
    }

    [Theory]
    [InlineData("""{"isbn":"1"}""", """{"params":{"isbn":"1"}}""")]
    [InlineData("""{"params":{"isbm":"1"},"limit":5}""", """{"params":{"isbn":"1","limit":5}}""")]
    [InlineData("""{"isnb":"1"}""", """{"params":{"isbn":"1"}}""")]
    [InlineData("""{"isnb":"1","isbn":"2"}""", null)]
    [InlineData("""{"isbn":1}""", """{"params":{"isbn":"1"}}""")]
    [InlineData("""{"params":{"isbn":"1"},"isbn":"1"}""", null)]
    [InlineData("""{"params":"x","isbn":"1"}""", null)]
    public void WhatIsOneLevelTooHighIsMovedToItsHome(string arguments, string? corrected)
        => Assert.Equal(corrected, ToolValidator.Validate(Definitions.SearchBooks, Json.Parse(arguments)).CorrectedArguments?.GetRawText());

    [Fact]
    public void ARequiredBodyIsNotMissingWhenItsFieldsAreThere()
    {
        var result = ToolValidator.Validate(UpdateBookTool.ToolDefinition, Json.Parse("""{"book_id":"b1","state":"lent","pages":"3"}"""));

        Assert.All(result.Errors, static error => Assert.Equal("unknown", error.Code));
        Assert.Equal("""{"book_id":"b1","body":{"state":"lent","pages":3}}""", result.CorrectedArguments?.GetRawText());
    }

    [Theory]
    [InlineData("""{"to":"a@example.test"}""", "Did you mean to_fields?", """{"to_fields":[{"address":"a@example.test"}]}""")]
    [InlineData("""{"to_fields":"a@example.test"}""", "Pass [{\"address\":\"a@example.test\"}].", """{"to_fields":[{"address":"a@example.test"}]}""")]
    [InlineData("""{"to_fields":["a@example.test"]}""", "Pass {\"address\":\"a@example.test\"}.", """{"to_fields":[{"address":"a@example.test"}]}""")]
    [InlineData("""{"to_fields":"nobody"}""", "got \"nobody\".", null)]
    [InlineData("""{"to_fields":5}""", "got 5.", null)]
    [InlineData("""{"to_fields":{"name":5}}""", "got object.", null)]
    [InlineData("""{"labels":["l"]}""", "Did you mean add_labels or remove_labels?", null)]
    public void WhatIsOfferedIsAccepted(string body, string advice, string? corrected)
    {
        var address = new ObjectType("Address", static () =>
        [
            new() { Name = "name", Type = DataType.String() },
            new() { Name = "address", Type = DataType.String(), Required = true },
        ]);
        var letter = new ObjectType("Letter", () =>
        [
            new() { Name = "to_fields", Type = DataType.Array(address) },
            new() { Name = "add_labels", Type = DataType.Array(DataType.String()) },
            new() { Name = "remove_labels", Type = DataType.Array(DataType.String()) },
        ]);
        var definition = Definitions.Make("write", "POST", "/x", new ToolParameter { Name = "body", Type = letter, Location = ParameterLocation.Body });

        var result = ToolValidator.Validate(definition, Json.Parse($$"""{"body":{{body}}}"""));

        Assert.EndsWith(advice, result.Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal(corrected is null ? null : $$"""{"body":{{corrected}}}""", result.CorrectedArguments?.GetRawText());
    }

    [Fact]
    public void TwoMisspellingsOfOneKeyAreNotMerged()
        => Assert.Null(Validate("""{"titel":"Title","tilte":"Other"}""").CorrectedArguments);

    [Fact]
    public void AListOfIdsIsJoined()
    {
        var result = ToolValidator.Validate(Definitions.UpdateMembers, Json.Parse("""{"member_ids":["a","b"],"body":{"name":"N"}}"""));

        Assert.Equal("""{"member_ids":"a,b","body":{"name":"N"}}""", result.CorrectedArguments?.GetRawText());
    }

    [Fact]
    public void AnAcceptedCallHasNoCorrection() => Assert.Null(Validate("""{"title":"Title"}""").CorrectedArguments);

    private static ToolValidationResult Validate(string body)
        => ToolValidator.Validate(UpdateBookTool.ToolDefinition, Json.Parse($$"""{"book_id":"b1","body":{{body}}}"""));
}
