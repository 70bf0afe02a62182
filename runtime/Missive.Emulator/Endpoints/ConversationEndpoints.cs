using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Account.Json;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class ConversationEndpoints
{
    private const int DefaultLimit = 25;

    private static readonly BodySchema Merging = new([BodyField.Text("target").Required(), BodyField.Text("subject")]);

    /// <summary><c>PATCH /conversations/{ids}</c> is secondary: the copied official page does not have it.</summary>
    private static readonly BodySchema Changes = new(
        [
            BodyField.Text("id").Required(),
            BodyField.Text("subject"),
            BodyField.HexOrNamedColor("color"),
            BodyField.Flag("reopen"),
            .. ConversationActions.Fields,
        ],
        ConversationActions.Rules);

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/conversations", Mailboxes.Query, List),
        Route.Get("/conversations/{id}", QuerySchema.None, Get),
        Route.Patch("/conversations/{ids}", Update),
        Route.Post("/conversations/{id}/merge", Merge),
    ];

    private static ApiAnswer List(ApiCall call) => Pages.Cursor(
        call,
        "conversations",
        DefaultLimit,
        Mailboxes.Select(call),
        (
            conversation => conversation.LastActivityAt,
            conversation => conversation.Id,
            conversation => ConversationJson.Of(conversation, call.Account)));

    private static ApiAnswer Get(ApiCall call) =>
        ApiAnswer.Enveloped("conversations", new JsonArray(ConversationJson.Of(call.Account.RequireConversation(call.Id), call.Account)));

    private static ApiAnswer Update(ApiCall call)
    {
        var account = call.Account;
        var changes = BodyReader.ByPathIds(call, "conversations", Changes);
        foreach (var (id, item) in changes)
        {
            account.RequireConversation(id);
            ConversationActions.Check(account, item);
        }

        return ApiAnswer.Enveloped("conversations", new JsonArray([.. changes.Select(change =>
        {
            var conversation = account.RequireConversation(change.Id);
            conversation.Subject = change.Item.Text("subject") ?? conversation.Subject;
            ConversationActions.Apply(account, change.Item, conversation);
            if (change.Item.Flag("reopen")) { ConversationActions.SetClosed(conversation, false); } call.Record(EffectKind.Updated, "conversations", conversation.Id, change.Item.Text("subject") ?? change.Id);
            return ConversationJson.Of(conversation, account);
        })]));
    }

    private static ApiAnswer Merge(ApiCall call)
    {
        var item = BodyReader.Flat(call, Merging);
        var source = call.Account.RequireConversation(call.Id);
        var target = call.Account.RequireConversation(item.Text("target")!);
        if (source == target)
        {
            throw ApiRefusalException.Unprocessable("'target' must be another conversation");
        }

        var (survivor, absorbed) = call.Options.MergeKeepsSource ? (source, target) : (target, source);
        MoveContent(call.Account, absorbed, survivor);
        survivor.Subject = item.Text("subject") ?? survivor.Subject;
        survivor.LastActivityAt = Math.Max(survivor.LastActivityAt, absorbed.LastActivityAt);
        call.Account.Absorb(absorbed.Id, survivor.Id);
        call.Record(EffectKind.Merged, "conversations", survivor.Id, item.Text("subject") ?? call.Id);
        return ApiAnswer.Of(201, new JsonObject
        {
            ["conversations"] = new JsonArray(ConversationJson.Of(survivor, call.Account)),
        });
    }

    private static void MoveContent(AccountState account, Conversation from, Conversation to)
    {
        foreach (var entry in from.Messages.Concat(from.Drafts).Concat(from.Posts))
        {
            account.HomeOf[entry.Id] = to;
        }

        foreach (var task in account.Tasks.Values.Where(task => task.ConversationId == from.Id))
        {
            task.ConversationId = to.Id;
        }

        to.Messages.AddRange(from.Messages);
        to.Drafts.AddRange(from.Drafts);
        to.Comments.AddRange(from.Comments);
        to.Posts.AddRange(from.Posts);
        to.Labels.AddRange(from.Labels.Except(to.Labels, StringComparer.Ordinal));
        to.References.UnionWith(from.References);
        foreach (var user in from.Users)
        {
            to.UserOf(user.UserId).Assigned |= user.Assigned;
        }
    }
}
