using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

/// <summary>Subscriptions are made and removed; no endpoint lists them (official).</summary>
internal static class HookEndpoints
{
    private static readonly BodySchema Schema = new(
        [
            BodyField.Choice(
                "type",
                "incoming_email",
                "incoming_sms_message",
                "incoming_facebook_message",
                "incoming_whatsapp_message",
                "incoming_twilio_chat_message",
                "new_comment").Required(),
            BodyField.WebAddress("url").Required(),
            BodyField.Text("organization"),
            BodyField.Text("content_contains"),
            BodyField.Text("content_starts_with"),
            BodyField.Text("content_ends_with"),
            BodyField.Flag("is_task"),
            BodyField.Text("author"),
            BodyField.Text("mention"),
            BodyField.Text("from_eq"),
            BodyField.Text("subject_contains"),
        ],
        BodyRules.OnlyWith("type", "new_comment", "is_task", "author", "mention"),
        BodyRules.OnlyWith("type", "incoming_email", "from_eq", "subject_contains"));

    public static IReadOnlyList<Route> Routes { get; } = [Route.Post("/hooks", Create), Route.Delete("/hooks/{id}", Delete)];

    private static ApiAnswer Create(ApiCall call)
    {
        var item = BodyReader.Single(call, "hooks", Schema);
        call.Account.RequireOrganization(item.Text("organization"));
        call.Account.RequireUsers(new[] { item.Text("author"), item.Text("mention") }.OfType<string>());
        var id = call.Account.Ids.Next("hook");
        call.Account.Hooks[id] = item;
        call.Record(EffectKind.Created, "hooks", id, item.Text("url"));
        return WriteAnswers.Created(call, "hooks", new JsonObject { ["id"] = id });
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        call.Account.Hooks.Require("hook", call.Id);
        call.Account.Hooks.Remove(call.Id);
        call.Record(EffectKind.Deleted, "hooks", call.Id, call.Id);
        return WriteAnswers.Deleted(call);
    }
}
