using System.Text.Json.Nodes;

namespace Missive.Emulator.Account.Json;

internal static class StoredJson
{
    public static JsonArray Of(AccountState account, string resource)
    {
        IEnumerable<JsonNode> items = resource switch
        {
            "contacts" => account.Contacts.Values.Select(contact => contact.DeepClone()),
            "contact_books" => account.ContactBooks.Select(PeopleJson.Of),
            "contact_groups" => account.ContactGroups.Select(PeopleJson.Of),
            "conversations" => account.Conversations.Values.Select(conversation => ConversationJson.Of(conversation, account)),
            "drafts" => Entries(account, conversation => conversation.Drafts),
            "hooks" => account.Hooks.Select(hook => WithId(hook.Key, hook.Value)),
            "messages" => Entries(account, conversation => conversation.Messages),
            "organizations" => account.Organizations.Select(PeopleJson.Of),
            "posts" => Entries(account, conversation => conversation.Posts),
            "responses" => account.Responses.Values.Select(response => response.DeepClone()),
            "shared_labels" => account.SharedLabels.Values.Select(label => label.DeepClone()),
            "tasks" => account.Tasks.Values.Select(TaskJson.ListItem),
            "teams" => account.Teams.Values.Select(team => team.DeepClone()),
            "users" => account.Users.Select(PeopleJson.Of),
            _ => throw new ArgumentException($"There is no resource '{resource}'.", nameof(resource)),
        };
        return new JsonArray([.. items]);
    }

    private static IEnumerable<JsonNode> Entries(AccountState account, Func<Conversation, List<ConversationEntry>> entries) =>
        account.Conversations.Values.SelectMany(entries).Select(entry => entry.Json.DeepClone());

    private static JsonObject WithId(string id, JsonObject content)
    {
        var copy = content.DeepClone().AsObject();
        copy["id"] = id;
        return copy;
    }
}
