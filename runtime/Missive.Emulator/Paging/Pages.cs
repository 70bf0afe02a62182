using System.Text.Json.Nodes;
using Missive.Emulator.Answers;
using Missive.Emulator.Queries;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Paging;

/// <summary>Answers lists: the query's part of paging, the envelope, and the rendering of only what is on the page.</summary>
internal static class Pages
{
    public static ApiAnswer Offset<T>(ApiCall call, string key, IEnumerable<T> items, Func<T, JsonNode> render)
    {
        var limit = call.Query.Number("limit") ?? QuerySchema.OffsetDefault;
        var page = items.Skip(call.Query.Number("offset") ?? 0).Take(limit);
        return ApiAnswer.Enveloped(key, new JsonArray([.. page.Select(render)]));
    }

    public static ApiAnswer Cursor<T>(
        ApiCall call,
        string key,
        int defaultLimit,
        IEnumerable<T> items,
        (Func<T, long?> Cursor, Func<T, string> Id, Func<T, JsonNode> Render) item,
        bool keepsSecondsWhole = true)
    {
        var request = new CursorRequest(
            call.Query.Number("limit") ?? defaultLimit,
            call.Query.Instant("until"),
            call.Options.PageOverlap,
            call.Options.PageExcess,
            keepsSecondsWhole);
        var page = CursorPage.Of(items, item.Cursor, item.Id, request);
        return ApiAnswer.Enveloped(key, new JsonArray([.. page.Select(item.Render)]));
    }
}
