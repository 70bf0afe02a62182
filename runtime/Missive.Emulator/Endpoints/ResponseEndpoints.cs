using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class ResponseEndpoints
{
    private static readonly BodySchema File = new([.. AddressFields.File.Fields, BodyField.Text("id")]);

    private static readonly BodyField[] Fields =
    [
        BodyField.Text("title", maxLength: 500),
        BodyField.Text("organization"),
        BodyField.Text("user"),
        BodyField.Text("body"),
        BodyField.Text("subject", maxLength: 500),
        BodyField.Text("share_with_team"),
        BodyField.TextList("shared_labels"),
        BodyField.NestedList("to_fields", AddressFields.Email),
        BodyField.NestedList("cc_fields", AddressFields.Email),
        BodyField.NestedList("bcc_fields", AddressFields.Email),
        BodyField.Text("external_id"),
        BodyField.Text("external_source"),
        BodyField.NestedList("attachments", File),
    ];

    private static readonly BodySchema New = new(
        Fields,
        BodyRules.ExactlyOne("organization", "user"),
        BodyRules.Needs("external_source", "external_id"),
        BodyRules.Needs("organization", "share_with_team", "shared_labels"));

    private static readonly BodySchema Changes = new(
        [BodyField.Text("id").Required(), .. Fields],
        BodyRules.NotBoth("organization", "user"),
        BodyRules.Needs("external_source", "external_id"));

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/responses", QuerySchema.OffsetList(QueryParameter.Text("organization")), List),
        Route.Get("/responses/{id}", QuerySchema.None, Get),
        Route.Post("/responses", Create),
        Route.Patch("/responses/{ids}", Update),
        Route.Delete("/responses/{ids}", Delete),
    ];

    private static ApiAnswer List(ApiCall call)
    {
        var organization = call.Query.Text("organization");
        call.Account.RequireOrganization(organization);
        var responses = call.Account.Responses.Values
            .Where(response => organization is null || response.Text("organization") == organization);
        return Pages.Offset(call, "responses", responses, response => response.DeepClone());
    }

    private static ApiAnswer Get(ApiCall call)
    {
        var response = call.Account.Responses.Require("response", call.Id).DeepClone();
        return ApiAnswer.Enveloped("responses", call.Options.SingleShape == SingleShape.Bare ? response : new JsonArray(response));
    }

    private static ApiAnswer Create(ApiCall call)
    {
        var items = BodyReader.Several(call, "responses", New);
        foreach (var item in items)
        {
            CheckReferences(call.Account, item);
        }

        CheckExternalIds(call.Account, [.. items.Select(item => ("", item))]);
        return WriteAnswers.Created(call, "responses", new JsonArray([.. items.Select(item =>
        {
            var id = call.Account.Ids.Next("response");
            var response = Blank(id);
            call.Account.Responses[id] = response;
            return Change(call, EffectKind.Created, response, item);
        })]));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var changes = BodyReader.ByPathIds(call, "responses", Changes);
        foreach (var (id, item) in changes)
        {
            RequireChangeable(call, id);
            CheckReferences(call.Account, item);
        }

        CheckExternalIds(call.Account, changes);
        return ApiAnswer.Enveloped("responses", new JsonArray([.. changes.Select(change =>
            Change(call, EffectKind.Updated, call.Account.Responses[change.Id], change.Item))]));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        foreach (var id in call.Ids)
        {
            var response = RequireChangeable(call, id);
            if (response.Text("organization") is not null && !call.Options.TokenOwnerIsAdmin)
            {
                throw ApiRefusalException.Forbidden("only admins and owners of the organization may delete its responses");
            }
        }

        foreach (var id in call.Ids.Distinct(StringComparer.Ordinal))
        {
            call.Account.Responses.Remove(id);
            call.Record(EffectKind.Deleted, "responses", id, id);
        }

        return WriteAnswers.Deleted(call);
    }

    private static JsonObject RequireChangeable(ApiCall call, string id)
    {
        var response = call.Account.Responses.Require("response", id);
        return response.Text("external_source") == "whatsapp"
            ? throw ApiRefusalException.Forbidden($"response '{id}' was made by an integration and cannot be changed or deleted")
            : response;
    }

    private static void CheckReferences(AccountState account, JsonObject item)
    {
        account.RequireOrganization(item.Text("organization"));
        if (item.Text("user") is { } user)
        {
            account.RequireUsers(user);
        }

        account.RequireTeam(item.Text("share_with_team"));
        account.RequireLabels(item.Texts("shared_labels"));
        Attachments.Check(item, "responses");
    }

    /// <summary>External id and source are one response's alone within its organization or user (official).</summary>
    private static void CheckExternalIds(AccountState account, IReadOnlyList<(string Id, JsonObject Item)> changes)
    {
        var taken = account.Responses.Values.ToDictionary(response => response.Text("id")!, ExternalKey, StringComparer.Ordinal);
        foreach (var (id, item) in changes)
        {
            if (ExternalKey(item) is not { } key)
            {
                continue;
            }

            if (taken.Any(other => other.Key != id && other.Value == key))
            {
                throw ApiRefusalException.Unprocessable($"external_id '{item.Text("external_id")}' is taken");
            }

            taken[id.Length == 0 ? $"new {taken.Count}" : id] = key;
        }
    }

    private static string? ExternalKey(JsonObject item) => item.Text("external_id") is { } id
        ? string.Join('\n', item.Text("organization") ?? item.Text("user"), item.Text("external_source"), id)
        : null;

    private static JsonNode Change(ApiCall call, EffectKind kind, JsonObject response, JsonObject item)
    {
        var uploads = item.Objects("attachments").Select(file => file.Text("id")).ToList();
        var stored = Attachments.Store(call.Account, item);
        Attributes.Merge(response, item);
        if (item.ContainsKey("attachments"))
        {
            response["attachments"] = stored;
        }

        // Inline images refer to their upload by a temporary id, which the API replaces.
        for (var index = 0; index < uploads.Count; index++)
        {
            if (uploads[index] is { } temporary && response.Text("body") is { } body)
            {
                response["body"] = body.Replace(
                    $"data-missive-attachment-id=\"{temporary}\"",
                    $"data-missive-attachment-id=\"{stored[index]!["id"]}\"",
                    StringComparison.Ordinal);
            }
        }

        response["modified_at"] = call.Account.Clock.Now;
        call.Record(kind, "responses", response.Text("id")!, item.Text("title"));
        return response.DeepClone();
    }

    private static JsonObject Blank(string id) => new()
    {
        ["id"] = id,
        ["title"] = "",
        ["body"] = "",
        ["subject"] = null,
        ["organization"] = null,
        ["user"] = null,
        ["share_with_team"] = null,
        ["modified_at"] = 0,
        ["to_fields"] = new JsonArray(),
        ["cc_fields"] = new JsonArray(),
        ["bcc_fields"] = new JsonArray(),
        ["shared_labels"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
    };
}
