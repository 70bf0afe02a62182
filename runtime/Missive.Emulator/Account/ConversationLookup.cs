using System.Text.Json.Nodes;
using Missive.Emulator.Bodies;

namespace Missive.Emulator.Account;

/// <summary>
/// Finds the conversation that a draft, message, post or subtask goes to: the one named, else the first whose references
/// match (chevrons do not count), else a new one (official).
/// </summary>
internal static class ConversationLookup
{
    /// <summary>Refuses an unknown conversation, before anything is stored.</summary>
    public static void Check(AccountState account, JsonObject item)
    {
        if (item.Text("conversation") is { } id)
        {
            account.RequireConversation(id);
        }
    }

    public static Conversation FindOrCreate(AccountState account, JsonObject item, bool inInbox)
    {
        var references = item.Texts("references").Select(Bare).ToList();
        var conversation = item.Text("conversation") is { } id
            ? account.RequireConversation(id)
            : Find(account, references, item.Text("organization")) ?? Create(account, item, inInbox);
        conversation.References.UnionWith(references);
        return conversation;
    }

    public static string Bare(string reference) => reference.Trim().TrimStart('<').TrimEnd('>');

    private static Conversation? Find(AccountState account, List<string> references, string? organization) =>
        references.Count == 0
            ? null
            : account.Conversations.Values
                .Where(conversation => conversation.References.Overlaps(references))
                .Where(conversation => organization is null || conversation.OrganizationId == organization)
                .OrderByDescending(conversation => conversation.LastActivityAt)
                .ThenBy(conversation => conversation.Id, StringComparer.Ordinal)
                .FirstOrDefault();

    private static Conversation Create(AccountState account, JsonObject item, bool inInbox)
    {
        var conversation = new Conversation(account.Ids.Next("conv"), account.Clock.Now)
        {
            Subject = item.Text("subject"),
            OrganizationId = item.Text("organization"),
        };
        conversation.UserOf(AccountState.OwnerId).Archived = !inInbox;
        account.Conversations[conversation.Id] = conversation;
        return conversation;
    }
}
