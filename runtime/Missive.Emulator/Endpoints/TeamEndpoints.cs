using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class TeamEndpoints
{
    private static readonly BodySchema BusinessHours = new(
    [
        BodyField.Text("tz"),
        BodyField.NestedList("t", new BodySchema(
        [
            BodyField.Whole("d", max: 6),
            BodyField.List("s", BodyField.Whole("", max: 86_400)) with { MinItems = 2, MaxItems = 2 },
        ])),
    ]);

    private static readonly BodyField[] Optional =
    [
        BodyField.Text("emoji"),
        BodyField.HexColor("color"),
        BodyField.TextList("active_members"),
        BodyField.TextList("observers"),
        BodyField.Nested("business_hours", BusinessHours),
        BodyField.Whole("inactivity_period"),
        BodyField.Choice("team_mention_behavior", "all_members", "only_active_members"),
        BodyField.Choice("user_reply_behavior", "assign_user", "leave_in_team_inbox"),
        BodyField.Choice("received_reply_behavior", "show_in_assignee_inbox", "show_in_team_inbox"),
        BodyField.Choice("team_sidebar_behavior", "show_team_space", "show_team_inbox"),
        BodyField.Flag("team_inbox_enabled"),
        BodyField.Flag("chat_room_enabled"),
    ];

    private static readonly BodySchema New =
        new([BodyField.Text("name").Required(), BodyField.Text("organization").Required(), .. Optional]);

    private static readonly BodySchema Changes =
        new([BodyField.Text("id").Required(), BodyField.Text("name"), BodyField.Text("organization"), .. Optional]);

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/teams", QuerySchema.OffsetList(QueryParameter.Text("organization")), List),
        Route.Post("/teams", Create),
        Route.Patch("/teams/{ids}", Update),
    ];

    private static ApiAnswer List(ApiCall call)
    {
        var organization = call.Query.Text("organization");
        call.Account.RequireOrganization(organization);
        var teams = call.Account.Teams.Values.Where(team => organization is null || team.Text("organization") == organization);
        return Pages.Offset(call, "teams", teams, team => team.DeepClone());
    }

    private static ApiAnswer Create(ApiCall call)
    {
        RequireAdmin(call);
        var items = BodyReader.Several(call, "teams", New);
        foreach (var item in items)
        {
            CheckReferences(call.Account, item);
        }

        return WriteAnswers.Created(call, "teams", new JsonArray([.. items.Select(item => Store(call, item))]));
    }

    private static JsonNode Store(ApiCall call, JsonObject item)
    {
        var id = call.Account.Ids.Next("team");
        var team = new JsonObject { ["id"] = id, ["active_members"] = new JsonArray(), ["observers"] = new JsonArray() };
        Attributes.Merge(team, item);
        call.Account.Teams[id] = team;
        call.Record(EffectKind.Created, "teams", id, item.Text("name"));
        return team.DeepClone();
    }

    private static ApiAnswer Update(ApiCall call)
    {
        RequireAdmin(call);
        var changes = BodyReader.ByPathIds(call, "teams", Changes);
        foreach (var (id, item) in changes)
        {
            call.Account.RequireTeam(id);
            CheckReferences(call.Account, item);
        }

        return ApiAnswer.Enveloped("teams", new JsonArray([.. changes.Select(change =>
        {
            var team = call.Account.Teams[change.Id];
            Attributes.Merge(team, change.Item);
            call.Record(EffectKind.Updated, "teams", change.Id, change.Item.Text("name"));
            return team.DeepClone();
        })]));
    }

    private static void CheckReferences(AccountState account, JsonObject item)
    {
        account.RequireOrganization(item.Text("organization"));
        account.RequireUsers([.. item.Texts("active_members"), .. item.Texts("observers")]);
    }

    private static void RequireAdmin(ApiCall call)
    {
        if (!call.Options.TokenOwnerIsAdmin)
        {
            throw ApiRefusalException.Forbidden("only admins and owners of the organization may change its teams");
        }
    }
}
