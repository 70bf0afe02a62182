using System.Text.Json.Nodes;

namespace Missive.Emulator.Account.Json;

/// <summary>Messages, drafts, comments and posts as lists show them.</summary>
internal static class EntryJson
{
    private const int PreviewLength = 140;

    public static JsonObject Message(string id, MessageContent content, long? deliveredAt, long createdAt)
    {
        var json = new JsonObject
        {
            ["id"] = id,
            ["subject"] = content.Subject,
            ["draft"] = content.Author is not null,
            ["preview"] = content.Body is { Length: > PreviewLength } body ? body[..PreviewLength] : content.Body ?? "",
            ["type"] = content.Type,
            ["delivered_at"] = deliveredAt,
            ["updated_at"] = createdAt,
            ["created_at"] = createdAt,
            ["in_reply_to"] = new JsonArray(),
            ["references"] = PeopleJson.Texts(content.References),
            ["from_field"] = content.From.DeepClone(),
            ["to_fields"] = content.To.DeepClone(),
            ["cc_fields"] = content.Cc.DeepClone(),
            ["bcc_fields"] = content.Bcc.DeepClone(),
            ["reply_to_fields"] = new JsonArray(),
            ["attachments"] = content.Attachments.DeepClone(),
        };
        if (content.EmailMessageId is { } emailMessageId)
        {
            json["email_message_id"] = emailMessageId;
        }

        if (content.Author is { } author)
        {
            json["author"] = PeopleJson.Author(author);
        }

        return json;
    }

    /// <summary>The whole message: what lists show, its body and its conversation.</summary>
    public static JsonObject FullMessage(ConversationEntry message, Conversation conversation, AccountState account)
    {
        var json = message.Json.DeepClone().AsObject();
        json["body"] = message.Body;
        json["conversation"] = ConversationJson.Embedded(conversation, account);
        return json;
    }

    public static JsonObject Comment(string id, string body, User author, long createdAt, JsonObject? task = null) => new()
    {
        ["id"] = id,
        ["body"] = body,
        ["created_at"] = createdAt,
        ["mentions"] = new JsonArray(),
        ["author"] = PeopleJson.Author(author),
        ["attachment"] = null,
        ["task"] = task,
    };

    public static JsonObject Post(
        string id, JsonObject notification, JsonNode attachments, (string? Name, string? Icon) author, long createdAt) => new()
    {
        ["id"] = id,
        ["created_at"] = createdAt,
        ["username"] = author.Name,
        ["username_icon"] = author.Icon,
        ["notification"] = notification.DeepClone(),
        ["attachments"] = attachments,
    };
}
