using System.Globalization;
using System.Text;

namespace Missive.Benchmarks.Loopback;

/// <summary>What the server answers.</summary>
internal static class LoopbackAnswers
{
    /// <summary>The items of the long list.</summary>
    public const int ItemCount = 10_000;

    private const int PageSize = 50;
    private const long Newest = 2_000_000_000;

    private static readonly byte[] Task = Answer($$"""{"tasks":{{Item(0, 1800)}}}""");
    private static readonly byte[] Users = Answer($$"""{"users":[{{string.Join(',', Enumerable.Range(0, 8).Select(i => $$"""{"id":"user_{{i}}","me":{{(i == 0 ? "true" : "false")}},"name":"Person {{i}}","email":"person{{i}}@example.test","avatar_url":"https://example.test/{{new string('a', 120)}}"}"""))}}]}""");
    private static readonly byte[] Created = Answer("""{"drafts":{"id":"draft_1","subject":"Follow up","conversation":"conv_1"}}""");
    private static readonly byte[][] Pages = [.. Enumerable.Range(0, (ItemCount / (PageSize - 1)) + 1).Select(Page)];

    public static ReadOnlySpan<byte> For(ReadOnlySpan<byte> request)
    {
        var target = request[..request.IndexOf(" HTTP/"u8)];
        if (target.StartsWith("POST "u8))
        {
            return Created;
        }

        if (target.StartsWith("GET /v1/users"u8))
        {
            return Users;
        }

        if (target.StartsWith("GET /v1/tasks/"u8))
        {
            return Task;
        }

        var until = target.IndexOf("until="u8);
        var first = until < 0 ? 0 : Newest - long.Parse(target[(until + "until=".Length)..], CultureInfo.InvariantCulture);
        return Pages[(int)((first + PageSize - 2) / (PageSize - 1))];
    }

    // Each item has a second of its own, and a page begins with the last item of the one before.
    private static byte[] Page(int number)
    {
        var first = number * (PageSize - 1);
        var items = Enumerable.Range(first, Math.Max(0, Math.Min(PageSize, ItemCount - first))).Select(index => Item(index, 400));
        return Answer($$"""{"tasks":[{{string.Join(',', items)}}]}""");
    }

    private static string Item(int index, int length)
        => $$"""{"id":"task_{{index}}","title":"Task {{index}}","state":"todo","type":"task","assignees":[],"due_at":null,"last_activity_at":{{Newest - index}},"description":"{{new string('x', length)}}"}""";

    private static byte[] Answer(string json)
        => Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}");
}
