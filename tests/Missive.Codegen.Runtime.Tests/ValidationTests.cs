using System.Text.Json;
using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

public sealed class ValidationTests
{
    [Fact]
    public void AProperCallIsAccepted()
        => Assert.True(Validate(UpdateBookTool.ToolDefinition, """
            {"book_id":"b1","body":{"title":"Title","state":"lent","pages":25,"weight":1.5,"rare":true,"due_at":"2026-05-01",
             "time_zone":"Europe/Berlin","authors":["A"],"chapters":[{"name":"I","parts":[{"name":"I.1"}]}],"prices":{"EUR":1},
             "extra":{"x":[null]},"anything":[1,null],"borrower":"m1"}}
            """).IsValid);

    [Theory]
    [InlineData("""{"body":{}}""", "missing", "book_id")]
    [InlineData("""{"book_id":"b1"}""", "missing", "body")]
    [InlineData("""{"book_id":null,"body":{}}""", "missing", "book_id")]
    [InlineData("""{"book_id":"b1","body":{"chapters":[{"name":"I","parts":[{}]}]}}""", "missing", "body.chapters[0].parts[0].name")]
    [InlineData("""{"book_id":"b1","body":{"colour":"red"}}""", "unknown", "body.colour")]
    [InlineData("""{"book_id":"b1","body":{"chapters":[{"name":"I","note":1}]}}""", "unknown", "body.chapters[0].note")]
    [InlineData("""{"book_id":"b1","body":{},"dry_run":true}""", "unknown", "dry_run")]
    [InlineData("""{"book_id":"b1","body":{"a b\"c":1}}""", "unknown", "body[\"a b\\\"c\"]")]
    [InlineData("""{"book_id":"b1","body":{"title":true}}""", "wrong_type", "body.title")]
    [InlineData("""{"book_id":"b1","body":{"pages":1.5}}""", "wrong_type", "body.pages")]
    [InlineData("""{"book_id":"b1","body":{"pages":"many"}}""", "wrong_type", "body.pages")]
    [InlineData("""{"book_id":"b1","body":{"weight":"heavy"}}""", "wrong_type", "body.weight")]
    [InlineData("""{"book_id":"b1","body":{"rare":1}}""", "wrong_type", "body.rare")]
    [InlineData("""{"book_id":"b1","body":{"due_at":"01/05/2026","borrower":"m1"}}""", "wrong_type", "body.due_at")]
    [InlineData("""{"book_id":"b1","body":{"due_at":true,"borrower":"m1"}}""", "wrong_type", "body.due_at")]
    [InlineData("""{"book_id":"b1","body":{"state":["lent","lost"]}}""", "wrong_type", "body.state")]
    [InlineData("""{"book_id":"b1","body":{"authors":{"first":"A"}}}""", "wrong_type", "body.authors")]
    [InlineData("""{"book_id":"b1","body":{"authors":["A",null]}}""", "wrong_type", "body.authors[1]")]
    [InlineData("""{"book_id":"b1","body":{"prices":{"EUR":"dear"}}}""", "wrong_type", "body.prices.EUR")]
    [InlineData("""{"book_id":"b1","body":{"extra":"x"}}""", "wrong_type", "body.extra")]
    [InlineData("""{"book_id":"b1","body":"x"}""", "wrong_type", "body")]
    [InlineData("""{"book_id":"b1","body":{"state":"sold"}}""", "not_allowed", "body.state")]
    [InlineData("""{"book_id":"b1","body":{"state":5}}""", "wrong_type", "body.state")]
    [InlineData("""{"book_id":"b1","body":{"due_at":"2026-05-01","time_zone":"Mars/Base","borrower":"m1"}}""", "not_allowed", "body.due_at")]
    [InlineData("""{"book_id":"b1","body":{"due_at":"2026-05-01","time_zone":"/etc/localtime","borrower":"m1"}}""", "not_allowed", "body.due_at")]
    [InlineData("""{"book_id":"b1","body":{"due_at":"2026-05-01","time_zone":"Europe/../Europe/Berlin","borrower":"m1"}}""", "not_allowed", "body.due_at")]
    [InlineData("""{"book_id":"b1","body":{"pages":0}}""", "out_of_range", "body.pages")]
    [InlineData("""{"book_id":"b1","body":{"pages":5001}}""", "out_of_range", "body.pages")]
    [InlineData("""{"book_id":"b1","body":{"pages":99999999999999999999}}""", "out_of_range", "body.pages")]
    [InlineData("""{"book_id":"b1","body":{"weight":9.51}}""", "out_of_range", "body.weight")]
    [InlineData("""{"book_id":"b1","body":{"weight":1e999}}""", "out_of_range", "body.weight")]
    [InlineData("""{"book_id":"b1","body":{"due_at":1767225599000,"borrower":"m1"}}""", "out_of_range", "body.due_at")]
    [InlineData("""{"book_id":"b1","body":{"title":"x"}}""", "too_short", "body.title")]
    [InlineData("""{"book_id":"b1","body":{"title":"12345678901"}}""", "too_long", "body.title")]
    [InlineData("""{"book_id":"b1","body":{"authors":[]}}""", "too_few", "body.authors")]
    [InlineData("""{"book_id":"b1","body":{"authors":{}}}""", "too_few", "body.authors")]
    [InlineData("""{"book_id":"b1","body":{"authors":["A","B","C","D"]}}""", "too_many", "body.authors")]
    [InlineData("""{"book_id":"","body":{}}""", "too_short", "book_id")]
    [InlineData("""{"book_id":"..","body":{}}""", "not_allowed", "book_id")]
    [InlineData("""{"book_id":"a\nb","body":{}}""", "not_allowed", "book_id")]
    [InlineData("""[1]""", "wrong_type", "")]
    [InlineData("5", "wrong_type", "")]
    public void AProblemIsNamedByCodeAndPath(string arguments, string code, string path)
    {
        var error = Assert.Single(Validate(UpdateBookTool.ToolDefinition, arguments).Errors);

        Assert.Equal((code, path), (error.Code, error.Path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Expected);
        Assert.NotEmpty(error.Got);
        Assert.Equal(error.Message, error.ToString());
    }

    [Fact]
    public void EveryProblemIsReported()
    {
        var errors = Validate(UpdateBookTool.ToolDefinition, """{"body":{"title":"x","pages":0,"colour":1,"authors":["A",5]},"x":1}""").Errors;

        Assert.Equal(
            ["body.title too_short", "body.pages out_of_range", "body.authors[1] wrong_type", "body.colour unknown", "x unknown", "book_id missing"],
            errors.Select(static error => $"{error.Path} {error.Code}"));
    }

    [Theory]
    [InlineData("""{"book_id":"b1","body":[]}""")]
    [InlineData("""{"book_id":"b1","body":{"books":[]}}""")]
    [InlineData("""{"book_id":"b1","body":{"chapters":{}}}""")]
    [InlineData("""{"book_id":"b1","body":{"extra":[],"prices":[]}}""")]
    [InlineData("""{"book_id":"b1","body":{"title":null}}""")]
    [InlineData("""{"book_id":"not-a-uuid","body":{"pages":25.0}}""")]
    [InlineData("""{"book_id":"b1","body":{"pages":2.5e1}}""")]
    [InlineData("""{"book_id":"b1","body":{"title":"😀😀😀😀😀😀😀😀😀😀"}}""")]
    [InlineData("""{"book_id":"b1","body":{"title":"\ud83d\ude00234567890"}}""")]
    [InlineData("""{"book_id":"b1","body":{"due_at":null,"borrower":"m1"}}""")]
    [InlineData("""{"book_id":"b1","body":{"due_at":"2026-05-01T10:00:00Z","time_zone":"Mars/Base","borrower":"m1"}}""")]
    [InlineData("""{"book_id":"b1","bo\u0064y":{"titl\u0065":"Title"}}""")]
    [InlineData("""{"book_id":"a/b?c","body":{"state":"lent","state":"lost"}}""")]
    public void WhatCallersMayWriteIsAccepted(string arguments)
        => Assert.Empty(Validate(UpdateBookTool.ToolDefinition, arguments).Errors);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public void NoArgumentsAreAnEmptyObject(string arguments)
        => Assert.Empty(Validate(ListLoansTool.ToolDefinition, arguments).Errors);

    [Fact]
    public void UndefinedArgumentsAreAnEmptyObject()
        => Assert.True(ToolValidator.Validate(ListLoansTool.ToolDefinition, default).IsValid);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"params":null}""")]
    [InlineData("""{"params":{}}""")]
    [InlineData("""{"params":[]}""")]
    public void WhatAQueryObjectRequiresIsMissingWhenTheObjectIsLeftOut(string arguments)
    {
        var error = Assert.Single(Validate(Definitions.SearchBooks, arguments).Errors);

        Assert.Equal(("missing", "params.isbn"), (error.Code, error.Path));
    }

    [Theory]
    [InlineData("""{"params":{"isbn":"1","limit":201}}""", "out_of_range", "params.limit")]
    [InlineData("""{"params":{"isbn":"1","page":2}}""", "unknown", "params.page")]
    [InlineData("""{"params":"isbn=1"}""", "wrong_type", "params")]
    public void AQueryObjectIsCheckedFieldByField(string arguments, string code, string path)
    {
        var error = Assert.Single(Validate(Definitions.SearchBooks, arguments).Errors);

        Assert.Equal((code, path), (error.Code, error.Path));
    }

    [Fact]
    public void AQueryHoldsNoLists()
    {
        var error = Assert.Single(Validate(Definitions.RawGet, """{"params":{"a":1,"b":[1],"c":null}}""").Errors);

        Assert.Equal(("wrong_type", "params.b"), (error.Code, error.Path));
    }

    [Theory]
    [InlineData("""{"book_id":"b1","body":{"title":"\ud800"}}""", "body.title")]
    [InlineData("""{"book_id":"b1","body":{"anything":{"a":["\udc00x"]}}}""", "body.anything.a[0]")]
    [InlineData("""{"book_id":"b1","body":{"anything":{"\ud800":1}}}""", "body.anything")]
    public void HalfSurrogatePairsAreRefused(string arguments, string path)
    {
        var error = Assert.Single(Validate(UpdateBookTool.ToolDefinition, arguments).Errors);

        Assert.Equal(("wrong_type", path), (error.Code, error.Path));
    }

    [Fact]
    public void BytesThatAreNotUtf8AreRefused()
    {
        byte[] arguments = [.. """{"book_id":"b1","body":{"title":"ab"""u8, 0xFF, .. "\"}}"u8];

        var error = Assert.Single(ToolValidator.Validate(UpdateBookTool.ToolDefinition, JsonElement.Parse(arguments)).Errors);

        Assert.Equal("body.title", error.Path);
    }

