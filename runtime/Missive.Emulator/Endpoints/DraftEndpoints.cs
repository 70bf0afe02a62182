using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Account.Json;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class DraftEndpoints
{
    private static readonly BodySchema Schema = new(
        [
            BodyField.Text("subject"),
            BodyField.Text("body"),
            BodyField.Flag("quote_previous_message"),
            BodyField.Flag("add_default_signature"),
            BodyField.Nested("from_field", AddressFields.Sender),
            BodyField.NestedList("to_fields", AddressFields.AnyChannel),
            BodyField.NestedList("cc_fields", AddressFields.Email),
            BodyField.NestedList("bcc_fields", AddressFields.Email),
            BodyField.Text("account"),
            BodyField.NestedList("attachments", AddressFields.File, maxItems: 25),
            BodyField.TextList("references"),
            BodyField.Text("conversation"),
            BodyField.Text("conversation_subject"),
            BodyField.Flag("send"),
            BodyField.Instant("send_at"),
            BodyField.Flag("auto_followup"),
            BodyField.Text("external_response_id"),
            BodyField.TextMap("external_response_variables"),
            .. ConversationActions.Fields,
        ],
        [
            .. ConversationActions.Rules,
            BodyRules.NotBoth("send", "send_at"),
            BodyRules.Needs("send_at", "auto_followup"),
            item => item["from_field"] is JsonObject from && from.ContainsKey("phone_number") && item.Objects("to_fields").Count != 1
                ? "'to_fields' must have exactly one item for SMS and WhatsApp"
                : null,
        ]);

    public static IReadOnlyList<Route> Routes { get; } = [Route.Post("/drafts", Create), Route.Delete("/drafts/{id}", Delete)];

    private static ApiAnswer Create(ApiCall call)
    {
        var item = BodyReader.Single(call, "drafts", Schema);
        var account = call.Account;
        ConversationActions.Check(account, item);
        ConversationLookup.Check(account, item);
        Attachments.Check(item, "drafts");
        var from = Sender.Of(call, item);

        var conversation = ConversationLookup.FindOrCreate(account, item, inInbox: false);
        var isSent = item.Flag("send");
        var content = new MessageContent
        {
            Subject = item.Text("subject"),
            Body = Quoting(item, conversation),
            From = from,
            To = item.Copy("to_fields"),
            Cc = item.Copy("cc_fields"),
            Bcc = item.Copy("bcc_fields"),
            Attachments = Attachments.Store(account, item),
            References = item.Texts("references"),
            Type = from["phone_number"] is not null ? "sms" : "email",
            Author = isSent ? null : account.UserById(AccountState.OwnerId),
        };
        var json = isSent ? Send(account, conversation, content) : Keep(account, conversation, content, item.Whole("send_at"));
        ConversationActions.Apply(account, item, conversation);
        call.Record(EffectKind.Created, isSent ? "messages" : "drafts", json.Text("id")!, content.Subject ?? item.Text("body"));
        return WriteAnswers.Created(call, "drafts", json, isSent);
    }

    private static JsonObject Send(AccountState account, Conversation conversation, MessageContent content)
    {
        var now = account.Clock.Now;
        var id = account.Ids.Next("message");
        var json = EntryJson.Message(id, content with { EmailMessageId = $"<{id}@example.test>" }, now, now);
        account.Place(conversation.Messages, new ConversationEntry(id, now, json, content.Body), conversation);
        conversation.References.Add($"{id}@example.test");
        conversation.AddAuthor(content.From.AsObject().Text("name"), content.From.AsObject().Text("address"));
        return json.DeepClone().AsObject();
    }

    private static JsonObject Keep(AccountState account, Conversation conversation, MessageContent content, long? sendAt)
    {
        var id = account.Ids.Next("draft");
        var json = EntryJson.Message(id, content, sendAt, account.Clock.Now);
        account.Place(conversation.Drafts, new ConversationEntry(id, sendAt, json, content.Body), conversation);
        return json.DeepClone().AsObject();
    }

    private static string? Quoting(JsonObject item, Conversation conversation) =>
        item.Flag("quote_previous_message") && ConversationJson.Newest(conversation.Messages) is { Body: { } quoted }
            ? $"{item.Text("body")}<blockquote>{quoted}</blockquote>"
            : item.Text("body");

    private static ApiAnswer Delete(ApiCall call)
    {
        if (!call.Account.HomeOf.TryGetValue(call.Id, out var conversation)
            || conversation.Drafts.RemoveAll(draft => draft.Id == call.Id) == 0)
        {
            throw ApiRefusalException.NotFound($"draft '{call.Id}' is not found");
        }

        call.Account.HomeOf.Remove(call.Id);
        call.Record(EffectKind.Deleted, "drafts", call.Id, call.Id);
        return WriteAnswers.Deleted(call);
    }
}
