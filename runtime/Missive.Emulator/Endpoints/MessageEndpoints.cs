using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Account.Json;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class MessageEndpoints
{
    private const int MostFound = 10;

    private static readonly BodySchema Schema = new(
        [
            BodyField.Text("account").Required(),
            BodyField.Text("subject"),
            BodyField.Text("body"),
            BodyField.Nested("from_field", AddressFields.AnyChannel),
            BodyField.NestedList("to_fields", AddressFields.AnyChannel),
            BodyField.NestedList("cc_fields", AddressFields.Email),
            BodyField.NestedList("bcc_fields", AddressFields.Email),
            BodyField.Instant("delivered_at"),
            BodyField.NestedList("attachments", AddressFields.File),
            BodyField.Text("external_id"),
            BodyField.TextList("references"),
            BodyField.Text("conversation"),
            BodyField.Text("conversation_subject"),
            .. ConversationActions.Fields,
        ],
        ConversationActions.Rules);

    private static readonly QuerySchema FindQuery = new(QueryParameter.Text("email_message_id") with { Required = true });

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/messages", FindQuery, Find),
        Route.Get("/messages/{ids}", QuerySchema.None, Get),
        Route.Post("/messages", Create),
    ];

    private static ApiAnswer Find(ApiCall call)
    {
        var wanted = ConversationLookup.Bare(call.Query.Text("email_message_id")!);
        var found = call.Account.Conversations.Values
            .SelectMany(conversation => conversation.Messages, (conversation, message) => (conversation, message))
            .Where(pair => pair.message.Json.Text("email_message_id") is { } header && ConversationLookup.Bare(header) == wanted)
            .OrderByDescending(pair => pair.message.Cursor)
            .Take(MostFound);
        return ApiAnswer.Enveloped("messages", new JsonArray([.. found.Select(pair =>
            EntryJson.FullMessage(pair.message, pair.conversation, call.Account))]));
    }

    /// <summary>One id answers an object (official), several an array (secondary).</summary>
    private static ApiAnswer Get(ApiCall call)
    {
        var messages = call.Ids.Select(id => Full(call.Account, id)).ToArray();
        return ApiAnswer.Enveloped("messages", messages is [var only] ? only : new JsonArray([.. messages]));
    }

    private static JsonObject Full(AccountState account, string id) =>
        account.HomeOf.TryGetValue(id, out var conversation) && conversation.Messages.Find(message => message.Id == id) is { } message
            ? EntryJson.FullMessage(message, conversation, account)
            : throw ApiRefusalException.NotFound($"message '{id}' is not found");

    private static ApiAnswer Create(ApiCall call)
    {
        var item = BodyReader.Single(call, "messages", Schema);
        var account = call.Account;
        var channel = account.RequireMessageAccount(item.Text("account")!);
        if (!channel.IsCustomChannel)
        {
            throw ApiRefusalException.Unprocessable($"account '{channel.Id}' is not a custom channel");
        }

        ConversationActions.Check(account, item);
        ConversationLookup.Check(account, item);
        Attachments.Check(item, "messages");

        var conversation = ConversationLookup.FindOrCreate(account, item, inInbox: true);
        var content = new MessageContent
        {
            Subject = item.Text("subject"),
            Body = item.Text("body"),
            Type = "custom",
            From = item["from_field"] ?? new JsonObject(),
            To = item.Copy("to_fields"),
            Cc = item.Copy("cc_fields"),
            Bcc = item.Copy("bcc_fields"),
            Attachments = Attachments.Store(account, item),
            References = item.Texts("references"),
        };
        if (item.Text("external_id") is { } externalId)
        {
            conversation.References.Add(ConversationLookup.Bare(externalId));
        }

        var id = account.Ids.Next("message");
        var deliveredAt = item.Whole("delivered_at") ?? account.Clock.Now;
        var message = new ConversationEntry(id, deliveredAt, EntryJson.Message(id, content, deliveredAt, account.Clock.Now), content.Body);
        account.Place(conversation.Messages, message, conversation);
        conversation.AddAuthor(content.From.AsObject().Text("name"), content.From.AsObject().Text("address"));
        ConversationActions.Apply(account, item, conversation);
        call.Record(EffectKind.Created, "messages", id, content.Subject ?? content.Body);
        return WriteAnswers.Created(call, "messages", EntryJson.FullMessage(message, conversation, account));
    }
}
