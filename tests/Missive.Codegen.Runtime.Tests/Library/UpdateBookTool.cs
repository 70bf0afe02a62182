using System.Text.Json;

namespace Missive.Codegen.Runtime.Tests.Library;

public sealed partial class UpdateBookTool : Tool<UpdateBookArguments, UpdateBookResult>
{
    public UpdateBookTool(IToolInvoker invoker)
        : base(ToolDefinition, invoker)
    {
    }

    public static ToolDefinition ToolDefinition { get; } = new()
    {
        Name = "update_book",
        FullName = "library.library_update_book",
        Group = "books",
        Operation = ToolOperation.Write,
        Description = "Update a book.",
        Aliases = ["change_book"],
        Method = "PATCH",
        Path = "/books/{book_id}",
        Parameters =
        [
            new() { Name = "book_id", Type = DataType.String(), Required = true, Description = "The book's id.", Location = ParameterLocation.Path },
            new() { Name = "body", Type = BookChanges.Type, Required = true, Description = "What to change.", Location = ParameterLocation.Body, Envelope = "books" },
        ],
        Response = new() { Envelope = "books", Shape = ResponseShape.Object },
        Effects = new() { Idempotent = true, Destructive = EffectCondition.When("body.authors", "body.rare") },
    };
}

public sealed partial class UpdateBookArguments : JsonRecord
{
    public required string BookId { get => GetString("book_id")!; init => Set("book_id", value); }

    public required BookChanges Body { get => GetRecord<BookChanges>("body")!; init => Set("body", value); }
}

public sealed partial class UpdateBookResult : JsonRecord, IJsonRecord<UpdateBookResult>
{
    private UpdateBookResult(JsonElement json)
        : base(json)
    {
    }

    public Book? Book => GetSingle<Book>("books");

    static UpdateBookResult IJsonRecord<UpdateBookResult>.Create(JsonElement json) => new(json);
}
