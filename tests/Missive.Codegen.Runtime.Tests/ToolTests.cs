using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

public sealed class ToolTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATypedCallSendsAndAnswers()
    {
        var invoker = new RecordingInvoker("""{"books":{"id":"b1","title":"Title","new_field":7}}""");

        var result = await new UpdateBookTool(invoker).InvokeAsync(new() { BookId = "b1", Body = new() { State = BookState.Lent } }, Token);

        Assert.Equal("PATCH /books/b1", Assert.Single(invoker.Requests).ToString());
        Assert.Equal("""{"books":{"state":"lent"}}""", Json.Text(invoker.Requests[0].Body));
        Assert.Equal("Title", result.Book?.Title);
        Assert.Equal(7, result.Json.GetProperty("books").GetProperty("new_field").GetInt32());
    }

    [Fact]
    public async Task TypedAndJsonCallsMeetTheSameValidation()
    {
        var invoker = new RecordingInvoker();
        var tool = new UpdateBookTool(invoker);
        var arguments = new UpdateBookArguments { BookId = "b1", Body = new() { Pages = 0, Shelf = "s", Box = "b" } };

        var typed = await Assert.ThrowsAsync<ToolValidationException>(() => tool.InvokeAsync(arguments, Token));
        var json = await Assert.ThrowsAsync<ToolValidationException>(() => tool.InvokeAsync(Json.Parse("""{"book_id":"b1","body":{"pages":0,"shelf":"s","box":"b"}}"""), Token));

        Assert.Equal(json.Errors, typed.Errors);
        Assert.Equal(json.Errors, tool.Validate(arguments.Json).Errors);
        Assert.Equal(2, typed.Errors.Length);
        Assert.Empty(invoker.Requests);
    }

    [Fact]
    public async Task APagedToolStreamsItsItems()
    {
        var invoker = new RecordingInvoker("{}", """{"id":"b1"}""", """{"id":"b2"}""");
        var ids = new List<string?>();

        await foreach (var book in new ListLoansTool(invoker).StreamAsync(new() { State = BookState.Lent, Limit = 2 }, Token))
        {
            ids.Add(book.Id);
        }

        Assert.Equal(["b1", "b2"], ids);
        Assert.Equal("/loans?state=lent&limit=2", Assert.Single(invoker.Requests).PathAndQuery);
    }

    [Fact]
    public async Task AStreamValidatesBeforeItsFirstItem()
    {
        var invoker = new RecordingInvoker();

        await Assert.ThrowsAsync<ToolValidationException>(async () =>
        {
            await foreach (var _ in new ListLoansTool(invoker).StreamAsync(new() { Limit = 0 }, Token))
            {
            }
        });
        Assert.Empty(invoker.Requests);
    }

    [Fact]
    public async Task AToolWithoutPagesDoesNotStream()
        => await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in new UpdateBookTool(new RecordingInvoker()).StreamAsync(Json.Parse("""{"book_id":"b1","body":{}}"""), Token))
            {
            }
        });

    [Fact]
    public async Task APageHasItsItemsAndItsPlaceInTheList()
    {
        var invoker = new RecordingInvoker("""{"loans":[{"id":"b1"}],"pagination":{"offset":0,"limit":1,"returned":1,"has_more":null,"next_until":1777593600,"incomplete":false}}""");

        var page = await new ListLoansTool(invoker).InvokeAsync(new ListLoansArguments(), Token);

        Assert.Equal("b1", Assert.Single(page.Loans).Id);
        Assert.Equal(1777593600, page.Pagination?.NextUntil);
        Assert.Null(page.Pagination?.HasMore);
        Assert.False(page.Pagination?.Incomplete);
    }

    [Fact]
    public void PaginationIsWrittenAsItIsRead()
        => Assert.Equal(
            """{"offset":0,"limit":5,"returned":5,"has_more":null,"next_until":1777593600,"incomplete":false}""",
            new Pagination { Offset = 0, Limit = 5, Returned = 5, HasMore = null, NextUntil = 1777593600, Incomplete = false }.ToString());

    [Fact]
    public void SchemaAndDocumentationComeFromTheAssembly()
    {
        var tool = new UpdateBookTool(new RecordingInvoker());

        Assert.Contains("\"required\"", tool.Schema, StringComparison.Ordinal);
        Assert.StartsWith("# update_book", tool.Documentation, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAbsentResourceIsNamed()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new ListLoansTool(new RecordingInvoker()).Schema);

        Assert.Contains("schemas/list_loans.schema.json", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"body":{"authors":["A"]}}""", true)]
    [InlineData("""{"body":{"books":{"rare":true}}}""", true)]
    [InlineData("""{"body":{"rare":false,"authors":null,"title":"Title"}}""", false)]
    [InlineData("""{"body":5}""", false)]
    [InlineData("{}", false)]
    public void AnEffectDependsOnItsArguments(string arguments, bool expected)
        => Assert.Equal(expected, UpdateBookTool.ToolDefinition.Effects.Destructive!.AppliesTo(UpdateBookTool.ToolDefinition, Json.Parse(arguments)));

    [Fact]
    public void AnEffectWithoutConditionAlwaysApplies()
        => Assert.True(EffectCondition.Always.AppliesTo(UpdateBookTool.ToolDefinition, Json.Parse("{}")));
}
