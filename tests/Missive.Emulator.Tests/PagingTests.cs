using System.Globalization;
using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class PagingTests
{
    [Theory]
    [InlineData("/conversations?inbox=true", 1, 51)]
    [InlineData("/tasks?state=todo", 1, 51)]
    [InlineData("/conversations/conv_123/messages?", 1, 11)]
    [InlineData("/conversations/conv_123/comments?", 1, 11)]
    [InlineData("/conversations/conv_123/drafts?", 1, 11)]
    [InlineData("/conversations/conv_123/posts?", 1, 11)]
    [InlineData("/organizations?", 0, 201)]
    [InlineData("/users?", 0, 201)]
    [InlineData("/teams?", 0, 201)]
    [InlineData("/shared_labels?", 0, 201)]
    [InlineData("/responses?", 0, 201)]
    [InlineData("/contact_books?", 0, 201)]
    [InlineData("/contacts?contact_book=book_123", 0, 201)]
    [InlineData("/contact_groups?contact_book=book_123&kind=group", 0, 201)]
    public async Task Limits_have_a_least_and_a_greatest_value(string path, int tooSmall, int tooLarge)
    {
        await using var sandbox = await Sandbox.StartAsync();
        foreach (var limit in new[] { tooSmall, tooLarge })
        {
            var answer = await sandbox.Get(string.Create(CultureInfo.InvariantCulture, $"{path}&limit={limit}"));
            Assert.Equal(400, answer.Status);
            Assert.Contains("'limit'", answer.MessageText(), StringComparison.Ordinal);
        }

        foreach (var limit in new[] { tooSmall + 1, tooLarge - 1 })
        {
            Assert.Equal(200, (await sandbox.Get(string.Create(CultureInfo.InvariantCulture, $"{path}&limit={limit}"))).Status);
        }
    }

    [Theory]
    [InlineData("/conversations?inbox=true&until=2026-05-01")]
    [InlineData("/conversations?inbox=true&limit=ten")]
    [InlineData("/tasks?until=-1")]
    [InlineData("/users?offset=-1")]
    [InlineData("/users?limit=1.5")]
    public async Task Paging_values_are_whole_numbers(string path)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(400, (await sandbox.Get(path)).Status);
    }

    [Theory]
    [InlineData("/conversations?inbox=true&limit=25", "conversations", "last_activity_at", 25)]
    [InlineData("/conversations/conv_123/messages?limit=10", "messages", "delivered_at", 10)]
    [InlineData("/conversations/conv_123/comments?limit=10", "comments", "created_at", 10)]
    [InlineData("/conversations/conv_123/posts?limit=10", "posts", "created_at", 10)]
    [InlineData("/tasks?state=todo&limit=10", "tasks", "last_activity_at", 10)]
    public async Task A_page_exceeds_its_limit_rather_than_end_inside_a_second(string path, string key, string cursor, int limit)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var items = (await sandbox.Get(path)).Items(key);
        Assert.True(items.Count > limit);
        Assert.Equal((long)items[limit - 1]![cursor]!, (long)items[^1]![cursor]!);
    }

    [Fact]
    public async Task Until_is_inclusive_so_that_pages_repeat_their_boundary()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var first = (await sandbox.Get("/conversations?inbox=true&limit=25")).Items("conversations");
        var until = (long)first[^1]!["last_activity_at"]!;
        var second = (await sandbox.Get(string.Create(CultureInfo.InvariantCulture, $"/conversations?inbox=true&limit=25&until={until}"))).Items("conversations");
        Assert.Equal(until, (long)second[0]!["last_activity_at"]!);
        Assert.Contains((string?)second[0]!["id"], first.Select(item => (string?)item!["id"]));
    }

    [Theory]
    [InlineData("/conversations?inbox=true", "conversations", "last_activity_at", 2, 60)]
    [InlineData("/conversations?inbox=true", "conversations", "last_activity_at", 25, 60)]
    [InlineData("/conversations/conv_123/messages?", "messages", "delivered_at", 2, 26)]
    [InlineData("/conversations/conv_123/comments?", "comments", "created_at", 10, 12)]
    [InlineData("/conversations/conv_123/posts?", "posts", "created_at", 3, 12)]
    [InlineData("/tasks?type=task", "tasks", "last_activity_at", 2, 37)]
    public async Task A_walk_by_the_documented_rules_finds_everything(string path, string key, string cursor, int limit, int expected)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(expected, (await WalkAsync(sandbox, path, key, cursor, limit)).Count);
    }

    [Fact]
    public async Task Pages_can_be_made_to_overlap_and_to_exceed_without_losing_anything()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { PageOverlap = 3, PageExcess = 2 });
        var first = (await sandbox.Get("/conversations?inbox=true&limit=10")).Items("conversations");
        Assert.True(first.Count >= 12);
        var until = (long)first[^1]!["last_activity_at"]!;
        var second = (await sandbox.Get(string.Create(CultureInfo.InvariantCulture, $"/conversations?inbox=true&limit=10&until={until}"))).Items("conversations");
        Assert.True((long)second[0]!["last_activity_at"]! > until);
        Assert.Equal(60, (await WalkAsync(sandbox, "/conversations?inbox=true", "conversations", "last_activity_at", 10)).Count);
    }

    [Fact]
    public async Task Task_pages_can_be_kept_to_their_limit()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { TaskPagesMayExceedLimit = false });
        Assert.Equal(10, (await sandbox.Get("/tasks?state=todo&limit=10")).Items("tasks").Count);
    }

    [Fact]
    public async Task Drafts_without_delivery_time_come_first_and_have_no_next_page()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var thread = (await sandbox.Get("/conversations/conv_123/drafts")).Items("drafts");
        Assert.Null(thread[0]!["delivered_at"]);
        Assert.NotNull(thread[^1]!["delivered_at"]);

        var full = (await sandbox.Get("/conversations/conv_456/drafts?limit=10")).Items("drafts");
        Assert.Equal(10, full.Count);
        Assert.All(full, draft => Assert.Null(draft!["delivered_at"]));
        Assert.Empty((await sandbox.Get("/conversations/conv_456/drafts?until=9999999999")).Items("drafts"));
    }

    [Fact]
    public async Task Offset_lists_skip_and_cut()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { ContactsPerBook = 120 });
        var all = (await sandbox.Get("/contacts?contact_book=book_123&limit=200")).Ids("contacts");
        Assert.Equal(122, all.Length);
        Assert.Equal(all[..50], (await sandbox.Get("/contacts?contact_book=book_123")).Ids("contacts"));
        Assert.Equal(all[100..110], (await sandbox.Get("/contacts?contact_book=book_123&offset=100&limit=10")).Ids("contacts"));
        Assert.Empty((await sandbox.Get("/contacts?contact_book=book_123&offset=500")).Items("contacts"));
    }

    [Fact]
    public async Task Lists_have_their_documented_default_sizes()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.InRange((await sandbox.Get("/conversations?inbox=true")).Items("conversations").Count, 25, 27);
        Assert.InRange((await sandbox.Get("/conversations/conv_123/messages")).Items("messages").Count, 10, 12);
    }

    private static async Task<HashSet<string>> WalkAsync(Sandbox sandbox, string path, string key, string cursor, int limit)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = "";
        while (true)
        {
            var items = (await sandbox.Get(string.Create(CultureInfo.InvariantCulture, $"{path}&limit={limit}{next}"))).Items(key);
            var added = items.Count(item => seen.Add((string)item!["id"]!));
            long[] cursors = [.. items.Select(item => (long)item![cursor]!)];
            if (added == 0 || items.Count < limit || cursors.Distinct().Count() == 1)
            {
                return seen;
            }

            next = string.Create(CultureInfo.InvariantCulture, $"&until={cursors.Min()}");
        }
    }
}
