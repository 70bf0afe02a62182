using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>
/// <c>list_conversations</c>: the API lists one mailbox at a time and knows neither states nor assignees, so state and
/// inbox choose the mailbox, and an assignee is searched for in it.
/// </summary>
internal sealed class ListConversations : ListFunction
{
    // Official: of these and the parameters of a team or label, a request names one.
    private static readonly string[] Mailboxes = ["inbox", "all", "assigned", "closed", "snoozed", "flagged", "trashed", "junked", "drafts"];

    private static readonly string[] MailboxParameters = [.. Mailboxes, "team_inbox", "team_closed", "team_all", "shared_label"];

    protected override async ValueTask<ListPlan> PlanAsync(ToolCall call, bool isStream, CancellationToken cancellationToken)
    {
        var assignee = call.Text("assignee");
        Refusal.IfBlank(call, "assignee", assignee);
        var (request, until) = CursorListFunction.Begin(call.BuildRequest().PathAndQuery);
        var mailbox = Choose(call, request, assignee);
        var filter = await FilterAsync(call, mailbox, assignee, cancellationToken).ConfigureAwait(false);

        var paging = call.Definition.Paging!;
        var (limit, offset) = RangeOf(call, isStream);
        var pages = CursorListFunction.PagesOf(call) with
        {
            Limit = PageSize.Of(paging, limit, offset, isStream, filter is not null),
            Until = until,
        };
        var target = mailbox.Parameter is { } parameter ? QueryEdit.With(request, parameter, mailbox.Value) : request;
        return new ListPlan
        {
            Walk = new CursorWalk(call, target, pages, CursorListFunction.BudgetOf(call, isStream)),
            Offset = offset,
            Limit = limit,
            PageSize = pages.Limit,
            Filter = filter,
        };
    }

    private static Mailbox Choose(ToolCall call, string request, string? assignee)
    {
        var inbox = call.Text("inbox");
        var state = call.Text("state");
        Refusal.IfBlank(call, "inbox", inbox);
        var named = inbox is "true" ? "inbox" : Array.Find(Mailboxes, name => string.Equals(name, inbox, StringComparison.Ordinal));
        return (named, inbox, state) switch
        {
            ({ }, _, { }) => throw TwoMailboxes(call, inbox!, state),
            ({ }, _, _) => new(named),
            (_, { }, "closed") => new("team_closed", inbox),
            (_, { }, "spam") => new("junked") { Team = inbox },
            (_, { }, _) => new("team_inbox", inbox),
            (_, _, "open") => new("inbox"),
            (_, _, "closed") => new("closed"),
            (_, _, "spam") => new("junked"),
            _ when HasMailbox(request) => new(null),
            _ when string.Equals(assignee, UserLookup.Me, StringComparison.Ordinal) => new("assigned") { IsOwners = true },
            _ => new("all"),
        };
    }

    // Only where undocumented keys are let through: the caller has chosen the mailbox in the API's own words.
    private static bool HasMailbox(string request) => Array.Exists(MailboxParameters, name => QueryEdit.Get(request, name) is not null);

    private static ToolValidationException TwoMailboxes(ToolCall call, string inbox, string state) => Refusal.Of(
        call,
        ToolValidationCodes.Conflict,
        "state",
        "nothing beside an inbox that is a mailbox's name",
        Excerpt.Quoted(state),
        $"inbox {Excerpt.Quoted(inbox)} and state {Excerpt.Quoted(state)} name two mailboxes. Leave one out, or pass a team ID as inbox.");

    private static async ValueTask<Func<JsonElement, bool>?> FilterAsync(
        ToolCall call, Mailbox mailbox, string? assignee, CancellationToken cancellationToken)
    {
        if (assignee is null || mailbox.IsOwners)
        {
            return mailbox.Team is { } team ? conversation => IsOfTeam(conversation, team) : null;
        }

        // Emails stand in the conversations themselves; only the word for the token owner has to be looked up.
        var wanted = string.Equals(assignee, UserLookup.Me, StringComparison.Ordinal)
            ? await call.Lookups.Users.FindOwnIdAsync(call, cancellationToken).ConfigureAwait(false)
            : assignee;
        return mailbox.Team is { } only
            ? conversation => IsOfTeam(conversation, only) && IsAssignedTo(conversation, wanted)
            : conversation => IsAssignedTo(conversation, wanted);
    }

    private static bool IsOfTeam(JsonElement conversation, string team)
        => conversation.ValueKind == JsonValueKind.Object
            && conversation.TryGetProperty("team", out var given)
            && string.Equals(ListItems.Text(given, "id"), team, StringComparison.Ordinal);

    private static bool IsAssignedTo(JsonElement conversation, string user)
    {
        if (conversation.ValueKind != JsonValueKind.Object
            || !conversation.TryGetProperty("assignees", out var assignees)
            || assignees.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var assignee in assignees.EnumerateArray())
        {
            if (string.Equals(ListItems.Text(assignee, "id"), user, StringComparison.Ordinal)
                || string.Equals(ListItems.Text(assignee, "email"), user, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a request asks for.</summary>
    /// <param name="Parameter">The one mailbox parameter; null when the request has one already.</param>
    /// <param name="Value">Its value.</param>
    private sealed record Mailbox(string? Parameter, string Value = "true")
    {
        /// <summary>The team whose conversations count, where the API has no mailbox of that team.</summary>
        public string? Team { get; init; }

        /// <summary>Whether it holds only what is assigned to the token owner.</summary>
        public bool IsOwners { get; init; }
    }
}
