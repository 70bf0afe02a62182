using Missive.Emulator.Account;
using Missive.Emulator.Account.Json;
using Missive.Emulator.Answers;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class ContactBookEndpoints
{
    private static readonly QuerySchema GroupQuery = QuerySchema.OffsetList(
        QueryParameter.Text("contact_book") with { Required = true },
        QueryParameter.Choice("kind", "group", "organization") with { Required = true });

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/contact_books", QuerySchema.OffsetList(), call =>
            Pages.Offset(call, "contact_books", call.Account.ContactBooks, PeopleJson.Of)),
        Route.Get("/contact_groups", GroupQuery, ListGroups),
    ];

    private static ApiAnswer ListGroups(ApiCall call)
    {
        var book = call.Query.Text("contact_book");
        call.Account.RequireContactBook(book);
        var kind = call.Query.Text("kind");
        var groups = call.Account.ContactGroups.Where(group => group.BookId == book && group.Kind == kind);
        return Pages.Offset(call, "contact_groups", groups, PeopleJson.Of);
    }
}
