using System.Text.Json;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class DraftAndPostDiscrepancyTests
{
    [Fact]
    public async Task D9_01_AFlatDraftIsPutIntoItsEnvelope()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("create_draft", """{"body":{"subject":"Follow up","to_fields":[{"address":"person@example.test"}]}}""");
        await sandbox.CallAsync("create_draft", """{"body":{"drafts":{"subject":"Follow up","to_fields":[{"address":"person@example.test"}]}}}""");
        const string Body = """{"drafts":{"subject":"Follow up","to_fields":[{"address":"person@example.test"}]}}""";
        sandbox.AssertSent(("POST /drafts", Body), ("POST /drafts", Body));
    }

    [Fact]
    public async Task D9_02_ASettingFillsTheSenderAndItsRefusalIsExplained()
    {
        var options = new MissiveOptions { DefaultFromField = new DraftSender { Address = "support@example.test" } };
        await using var sandbox = await FunctionSandbox.StartAsync(options: options);
        await sandbox.CallAsync("create_draft", """{"body":{"subject":"Follow up"}}""");
        Assert.Equal("support@example.test", sandbox.BodyOf(0).GetProperty("drafts").GetProperty("from_field").GetProperty("address").GetString());

        await using var without = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { DefaultSender = null });
        var refusal = await Assert.ThrowsAsync<MissiveApiException>(() => without.CallAsync("create_draft", """{"body":{"subject":"Follow up"}}"""));
        Assert.Equal(400, refusal.Status);
        Assert.Contains("default_from_field", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D9_03_ADraftIsCheckedBeforeItIsSent()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var files = string.Join(',', Enumerable.Repeat("""{"base64_data":"QQ==","filename":"a.txt"}""", 26));
        foreach (var (body, code, path) in ((string, string, string)[])
        [
            ("""{"add_users":["user_456"]}""", "requires", "body.organization"),
            ("""{"add_assignees":["user_456"]}""", "requires", "body.organization"),
            ("""{"remove_assignees":["user_456"]}""", "requires", "body.organization"),
            ("""{"add_shared_labels":["label_123"]}""", "requires", "body.organization"),
            ("""{"add_to_team_inbox":true}""", "requires", "body.team"),
            ("""{"send":true,"send_at":1893456000}""", "conflict", "body"),
            ("""{"auto_followup":true}""", "requires", "body.send_at"),
            ("""{"attachments":[""" + files + "]}", "too_many", "body.attachments"),
        ])
        {
            var error = await sandbox.RefusedAsync("create_draft", $$$"""{"body":{{{body}}}}""");
            Assert.Equal((code, path), (error.Code, error.Path));
        }

        sandbox.AssertSent();
    }

    [Fact]
    public async Task D9_04_SendingIsFlaggedAndItsEmptyAnswerIsASuccess()
    {
        var definition = MissiveTools.Registry.GetDefinition("create_draft");
        var sends = definition.Effects.SendsMessage!;
        Assert.True(sends.AppliesTo(definition, JsonElement.Parse("""{"body":{"send":true}}""")));
        Assert.True(sends.AppliesTo(definition, JsonElement.Parse("""{"body":{"drafts":{"send_at":1893456000}}}""")));
        Assert.False(sends.AppliesTo(definition, JsonElement.Parse("""{"body":{"send":false}}""")));
        Assert.False(definition.Effects.Idempotent);

        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("create_draft", """{"body":{"body":"Text","to_fields":[{"address":"person@example.test"}],"send":true}}""");
        Assert.Equal("""{"ok":true,"status":201}""", result.GetRawText());
    }

    [Fact]
    public async Task D11_01_TheMessageIdIsNeededAndEncoded()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        foreach (var arguments in (string[])["{}", """{"params":{}}"""])
        {
            var error = await sandbox.RefusedAsync("list_messages", arguments);
            Assert.Equal(("missing", "params.email_message_id"), (error.Code, error.Path));
        }

        await sandbox.CallAsync("list_messages", """{"params":{"email_message_id":"<a+b@example.test>"}}""");
        sandbox.AssertSent("GET /messages?email_message_id=%3Ca%2Bb%40example.test%3E");
    }

    [Fact]
    public async Task D12_01_AFlatPostIsPutIntoItsEnvelope()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        const string Post = """{"conversation":"conv_123","text":"T","notification":{"title":"A","body":"B"}}""";
        await sandbox.CallAsync("create_post", $$$"""{"body":{{{Post}}}}""");
        await sandbox.CallAsync("create_post", $$$"""{"body":{"posts":{{{Post}}}}}""");
        sandbox.AssertSent(("POST /posts", $$$"""{"posts":{{{Post}}}}"""), ("POST /posts", $$$"""{"posts":{{{Post}}}}"""));
    }

    [Theory]
    [InlineData("""{"text":"Example text."}""", "New post", "Example text.")]
    [InlineData("""{"markdown":"**Example** text.","username":"Bot"}""", "Bot", "Example text.")]
    [InlineData("""{"text":"T","notification":{"title":"Own"}}""", "Own", "T")]
    [InlineData("""{"attachments":[{"color":"good","title":"Card"}]}""", "New post", "Card")]
    [InlineData("""{"attachments":[{"color":"good"}],"username":"Bot"}""", "Bot", "Bot")]
    public async Task AMissingNotificationIsMade(string post, string title, string body)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("create_post", $$$"""{"body":{{{post}}}}""");
        var notification = sandbox.BodyOf(0).GetProperty("posts").GetProperty("notification");
        Assert.Equal((title, body), (notification.GetProperty("title").GetString(), notification.GetProperty("body").GetString()));
    }

    [Fact]
    public async Task D12_02_APostWithoutContentSendsNothing()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var error = await sandbox.RefusedAsync("create_post", """{"body":{"conversation":"conv_123"}}""");
        Assert.Equal(("requires", "body"), (error.Code, error.Path));
        sandbox.AssertSent();

        await sandbox.CallAsync("create_post", $$$"""{"body":{"text":"{{{new string('x', 300)}}}"}}""");
        Assert.Equal(140, sandbox.BodyOf(0).GetProperty("posts").GetProperty("notification").GetProperty("body").GetString()!.Length);
    }

    [Fact]
    public async Task D12_03_APostWithoutAConversationBeginsOne()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("create_post", """{"body":{"text":"T"}}""");
        Assert.NotEqual("conv_123", result.GetProperty("posts").GetProperty("conversation").GetString());
        Assert.Contains("a new conversation is made", MissiveTools.Registry.GetDefinition("create_post").Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D13_01_ARefusedDeletionSaysWhoMayDelete()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { TokenOwnerIsAdmin = false });
        var refusal = await Assert.ThrowsAnyAsync<MissiveApiException>(() => sandbox.CallAsync("delete_post", """{"post_id":"post_123"}"""));
        Assert.Equal(403, refusal.Status);
        Assert.Contains("owner or admin", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDocumentedLimitOfABodyIsTheTransports()
        => Assert.Equal(10_000_000, ManifestData.Manifest.Root.Limits?.BodyBytes);
}