    [Fact]
    public void ValuesAreShownUpToEightyCharacters()
    {
        var secret = new string('s', 5000);

        var result = Validate(UpdateBookTool.ToolDefinition, $$$"""{"book_id":"b1","body":{"state":"{{{secret}}}","title":"{{{secret}}}","{{{secret}}}":1,"rare":"{{{secret}}}"}}""");

        Assert.Equal(4, result.Errors.Length);
        Assert.All(result.Errors, static error =>
        {
            Assert.DoesNotContain(new string('s', 81), error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(new string('s', 81), error.Got + error.Path, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void MessagesStayOnOneLine()
    {
        var error = Assert.Single(Validate(UpdateBookTool.ToolDefinition, """{"book_id":"b1","body":{"a\nb\u2028":1}}""").Errors);

        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain('\u2028', error.Message);
    }

    [Theory]
    [InlineData("""{"book_id":"b1","body":{"state":"lend"}}""", "body.state: expected one of on_shelf, lent, lost, got \"lend\". Did you mean lent?")]
    [InlineData("""{"book_id":"b1","body":{"pages":"25"}}""", "body.pages: expected integer from 1 to 5000, got \"25\". Pass 25.")]
    [InlineData("""{"book_id":"b1","body":{"weight":10}}""", "body.weight: expected number from 0.1 to 9.5 kilograms, got 10.")]
    [InlineData("""{"book_id":"b1","body":{"titel":"Title"}}""", "body.titel is not a known key. Did you mean title?")]
    [InlineData("""{"book_id":"b1","body":{"chapters":[{"name":"I","xyz":1}]}}""", "body.chapters[0].xyz is not a known key. Expected one of name, page, parts.")]
    [InlineData("""{"body":{}}""", "book_id is missing. Expected string: The book's id.")]
    [InlineData("""{"book_id":"b1","body":{"authors":["A","B","C","D"]}}""", "body.authors: expected array from 1 to 3 items, got 4 items.")]
    [InlineData("5", "arguments: expected object, got 5.")]
    public void AMessageSaysWhatToDo(string arguments, string message)
        => Assert.Equal(message, Assert.Single(Validate(UpdateBookTool.ToolDefinition, arguments).Errors).Message);

    [Fact]
    public void TheHintNamesTheWayThroughForUnknownKeysThatNothingResembles()
    {
        var options = new ToolValidationOptions { UnknownKeyHint = "To send it all the same use raw_patch." };

        var errors = ToolValidator.Validate(UpdateBookTool.ToolDefinition, Json.Parse("""{"book_id":"b1","body":{"titel":"Title","colour":"red"}}"""), options).Errors;

        Assert.EndsWith("Did you mean title?", errors[0].Message, StringComparison.Ordinal);
        Assert.EndsWith(". To send it all the same use raw_patch.", errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatNoDefinitionTellsIsFoundWithTheRestAndNoCorrectedCallHasIt()
    {
        var options = new ToolValidationOptions
        {
            FindFurther = static (_, arguments) => arguments.TryGetProperty("book_id", out var id) && id.ValueEquals("b0")
                ? new ToolValidationError { Code = ToolValidationCodes.NotAllowed, Path = "book_id", Expected = "a book", Got = "\"b0\"", Message = "There is no such book." }
                : null,
        };

        Assert.True(Validate("""{"book_id":"b1","body":{}}""").IsValid);
        Assert.Equal(["There is no such book."], Validate("""{"book_id":"b0","body":{}}""").Errors.Select(static error => error.Message));
        Assert.NotNull(Validate("""{"book_id":"b1","body":{"titel":"Title"}}""").CorrectedArguments);
        var both = Validate("""{"book_id":"b0","body":{"titel":"Title"}}""");
        Assert.Equal(["body.titel", "book_id"], both.Errors.Select(static error => error.Path));
        Assert.Null(both.CorrectedArguments);
        Assert.Null(Validate("""{"bok_id":"b0","body":{}}""").CorrectedArguments);

        ToolValidationResult Validate(string arguments) => ToolValidator.Validate(UpdateBookTool.ToolDefinition, Json.Parse(arguments), options);
    }

    [Fact]
    public void UndocumentedKeysOfObjectsAreAcceptedWhenAllowed()
    {
        var options = new ToolValidationOptions { AllowUndocumented = true };

        Assert.True(ToolValidator.Validate(UpdateBookTool.ToolDefinition, Json.Parse("""{"book_id":"b1","body":{"colour":{"a":1},"chapters":[{"name":"I","x":1}]}}"""), options).IsValid);
        Assert.True(ToolValidator.Validate(ListLoansTool.ToolDefinition, Json.Parse("""{"branch":"x"}"""), options).IsValid);
        Assert.Equal("branch", Assert.Single(ToolValidator.Validate(ListLoansTool.ToolDefinition, Json.Parse("""{"branch":["x"]}"""), options).Errors).Path);
        Assert.Equal("x", Assert.Single(ToolValidator.Validate(UpdateBookTool.ToolDefinition, Json.Parse("""{"book_id":"b1","body":{},"x":1}"""), options).Errors).Path);
    }

    [Fact]
    public void WhatASettingFillsIsNotMissing()
    {
        var arguments = Json.Parse("""{"body":{"name":"M"}}""");
        var options = new ToolValidationOptions { Settings = Json.Settings(("default_branch", "\"north\"")) };

        var error = Assert.Single(ToolValidator.Validate(Definitions.CreateMembers, arguments).Errors);

        Assert.Equal(("missing", "body.branch"), (error.Code, error.Path));
        Assert.EndsWith("The setting default_branch would fill it.", error.Message, StringComparison.Ordinal);
        Assert.True(ToolValidator.Validate(Definitions.CreateMembers, arguments, options).IsValid);
    }

    [Fact]
    public void TheExceptionListsEveryProblem()
    {
        var error = Assert.Throws<ToolValidationException>(() => ToolValidator.ThrowIfInvalid(UpdateBookTool.ToolDefinition, Json.Parse("""{"body":{"pages":0}}""")));

        Assert.Equal("update_book", error.ToolName);
        Assert.Equal(2, error.Errors.Length);
        Assert.Equal(
            "update_book: 2 problems.\n- body.pages: expected integer from 1 to 5000, got 0.\n- book_id is missing. Expected string: The book's id.",
            error.Message);
    }

    [Fact]
    public void TheExceptionShowsTheCorrectedCall()
    {
        var error = Assert.Throws<ToolValidationException>(() => ToolValidator.ThrowIfInvalid(UpdateBookTool.ToolDefinition, Json.Parse("""{"book_id":5,"body":{}}""")));

        Assert.Equal(
            "update_book: book_id: expected string, got 5. Pass \"5\".\nCorrected arguments: {\"book_id\":\"5\",\"body\":{}}",
            error.Message);
    }

    [Fact]
    public void TheExceptionListsTwentyProblemsAndCountsTheRest()
    {
        var items = string.Join(",", Enumerable.Repeat("5", 25));

        var error = Assert.Throws<ToolValidationException>(() => ToolValidator.ThrowIfInvalid(UpdateBookTool.ToolDefinition, Json.Parse($$$"""{"book_id":"b1","body":{"chapters":[{{{items}}}]}}""")));

        Assert.Equal(25, error.Errors.Length);
        Assert.EndsWith("\nand 5 more.", error.Message, StringComparison.Ordinal);
    }

    private static ToolValidationResult Validate(ToolDefinition definition, string arguments)
        => ToolValidator.Validate(definition, Json.Parse(arguments.Trim()));
}
