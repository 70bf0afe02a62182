using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class SharedLabelEndpoints
{
    private static readonly string[] Sharing =
        ["share_with_organization", "share_with_team", "share_with_users", "visibility"];

    private static readonly BodyField[] Optional =
    [
        BodyField.HexColor("color"),
        BodyField.Text("parent"),
        BodyField.Flag("share_with_organization"),
        BodyField.Text("share_with_team").Nullable(),
        BodyField.TextList("share_with_users"),
        BodyField.Choice("visibility", "organization", "delegates"),
    ];

    private static readonly BodySchema New =
        new([BodyField.Text("name").Required(), BodyField.Text("organization").Required(), .. Optional]);

    // Known only to be refused with its own words, whether unknown attributes are refused or not (secondary).
    private static readonly BodySchema Changes = new(
        [BodyField.Text("id").Required(), BodyField.Text("name"), BodyField.Text("organization"), .. Optional],
        item => item.ContainsKey("organization") ? "'organization' is not permitted when a label is changed" : null);

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/shared_labels", QuerySchema.OffsetList(QueryParameter.Text("organization")), List),
        Route.Post("/shared_labels", Create),
        Route.Patch("/shared_labels/{ids}", Update),
    ];

    private static ApiAnswer List(ApiCall call)
    {
        var organization = call.Query.Text("organization");
        call.Account.RequireOrganization(organization);
        var labels = call.Account.SharedLabels.Values.Where(label => organization is null || label.Text("organization") == organization);
        return Pages.Offset(call, "shared_labels", labels, label => label.DeepClone());
    }

    private static ApiAnswer Create(ApiCall call)
    {
        var items = BodyReader.Several(call, "shared_labels", New);
        foreach (var item in items)
        {
            call.Account.RequireOrganization(item.Text("organization"));
            CheckReferences(call.Account, item);
        }

        return WriteAnswers.Created(call, "shared_labels", new JsonArray([.. items.Select(item =>
        {
            var id = call.Account.Ids.Next("label");
            var label = new JsonObject { ["id"] = id, ["name"] = null, ["name_with_parent_names"] = null, ["color"] = null };
            call.Account.SharedLabels[id] = label;
            call.Record(EffectKind.Created, "shared_labels", id, item.Text("name"));
            return Change(call.Account, label, item);
        })]));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var changes = BodyReader.ByPathIds(call, "shared_labels", Changes);
        foreach (var (id, item) in changes)
        {
            call.Account.RequireLabels(id);
            CheckReferences(call.Account, item);
            if (item.Text("parent") is { } parent && IsOrIsBelow(call.Account, parent, id))
            {
                throw ApiRefusalException.Unprocessable($"label '{id}' cannot lie below itself");
            }

            if (!call.Options.TokenOwnerIsAdmin && Sharing.FirstOrDefault(item.ContainsKey) is { } denied)
            {
                throw ApiRefusalException.Forbidden($"only admins and owners of the organization may change '{denied}'");
            }
        }

        return ApiAnswer.Enveloped("shared_labels", new JsonArray([.. changes.Select(change =>
        {
            call.Record(EffectKind.Updated, "shared_labels", change.Id, change.Item.Text("name"));
            return Change(call.Account, call.Account.SharedLabels[change.Id], change.Item);
        })]));
    }

    private static JsonNode Change(AccountState account, JsonObject label, JsonObject item)
    {
        Attributes.Merge(label, item);
        foreach (var known in account.SharedLabels.Values)
        {
            known["name_with_parent_names"] = FullName(account, known);
        }

        return label.DeepClone();
    }

    private static string FullName(AccountState account, JsonObject label) =>
        label.Text("parent") is { } parent ? $"{FullName(account, account.SharedLabels[parent])}/{label.Text("name")}" : label.Text("name") ?? "";

    private static bool IsOrIsBelow(AccountState account, string? id, string ancestor)
    {
        while (id is not null && id != ancestor)
        {
            id = account.SharedLabels[id].Text("parent");
        }

        return id is not null;
    }

    private static void CheckReferences(AccountState account, JsonObject item)
    {
        account.RequireTeam(item.Text("share_with_team"));
        account.RequireUsers(item.Texts("share_with_users"));
        if (item.Text("parent") is { } parent)
        {
            account.RequireLabels(parent);
        }
    }
}
