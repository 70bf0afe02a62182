using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class ContactEndpoints
{
    private static readonly QuerySchema ListQuery = QuerySchema.OffsetList(
        QueryParameter.Text("contact_book") with { Required = true },
        QueryParameter.Choice("order", "last_name", "last_modified"),
        QueryParameter.Instant("modified_since"),
        QueryParameter.Flag("include_deleted"),
        QueryParameter.Text("search"));

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/contacts", ListQuery, List),
        Route.Get("/contacts/{id}", QuerySchema.None, Get),
        Route.Post("/contacts", Create),
        Route.Patch("/contacts/{ids}", Update),
    ];

    private static ApiAnswer List(ApiCall call)
    {
        var book = call.Query.Text("contact_book");
        call.Account.RequireContactBook(book);
        var since = call.Query.Instant("modified_since");
        var withDeleted = since is not null && call.Query.Flag("include_deleted");
        var contacts = call.Account.Contacts.Values
            .Where(contact => contact.Text("contact_book") == book)
            .Where(contact => withDeleted || !contact.Flag("deleted"))
            .Where(contact => since is null || contact.Whole("modified_at") >= since);
        if (call.Query.Text("search") is { } search)
        {
            contacts = contacts.Where(contact => Matches(contact, search));
        }

        contacts = call.Query.Text("order") == "last_modified"
            ? contacts.OrderByDescending(contact => contact.Whole("modified_at"))
            : contacts.OrderBy(contact => contact.Text("last_name"), StringComparer.Ordinal);
        return Pages.Offset(call, "contacts", contacts, Render);
    }

    private static ApiAnswer Get(ApiCall call)
    {
        var contact = Find(call.Account, call.Id);
        return ApiAnswer.Enveloped("contacts", call.Options.SingleShape == SingleShape.Bare
            ? contact.DeepClone()
            : new JsonArray(contact.DeepClone()));
    }

    private static ApiAnswer Create(ApiCall call)
    {
        var items = BodyReader.Several(call, "contacts", ContactSchemas.New);
        foreach (var item in items)
        {
            call.Account.RequireContactBook(item.Text("contact_book"));
        }

        return WriteAnswers.Created(call, "contacts", new JsonArray([.. items.Select(item =>
        {
            var id = call.Account.Ids.Next("contact");
            var contact = new JsonObject { ["id"] = id, ["first_name"] = null, ["last_name"] = null, ["starred"] = false, ["deleted"] = false };
            call.Account.Contacts[id] = contact;
            return Change(call, EffectKind.Created, contact, item);
        })]));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var changes = BodyReader.ByPathIds(call, "contacts", ContactSchemas.Changes);
        foreach (var (id, item) in changes)
        {
            Find(call.Account, id);
            call.Account.RequireContactBook(item.Text("contact_book"));
        }

        return ApiAnswer.Enveloped("contacts", new JsonArray([.. changes.Select(change =>
            Change(call, EffectKind.Updated, call.Account.Contacts[change.Id], change.Item))]));
    }

    private static JsonObject Find(AccountState account, string id) =>
        account.Contacts.TryGetValue(id, out var contact) && !contact.Flag("deleted")
            ? contact
            : throw ApiRefusalException.NotFound($"contact '{id}' is not found");

    private static JsonNode Change(ApiCall call, EffectKind kind, JsonObject contact, JsonObject item)
    {
        Attributes.Merge(contact, item);
        contact["modified_at"] = call.Account.Clock.Now;
        foreach (var membership in contact.Objects("memberships"))
        {
            NameGroup(call.Account, contact, membership);
        }

        call.Record(kind, "contacts", contact.Text("id")!, item.Text("first_name") ?? item.Text("last_name"));
        return contact.DeepClone();
    }

    private static void NameGroup(AccountState account, JsonObject contact, JsonObject membership)
    {
        var group = membership["group"]!.AsObject();
        var book = contact.Text("contact_book")!;
        var known = account.ContactGroups.Find(candidate =>
            candidate.BookId == book && candidate.Kind == group.Text("kind") && candidate.Name == group.Text("name"));
        if (known is null)
        {
            known = new ContactGroup(account.Ids.Next("group"), group.Text("name")!, group.Text("kind")!, book);
            account.ContactGroups.Add(known);
        }

        group["id"] = known.Id;
    }

    private static JsonNode Render(JsonObject contact) => contact.Flag("deleted")
        ? new JsonObject { ["id"] = contact.Text("id"), ["deleted"] = true, ["modified_at"] = contact.Whole("modified_at") }
        : contact.DeepClone();

    private static bool Matches(JsonObject contact, string search)
    {
        IEnumerable<string?> texts =
        [
            $"{contact.Text("first_name")} {contact.Text("last_name")}",
            contact.Text("middle_name"),
            contact.Text("nickname"),
            contact.Text("notes"),
            .. contact.Objects("infos").SelectMany(info => new[] { info.Text("value"), info.Text("name") }),
            .. contact.Objects("memberships").Select(membership => membership["group"]!.AsObject().Text("name")),
        ];
        return texts.Any(text => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true);
    }
}
