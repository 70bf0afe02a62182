using System.Text.Json;

namespace Missive.Tools;

/// <summary><c>list_contacts</c>: the API lists one contact book; without one, all books are read as one list.</summary>
internal sealed class ListContacts : OffsetListFunction
{
    private const string Book = "contact_book";

    protected override async ValueTask<IReadOnlyList<string>> TargetsAsync(ToolCall call, CancellationToken cancellationToken)
    {
        // The setting has filled it, where there is one.
        var request = call.BuildRequest().PathAndQuery;
        if (QueryEdit.Get(request, Book) is not null)
        {
            return [request];
        }

        var books = await call.Lookups.ContactBooks.ListIdsAsync(call, cancellationToken).ConfigureAwait(false);
        return books.Count > 0
            ? [.. books.Select(book => QueryEdit.With(request, Book, book))]
            : throw ContactBookLookup.Missing(call, "params.contact_book", []);
    }

    protected override string? HintFor(ToolCall call)
        => call.Value("params.include_deleted").ValueKind == JsonValueKind.True && call.Value("params.modified_since").ValueKind == JsonValueKind.Undefined
            ? "include_deleted counts only together with modified_since; without it no deleted contact is listed."
            : null;
}
