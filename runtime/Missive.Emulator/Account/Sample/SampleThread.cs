using System.Globalization;
using System.Text.Json.Nodes;
using Missive.Emulator.Account.Json;

namespace Missive.Emulator.Account.Sample;

/// <summary>
/// What <c>conv_123</c> and <c>conv_456</c> hold: more than a page of messages, comments and posts, and in the second
/// more drafts than any page can show, since a draft without a delivery time has no cursor value.
/// </summary>
internal static class SampleThread
{
    private const int Spacing = 30;

    public static void Add(AccountState account)
    {
        var thread = account.Conversations["conv_123"];
        var other = account.Conversations["conv_456"];
        for (var index = 1; index < 26; index++)
        {
            AddMessage(account, thread, index);
        }

        for (var index = 0; index < 12; index++)
        {
            AddComment(account, thread, index);
        }

        for (var index = 0; index < 12; index++)
        {
            AddPost(account, thread, index);
        }

        AddDraft(account, thread, "draft_123", sendAt: null);
        AddDraft(account, thread, "draft_1000", sendAt: null);
        AddDraft(account, thread, "draft_1001", sendAt: null);
        AddDraft(account, thread, "draft_1002", sendAt: account.Clock.Epoch + 86_400);
        for (var index = 0; index < 12; index++)
        {
            AddDraft(account, other, SampleIds.Numbered("draft", 2000 + index), sendAt: null);
        }
    }

    private static void AddMessage(AccountState account, Conversation thread, int index)
    {
        var id = SampleIds.Numbered("message", 999 + index);
        var deliveredAt = thread.LastActivityAt - (SampleIds.Slot(index) * Spacing);
        var content = new MessageContent
        {
            Subject = thread.Subject,
            Body = $"<div>Text of {id}</div>",
            From = new JsonObject { ["name"] = "Example Person", ["address"] = "person@example.test" },
            To = new JsonArray(new JsonObject { ["name"] = "Example Owner", ["address"] = "me@example.test" }),
            EmailMessageId = $"<{id}@example.test>",
        };
        var json = EntryJson.Message(id, content, deliveredAt, deliveredAt);
        account.Place(thread.Messages, new ConversationEntry(id, deliveredAt, json, content.Body), thread);
        thread.References.Add($"{id}@example.test");
    }

    private static void AddComment(AccountState account, Conversation thread, int index)
    {
        var id = SampleIds.Numbered("comment", 1000 + index);
        var createdAt = thread.LastActivityAt - (SampleIds.Slot(index) * Spacing);
        var text = string.Create(CultureInfo.InvariantCulture, $"Comment {index + 1}");
        thread.Comments.Add(new ConversationEntry(id, createdAt, EntryJson.Comment(id, text, account.UserById(SampleIds.Person)!, createdAt)));
    }

    private static void AddPost(AccountState account, Conversation thread, int index)
    {
        var id = index == 0 ? "post_123" : SampleIds.Numbered("post", 999 + index);
        var createdAt = thread.LastActivityAt - (SampleIds.Slot(index) * Spacing);
        var notification = new JsonObject { ["title"] = "Example Bot", ["body"] = $"News of {id}" };
        var json = EntryJson.Post(id, notification, new JsonArray(), ("Example Bot", "https://files.example.test/bot.png"), createdAt);
        account.Place(thread.Posts, new ConversationEntry(id, createdAt, json), thread);
    }

    private static void AddDraft(AccountState account, Conversation conversation, string id, long? sendAt)
    {
        var content = new MessageContent
        {
            Subject = conversation.Subject,
            Body = $"<div>Text of {id}</div>",
            From = new JsonObject { ["name"] = "Example Owner", ["address"] = "me@example.test" },
            To = new JsonArray(new JsonObject { ["name"] = "Example Person", ["address"] = "person@example.test" }),
            Author = account.UserById(AccountState.OwnerId),
        };
        var json = EntryJson.Message(id, content, sendAt, account.Clock.Epoch - 600);
        account.Place(conversation.Drafts, new ConversationEntry(id, sendAt, json, content.Body), conversation);
    }
}
