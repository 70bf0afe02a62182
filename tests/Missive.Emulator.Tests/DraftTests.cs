using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class DraftTests
{
    private const string To = "\"to_fields\":[{\"address\":\"person@example.test\"}]";

    [Fact]
    public async Task A_draft_without_sender_takes_the_default_one()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post("/drafts", $$"""{"drafts":{"subject":"Hi",{{To}} } }""");
        Assert.Equal(201, answer.Status);
        var draft = answer.Json["drafts"]!;
        Assert.Equal("draft_1", (string?)draft["id"]);
        Assert.Equal("me@example.test", (string?)draft["from_field"]!["address"]);
        Assert.True((bool)draft["draft"]!);
        Assert.Null(draft["delivered_at"]);
        Assert.Equal("Example Owner", (string?)draft["author"]!["name"]);
    }

    [Fact]
    public async Task A_draft_without_sender_is_refused_when_there_is_no_default_one()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { DefaultSender = null });
        var answer = await sandbox.Post("/drafts", """{"drafts":{"subject":"Hi"}}""");
        Assert.Equal(400, answer.Status);
        Assert.Contains("from_field", answer.MessageText(), StringComparison.Ordinal);
        Assert.Equal(201, (await sandbox.Post("/drafts", """{"drafts":{"from_field":{"address":"ME@example.test"}}}""")).Status);
    }

    [Theory]
    [InlineData("""{"address":"support@example.test"}""", 201)]
    [InlineData("""{"address":"stranger@example.test"}""", 400)]
    [InlineData("""{"phone_number":"+15550100"}""", 201)]
    [InlineData("""{"phone_number":"+15550100","type":"whatsapp"}""", 400)]
    [InlineData("""{"phone_number":"+15550199"}""", 400)]
    [InlineData("""{"phone_number":"15550100"}""", 422)]
    [InlineData("""{"username":"bot"}""", 400)]
    [InlineData("""{"name":"nobody"}""", 422)]
    public async Task A_sender_is_one_of_the_owners_own(string from, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post("/drafts", $$"""{"drafts":{"from_field":{{from}},"to_fields":[{"phone_number":"+15550101"}]} }""");
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_custom_channel_takes_any_sender()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(201, (await sandbox.Post("/drafts", """{"drafts":{"account":"account_123","from_field":{"username":"bot"},"to_fields":[{"id":"7"}]}}""")).Status);
        Assert.Equal(404, (await sandbox.Post("/drafts", """{"drafts":{"account":"account_999","from_field":{"username":"bot"}}}""")).Status);
    }

    [Theory]
    [InlineData("\"send\":true,\"send_at\":1777680000")]
    [InlineData("\"auto_followup\":true")]
    [InlineData("\"add_users\":[\"user_456\"]")]
    [InlineData("\"add_assignees\":[\"user_456\"]")]
    [InlineData("\"remove_assignees\":[\"user_456\"]")]
    [InlineData("\"add_shared_labels\":[\"label_123\"]")]
    [InlineData("\"add_to_team_inbox\":true")]
    [InlineData("\"send\":\"true\"")]
    [InlineData("\"send_at\":\"2026-05-01\"")]
    [InlineData("\"send_at\":1.5")]
    [InlineData("\"subject\":null")]
    [InlineData("\"conversation_color\":\"blue\"")]
    [InlineData("\"to_fields\":{}")]
    [InlineData("\"cc_fields\":[{\"name\":\"nobody\"}]")]
    [InlineData("\"attachments\":[{\"filename\":\"a.txt\"}]")]
    [InlineData("\"attachments\":[{\"filename\":\"a.txt\",\"base64_data\":\"?\"}]")]
    [InlineData("\"external_response_variables\":{\"a\":1}")]
    public async Task Attributes_that_break_a_rule_are_refused_without_effect(string attribute)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(422, (await sandbox.Post("/drafts", $$"""{"drafts":{ {{attribute}} } }""")).Status);
        Assert.Empty(sandbox.Emulator.Effects);
    }

    [Fact]
    public async Task At_most_25_files_are_taken()
    {
        await using var sandbox = await Sandbox.StartAsync();
        foreach (var (count, status) in new[] { (25, 201), (26, 422) })
        {
            var files = string.Join(',', Enumerable.Repeat("""{"filename":"a.txt","base64_data":"aGk="}""", count));
            Assert.Equal(status, (await sandbox.Post("/drafts", $$"""{"drafts":{"attachments":[{{files}}]} }""")).Status);
        }
    }

    [Fact]
    public async Task Sending_answers_without_a_body_and_leaves_a_message()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post("/drafts", $$"""{"drafts":{"conversation":"conv_456","subject":"Sent","send":true,{{To}} } }""");
        Assert.Equal((201, ""), (answer.Status, answer.Text));
        Assert.Contains("message_1", (await sandbox.Get("/conversations/conv_456/messages")).Ids("messages"));
    }

    [Fact]
    public async Task Create_answers_can_always_or_never_have_a_body()
    {
        await using var full = await Sandbox.StartAsync(new() { CreateAnswer = Answers.CreateAnswer.Always });
        Assert.NotEmpty((await full.Post("/drafts", """{"drafts":{"send":true}}""")).Text);
        await using var empty = await Sandbox.StartAsync(new() { CreateAnswer = Answers.CreateAnswer.Empty });
        var answer = await empty.Post("/drafts", """{"drafts":{"subject":"a"}}""");
        Assert.Equal((201, ""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task A_scheduled_draft_has_its_time_as_cursor()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.Post("/drafts", """{"drafts":{"conversation":"conv_1000","send_at":1777680000,"auto_followup":true}}""");
        var drafts = (await sandbox.Get("/conversations/conv_1000/drafts")).Items("drafts");
        Assert.Equal(1777680000, (long)drafts.Single()!["delivered_at"]!);
    }

    [Fact]
    public async Task References_find_a_conversation_with_or_without_chevrons()
    {
        await using var sandbox = await Sandbox.StartAsync();
        foreach (var reference in new[] { "<message-id@example.test>", "message-id@example.test" })
        {
            await sandbox.Post("/drafts", $$"""{"drafts":{"subject":"In thread","references":["{{reference}}"]} }""");
        }

        await sandbox.Post("/drafts", """{"drafts":{"subject":"New thread","references":["unknown@example.test"]}}""");
        Assert.Equal(6, (await sandbox.Get("/conversations/conv_123/drafts")).Items("drafts").Count);
        Assert.Single((await sandbox.Get("/conversations/conv_1/drafts")).Items("drafts"));
    }

    [Fact]
    public async Task A_draft_can_change_its_conversation()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.Post(
            "/drafts",
            """
            {"drafts":{"conversation":"conv_1000","organization":"org_123","team":"team_123","add_assignees":["example_assignee"],
            "add_shared_labels":["label_456"],"conversation_subject":"Renamed","conversation_color":"warning","close":true}}
            """);
        var conversation = (await sandbox.Get("/conversations/conv_1000")).Items("conversations")[0]!;
        Assert.Equal("Renamed", (string?)conversation["subject"]);
        Assert.Equal("warning", (string?)conversation["color"]);
        Assert.Equal("team_123", (string?)conversation["team"]!["id"]);
        Assert.Contains("example_assignee", conversation["assignees"]!.AsArray().Select(user => (string?)user!["id"]));
        Assert.Contains("label_456", conversation["shared_labels"]!.AsArray().Select(label => (string?)label!["id"]));
        Assert.Contains("conv_1000", (await sandbox.Get("/conversations?closed=true&limit=50")).Ids("conversations"));
    }

    [Fact]
    public async Task A_deleted_draft_is_gone()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Delete("/drafts/draft_123");
        Assert.Equal((200, ""), (answer.Status, answer.Text));
        Assert.Equal(404, (await sandbox.Delete("/drafts/draft_123")).Status);
        Assert.Equal(404, (await sandbox.Delete("/drafts/message_123")).Status);
        await using var other = await Sandbox.StartAsync(new() { DeleteStatus = 204 });
        Assert.Equal(204, (await other.Delete("/drafts/draft_123")).Status);
    }
}
