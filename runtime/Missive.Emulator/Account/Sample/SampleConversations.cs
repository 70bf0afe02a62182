using System.Text.Json.Nodes;
using Missive.Emulator.Account.Json;

namespace Missive.Emulator.Account.Sample;

/// <summary>Conversations enough in every mailbox that paging and filtering matter.</summary>
internal static class SampleConversations
{
    private const int Spacing = 90;

    public static void Add(AccountState account, MissiveEmulatorOptions options)
    {
        AddInbox(account, options.InboxConversations);
        AddTeamInbox(account, SampleIds.OtherTeam, first: 2000, count: 8);
        AddTeamInbox(account, SampleIds.Team, first: 2100, count: 4);
        AddRange(account, first: 3000, count: 12, age: 200_000, (conversation, index) =>
        {
            conversation.TeamId = index switch { < 3 => SampleIds.Team, < 6 => SampleIds.OtherTeam, _ => null };
            foreach (var user in conversation.Users)
            {
                user.Closed = true;
            }
        });
        AddRange(account, first: 4000, count: 4, age: 300_000, (conversation, index) =>
        {
            conversation.TeamId = index % 2 == 0 ? SampleIds.OtherTeam : null;
            conversation.UserOf(AccountState.OwnerId).Junked = true;
        });
        AddRange(account, first: 5000, count: 3, age: 400_000, (conversation, _) => conversation.UserOf(AccountState.OwnerId).Trashed = true);
        AddRange(account, first: 6000, count: 3, age: 500_000, (conversation, _) => conversation.UserOf(AccountState.OwnerId).Snoozed = true);

        var guest = New(account, "conv_guest", account.Clock.Epoch - 600_000, isGuest: true);
        guest.UserOf(AccountState.OwnerId).Archived = true;
        account.Conversations["conv_456"].References.Add("old-reference@example.test");
        account.Absorb("conv_789", "conv_456");
    }

    private static void AddInbox(AccountState account, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var id = index switch { 0 => "conv_123", 1 => "conv_456", _ => SampleIds.Numbered("conv", 998 + index) };
            var conversation = New(account, id, account.Clock.Epoch - 60 - (SampleIds.Slot(index) * Spacing));
            if (index % 5 == 0)
            {
                conversation.Labels.Add(SampleIds.Label);
            }

            if (index % 6 == 0)
            {
                conversation.UserOf(AccountState.OwnerId).Assigned = true;
            }

            if (index % 7 == 0)
            {
                conversation.UserOf(SampleIds.Person).Assigned = true;
            }

            if (index % 9 == 0)
            {
                conversation.UserOf(AccountState.OwnerId).Flagged = true;
            }
        }
    }

    private static void AddTeamInbox(AccountState account, string team, int first, int count) =>
        AddRange(account, first, count, age: first * 50, (conversation, index) =>
        {
            conversation.TeamId = team;
            conversation.InTeamInbox = true;
            if (index % 2 == 0)
            {
                conversation.UserOf(SampleIds.Assignee).Assigned = true;
            }
        });

    private static void AddRange(AccountState account, int first, int count, int age, Action<Conversation, int> shape)
    {
        for (var index = 0; index < count; index++)
        {
            var id = SampleIds.Numbered("conv", first + index);
            shape(New(account, id, account.Clock.Epoch - age - (SampleIds.Slot(index) * Spacing)), index);
        }
    }

    private static Conversation New(AccountState account, string id, long lastActivityAt, bool isGuest = false)
    {
        var conversation = new Conversation(id, lastActivityAt - 86_400)
        {
            LastActivityAt = lastActivityAt,
            Subject = id == "conv_123" ? "Example conversation" : $"Subject of {id}",
            OrganizationId = SampleIds.Organization,
            OwnerIsGuest = isGuest,
        };
        conversation.UserOf(AccountState.OwnerId);
        conversation.UserOf(SampleIds.Person);
        conversation.Authors.Add(("Example Person", "person@example.test"));
        account.Conversations[id] = conversation;
        AddMessage(account, conversation, lastActivityAt);
        return conversation;
    }

    private static void AddMessage(AccountState account, Conversation conversation, long deliveredAt)
    {
        var (id, header) = conversation.Id == "conv_123"
            ? ("message_123", "<message-id@example.test>")
            : ($"message_{conversation.Id}", $"<{conversation.Id}@example.test>");
        var content = new MessageContent
        {
            Subject = conversation.Subject,
            Body = $"<div>First message of {conversation.Id}</div>",
            From = new JsonObject { ["name"] = "Example Person", ["address"] = "person@example.test" },
            To = new JsonArray(new JsonObject { ["name"] = "Example Owner", ["address"] = "me@example.test" }),
            EmailMessageId = header,
        };
        var json = EntryJson.Message(id, content, deliveredAt, deliveredAt);
        account.Place(conversation.Messages, new ConversationEntry(id, deliveredAt, json, content.Body), conversation);
        conversation.References.Add(header.Trim('<', '>'));
    }
}
