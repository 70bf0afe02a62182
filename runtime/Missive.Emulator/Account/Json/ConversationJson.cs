using System.Text.Json.Nodes;

namespace Missive.Emulator.Account.Json;

internal static class ConversationJson
{
    public static JsonObject Of(Conversation conversation, AccountState account)
    {
        if (conversation.OwnerIsGuest)
        {
            return new JsonObject { ["id"] = conversation.Id, ["last_activity_at"] = conversation.LastActivityAt };
        }

        var json = Embedded(conversation, account);
        json["last_activity_at"] = conversation.LastActivityAt;
        return json;
    }

    /// <summary>The form inside a message, which lacks the last activity (official).</summary>
    public static JsonObject Embedded(Conversation conversation, AccountState account)
    {
        var assigned = conversation.Users.Where(user => user.Assigned).ToList();
        var assignedUsers = assigned.Select(user => account.UserById(user.UserId)!).ToList();
        var labels = conversation.Labels.Select(label => account.SharedLabels[label]).ToList();
        var tasks = account.Tasks.Values.Where(task => task.Type == "task" && task.ConversationId == conversation.Id).ToList();
        return new JsonObject
        {
            ["id"] = conversation.Id,
            ["created_at"] = conversation.CreatedAt,
            ["subject"] = conversation.Subject,
            ["latest_message_subject"] = Newest(conversation.Messages)?.Json["subject"]?.DeepClone(),
            ["organization"] = account.Organizations.Find(known => known.Id == conversation.OrganizationId) is { } organization
                ? PeopleJson.Of(organization)
                : null,
            ["color"] = conversation.Color,
            ["assignees"] = new JsonArray([.. assigned.Select(user => State(user, conversation, account))]),
            ["users"] = new JsonArray([.. conversation.Users.Select(user => State(user, conversation, account))]),
            ["attachments_count"] = conversation.Messages.Sum(message => (message.Json["attachments"] as JsonArray)?.Count ?? 0),
            ["messages_count"] = conversation.Messages.Count,
            ["authors"] = new JsonArray([.. conversation.Authors.Select(author =>
                new JsonObject { ["name"] = author.Name, ["address"] = author.Address })]),
            ["drafts_count"] = conversation.Drafts.Count,
            ["send_later_messages_count"] = conversation.Drafts.Count(draft => draft.Cursor is not null),
            ["tasks_count"] = tasks.Count,
            ["completed_tasks_count"] = tasks.Count(task => task.State == "closed"),
            ["web_url"] = $"https://mail.missiveapp.com/#inbox/conversations/{conversation.Id}",
            ["app_url"] = $"missive://mail.missiveapp.com/#inbox/conversations/{conversation.Id}",
            ["assignee_names"] = string.Join(", ", assignedUsers.Select(user => user.Name)),
            ["assignee_emails"] = string.Join(", ", assignedUsers.Select(user => user.Email)),
            ["shared_label_names"] = string.Join(", ", labels.Select(label => label["name"]?.GetValue<string>())),
            ["team"] = PeopleJson.TeamSummary(account, conversation.TeamId),
            ["shared_labels"] = new JsonArray([.. labels.Select(label =>
                new JsonObject { ["id"] = label["id"]?.DeepClone(), ["name"] = label["name"]?.DeepClone() })]),
        };
    }

    public static ConversationEntry? Newest(IEnumerable<ConversationEntry> entries) => entries.MaxBy(entry => entry.Cursor);

    private static JsonObject State(ConversationUser state, Conversation conversation, AccountState account)
    {
        var user = account.UserById(state.UserId)!;
        return new JsonObject
        {
            ["id"] = user.Id,
            ["name"] = user.Name,
            ["email"] = user.Email,
            ["unassigned"] = conversation.InTeamInbox && !conversation.Users.Exists(other => other.Assigned),
            ["closed"] = state.Closed,
            ["archived"] = state.Archived,
            ["trashed"] = state.Trashed,
            ["junked"] = state.Junked,
            ["assigned"] = state.Assigned,
            ["flagged"] = state.Flagged,
            ["snoozed"] = state.Snoozed,
        };
    }
}
