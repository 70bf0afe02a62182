using System.Text.Json.Nodes;

namespace Missive.Emulator.Account.Sample;

internal static class SampleResponses
{
    public static void Add(AccountState account)
    {
        account.Responses["response_123"] = Response("response_123", "Thanks", account.Clock.Epoch - 3600, organization: SampleIds.Organization);
        account.Responses["response_456"] = Response("response_456", "Out of office", account.Clock.Epoch - 7200, user: AccountState.OwnerId);

        // Made by an integration, so that it can be neither changed nor deleted.
        var template = Response("response_789", "Message template", account.Clock.Epoch - 10_800, organization: SampleIds.Organization);
        template["external_id"] = "template_123";
        template["external_source"] = "whatsapp";
        account.Responses["response_789"] = template;
    }

    private static JsonObject Response(string id, string title, long modifiedAt, string? organization = null, string? user = null) => new()
    {
        ["id"] = id,
        ["title"] = title,
        ["body"] = $"<div>{title}</div>",
        ["subject"] = null,
        ["organization"] = organization,
        ["user"] = user,
        ["share_with_team"] = null,
        ["modified_at"] = modifiedAt,
        ["to_fields"] = new JsonArray(),
        ["cc_fields"] = new JsonArray(),
        ["bcc_fields"] = new JsonArray(),
        ["shared_labels"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
    };
}
