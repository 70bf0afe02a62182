namespace Missive.Tools;

/// <summary><c>list_contact_groups</c>: the API insists on a contact book, and groups of several books are not mixed.</summary>
internal sealed class ListContactGroups : OffsetListFunction
{
    protected override async ValueTask<IReadOnlyList<string>> TargetsAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var request = call.BuildRequest().PathAndQuery;
        if (QueryEdit.Get(request, "contact_book") is not null)
        {
            return [request];
        }

        var book = await call.Lookups.ContactBooks.FindOnlyAsync(call, "params.contact_book", cancellationToken).ConfigureAwait(false);
        return [QueryEdit.With(request, "contact_book", book)];
    }
}
