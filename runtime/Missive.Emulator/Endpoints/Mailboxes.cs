using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Queries;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

/// <summary>
/// Which conversations a list shows. One mailbox parameter is demanded (secondary, live: 400 without); what several mean
/// is not documented, so that a strict emulator refuses them. Contact parameters are secondary and exclude each other.
/// </summary>
internal static class Mailboxes
{
    private static readonly string[] Flags =
        ["inbox", "all", "assigned", "closed", "snoozed", "flagged", "trashed", "junked", "drafts"];

    private static readonly string[] ByTeam = ["team_inbox", "team_closed", "team_all"];

    private static readonly string[] ByContact = ["email", "domain", "contact_organization"];

    private static readonly string[] AddressKeys = ["to_fields", "cc_fields", "bcc_fields"];

    private static readonly string[] All = [.. Flags, "shared_label", .. ByTeam];

    public static QuerySchema Query { get; } = QuerySchema.CursorList(
        50,
        [
            .. Flags.Select(QueryParameter.Flag),
            QueryParameter.Text("shared_label"),
            .. ByTeam.Select(QueryParameter.Text),
            QueryParameter.Text("organization"),
            .. ByContact.Select(QueryParameter.Text),
        ]);

    public static IEnumerable<Conversation> Select(ApiCall call)
    {
        var query = call.Query;
        var mailboxes = All.Where(query.Has).ToList();
        if (mailboxes.Count == 0)
        {
            throw ApiRefusalException.BadRequest($"a mailbox is required: one of {string.Join(", ", All)}");
        }

        if (mailboxes.Count > 1 && call.Options.StrictQuery)
        {
            throw ApiRefusalException.BadRequest($"only one mailbox may be given, not {string.Join(", ", mailboxes)}");
        }

        if (ByContact.Count(query.Has) > 1)
        {
            throw ApiRefusalException.BadRequest($"only one of {string.Join(", ", ByContact)} may be given");
        }

        CheckReferences(call);
        IEnumerable<Conversation> conversations = call.Account.Conversations.Values;
        foreach (var mailbox in mailboxes)
        {
            conversations = conversations.Where(conversation => IsIn(mailbox, query.Text(mailbox)!, conversation));
        }

        // Official: without effect together with a label or a team.
        if (query.Text("organization") is { } organization && mailboxes.TrueForAll(Flags.Contains))
        {
            conversations = conversations.Where(conversation => conversation.OrganizationId == organization);
        }

        return OfContact(call, conversations);
    }

    private static void CheckReferences(ApiCall call)
    {
        call.Account.RequireOrganization(call.Query.Text("organization"));
        foreach (var team in ByTeam)
        {
            call.Account.RequireTeam(call.Query.Text(team));
        }

        if (call.Query.Text("shared_label") is { } label)
        {
            call.Account.RequireLabels(label);
        }
    }

    private static bool IsIn(string mailbox, string value, Conversation conversation)
    {
        var owner = conversation.Users.Find(user => user.UserId == AccountState.OwnerId) ?? new ConversationUser(AccountState.OwnerId);
        var isGone = owner.Trashed || owner.Junked;
        return mailbox switch
        {
            "inbox" => !isGone && !owner.Closed && !owner.Archived && !owner.Snoozed && (!conversation.InTeamInbox || owner.Assigned),
            "all" => !isGone,
            "assigned" => !isGone && owner.Assigned,
            "closed" => !isGone && owner.Closed,
            "snoozed" => !isGone && owner.Snoozed,
            "flagged" => !isGone && owner.Flagged,
            "trashed" => owner.Trashed,
            "junked" => owner.Junked,
            "drafts" => !isGone && conversation.Drafts.Count > 0,
            "shared_label" => !isGone && conversation.Labels.Contains(value),
            "team_inbox" => !isGone && conversation.TeamId == value && conversation.InTeamInbox && !owner.Closed,
            "team_closed" => !isGone && conversation.TeamId == value && owner.Closed,
            _ => !isGone && conversation.TeamId == value,
        };
    }

    private static IEnumerable<Conversation> OfContact(ApiCall call, IEnumerable<Conversation> conversations)
    {
        if (call.Query.Text("email") is { } email)
        {
            return conversations.Where(conversation => Addresses(conversation).Contains(email, StringComparer.OrdinalIgnoreCase));
        }

        if (call.Query.Text("domain") is { } domain)
        {
            return conversations.Where(conversation => Addresses(conversation).Any(address =>
                address.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase)));
        }

        if (call.Query.Text("contact_organization") is not { } group)
        {
            return conversations;
        }

        if (!call.Account.ContactGroups.Exists(known => known.Id == group))
        {
            throw ApiRefusalException.NotFound($"contact group '{group}' is not found");
        }

        var addresses = call.Account.Contacts.Values
            .Where(contact => contact.Objects("memberships").Any(membership => membership["group"]!.AsObject().Text("id") == group))
            .SelectMany(contact => contact.Objects("infos"))
            .Select(info => info.Text("value"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return conversations.Where(conversation => Addresses(conversation).Any(addresses.Contains));
    }

    private static IEnumerable<string> Addresses(Conversation conversation) =>
        conversation.Messages.SelectMany(message => AddressKeys
            .SelectMany(key => message.Json.Objects(key))
            .Append(message.Json["from_field"] as JsonObject ?? [])
            .Select(field => field.Text("address"))
            .OfType<string>());
}
