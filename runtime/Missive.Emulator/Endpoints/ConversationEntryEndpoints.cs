using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Account.Json;
using Missive.Emulator.Answers;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

/// <summary>What a conversation holds, in pages of at most 10 (official).</summary>
internal static class ConversationEntryEndpoints
{
    private const int Limit = 10;

    private static readonly QuerySchema ListQuery = QuerySchema.CursorList(Limit);

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/conversations/{id}/messages", ListQuery, call => List(call, "messages", conversation => conversation.Messages)),
        Route.Get("/conversations/{id}/comments", ListQuery, call => List(call, "comments", conversation => conversation.Comments)),
        Route.Get("/conversations/{id}/drafts", ListQuery, call => List(call, "drafts", conversation => conversation.Drafts)),
        Route.Get("/conversations/{id}/posts", ListQuery, call => List(call, "posts", conversation => conversation.Posts)),
    ];

    private static ApiAnswer List(ApiCall call, string key, Func<Conversation, List<ConversationEntry>> entries)
    {
        var conversation = call.Account.RequireConversation(call.Id);
        return Pages.Cursor(
            call,
            key,
            Limit,
            entries(conversation),
            (entry => entry.Cursor, entry => entry.Id, entry => Render(call.Account, entry)));
    }

    private static JsonNode Render(AccountState account, ConversationEntry entry)
    {
        var json = entry.Json.DeepClone();
        if (entry.TaskId is { } task)
        {
            json["task"] = TaskJson.InComment(account.Tasks[task], account);
        }

        return json;
    }
}
