using System.Text.Json.Nodes;
using Missive.Emulator.Bodies;

namespace Missive.Emulator.Account;

/// <summary>
/// What drafts, messages, posts and <c>PATCH /conversations</c> can do to a conversation besides adding to it. They share
/// these attributes and their rules (official; that labels and unassigning need an organization is secondary).
/// </summary>
internal static class ConversationActions
{
    public static readonly IReadOnlyList<BodyField> Fields =
    [
        BodyField.Text("organization"),
        BodyField.Text("team"),
        BodyField.Flag("force_team"),
        BodyField.TextList("add_users"),
        BodyField.TextList("add_assignees"),
        BodyField.TextList("remove_assignees"),
        BodyField.HexOrNamedColor("conversation_color"),
        BodyField.TextList("add_shared_labels"),
        BodyField.TextList("remove_shared_labels"),
        BodyField.Flag("add_to_inbox"),
        BodyField.Flag("add_to_team_inbox"),
        BodyField.Flag("close"),
    ];

    public static readonly IReadOnlyList<BodyRule> Rules =
    [
        BodyRules.Needs("organization", "add_users", "add_assignees", "remove_assignees", "add_shared_labels"),
        BodyRules.Needs("team", "add_to_team_inbox"),
    ];

    /// <summary>Refuses unknown ids, before anything is stored.</summary>
    public static void Check(AccountState account, JsonObject item)
    {
        account.RequireOrganization(item.Text("organization"));
        account.RequireTeam(item.Text("team"));
        account.RequireUsers([.. item.Texts("add_users"), .. item.Texts("add_assignees"), .. item.Texts("remove_assignees")]);
        account.RequireLabels([.. item.Texts("add_shared_labels"), .. item.Texts("remove_shared_labels")]);
    }

    public static void Apply(AccountState account, JsonObject item, Conversation conversation)
    {
        conversation.LastActivityAt = account.Clock.Now;
        conversation.OrganizationId ??= item.Text("organization");
        conversation.Subject = item.Text("conversation_subject") ?? conversation.Subject;
        conversation.Color = item.Text("conversation_color") ?? item.Text("color") ?? conversation.Color;
        if (item.Text("team") is { } team && (conversation.TeamId is null || item.Flag("force_team")))
        {
            conversation.TeamId = team;
        }

        foreach (var user in item.Texts("add_users"))
        {
            conversation.UserOf(user);
        }

        foreach (var user in item.Texts("add_assignees"))
        {
            conversation.UserOf(user).Assigned = true;
        }

        foreach (var user in conversation.Users.Where(user => item.Texts("remove_assignees").Contains(user.UserId)))
        {
            user.Assigned = false;
        }

        conversation.Labels.AddRange(item.Texts("add_shared_labels").Except(conversation.Labels, StringComparer.Ordinal));
        conversation.Labels.RemoveAll(label => item.Texts("remove_shared_labels").Contains(label, StringComparer.Ordinal));

        if (item.Flag("add_to_inbox"))
        {
            MoveToInbox(conversation);
        }

        if (item.Flag("add_to_team_inbox"))
        {
            conversation.InTeamInbox = true;
        }

        if (item.Flag("close"))
        {
            SetClosed(conversation, true);
        }
    }

    public static void SetClosed(Conversation conversation, bool closed)
    {
        foreach (var user in conversation.Users)
        {
            user.Closed = closed;
        }
    }

    public static void MoveToInbox(Conversation conversation)
    {
        foreach (var user in conversation.Users)
        {
            user.Archived = false;
        }
    }
}
