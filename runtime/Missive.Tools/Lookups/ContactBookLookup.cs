using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Finds the contact book that is meant, where the call does not say.</summary>
internal sealed class ContactBookLookup(TimeProvider timeProvider)
{
    /// <summary>The setting that names it.</summary>
    public const string Setting = "default_contact_book";

    private readonly Remembered<IReadOnlyList<JsonElement>> _all = new(timeProvider);

    /// <summary>The ids of all contact books, in the API's order.</summary>
    public async ValueTask<IReadOnlyList<string>> ListIdsAsync(ToolCall call, CancellationToken cancellationToken)
        => [.. (await ListAsync(call, cancellationToken).ConfigureAwait(false)).Select(static book => ListItems.Text(book, "id")).OfType<string>()];

    /// <summary>The only contact book.</summary>
    /// <param name="call">The call.</param>
    /// <param name="path">The argument that would name it.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="ToolValidationException">There is none, or there are several; the message lists them.</exception>
    public async ValueTask<string> FindOnlyAsync(ToolCall call, string path, CancellationToken cancellationToken)
    {
        var books = await ListAsync(call, cancellationToken).ConfigureAwait(false);
        return books is [var only] && ListItems.Text(only, "id") is { } id ? id : throw Missing(call, path, books);
    }

    /// <summary>Refuses a call that does not say which of several books it means.</summary>
    public static ToolValidationException Missing(ToolCall call, string path, IReadOnlyCollection<JsonElement> books)
        => Refusal.Of(
            call,
            ToolValidationCodes.Missing,
            path,
            "the ID of a contact book",
            "nothing",
            $"The setting {Setting} would fill it, and so would the only book if there were one. Pass one of: {NamedList.Of(books)}.");

    private async ValueTask<IReadOnlyList<JsonElement>> ListAsync(ToolCall call, CancellationToken cancellationToken)
        => _all.Value ?? _all.Store(await WholeList.ReadAsync(call.ForLookup, "/contact_books", "contact_books", cancellationToken).ConfigureAwait(false));
}
