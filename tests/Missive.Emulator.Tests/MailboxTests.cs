using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class MailboxTests
{
    [Theory]
    [InlineData("/conversations")]
    [InlineData("/conversations?limit=25")]
    [InlineData("/conversations?organization=org_123")]
    [InlineData("/conversations?email=person%40example.test")]
    public async Task A_list_without_a_mailbox_is_refused(string path)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Get(path);
        Assert.Equal(400, answer.Status);
        Assert.Contains("mailbox", answer.MessageText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inbox=true", "conv_123")]
    [InlineData("all=true", "conv_123")]
    [InlineData("assigned=true", "conv_123")]
    [InlineData("closed=true", "conv_3000")]
    [InlineData("snoozed=true", "conv_6000")]
    [InlineData("flagged=true", "conv_123")]
    [InlineData("trashed=true", "conv_5000")]
    [InlineData("junked=true", "conv_4000")]
    [InlineData("drafts=true", "conv_456")]
    [InlineData("shared_label=label_123", "conv_123")]
    [InlineData("team_inbox=example_inbox", "conv_2000")]
    [InlineData("team_inbox=team_123", "conv_2100")]
    [InlineData("team_closed=team_123", "conv_3000")]
    [InlineData("team_all=example_inbox", "conv_3003")]
    public async Task Every_mailbox_holds_its_own(string mailbox, string id)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Contains(id, (await sandbox.Get($"/conversations?limit=50&{mailbox}")).Ids("conversations"));
    }

    [Fact]
    public async Task Closed_spam_and_team_conversations_are_not_in_the_inbox()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { InboxConversations = 10 });
        var ids = (await sandbox.Get("/conversations?inbox=true&limit=50")).Ids("conversations");
        Assert.Equal(10, ids.Length);
        Assert.DoesNotContain(ids, id => id is "conv_2000" or "conv_3000" or "conv_4000" or "conv_5000" or "conv_6000");
    }

    [Fact]
    public async Task Two_mailboxes_are_refused_unless_lenient()
    {
        await using var strict = await Sandbox.StartAsync();
        Assert.Equal(400, (await strict.Get("/conversations?inbox=true&flagged=true")).Status);
        await using var lenient = await Sandbox.StartAsync(new() { StrictQuery = false });
        Assert.Equal(200, (await lenient.Get("/conversations?inbox=true&flagged=true")).Status);
    }

    [Theory]
    [InlineData("inbox=false")]
    [InlineData("inbox=1")]
    [InlineData("inbox=")]
    public async Task A_mailbox_flag_is_true_or_absent(string flag)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(400, (await sandbox.Get($"/conversations?{flag}")).Status);
    }

    [Theory]
    [InlineData("email=person%40example.test", true)]
    [InlineData("email=nobody%40example.test", false)]
    [InlineData("domain=example.test", true)]
    [InlineData("domain=elsewhere.test", false)]
    [InlineData("contact_organization=group_456", true)]
    public async Task Contact_parameters_narrow_a_mailbox(string parameter, bool found)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(found, (await sandbox.Get($"/conversations?inbox=true&{parameter}")).Items("conversations").Count > 0);
    }

    [Fact]
    public async Task Contact_parameters_exclude_each_other()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(400, (await sandbox.Get("/conversations?inbox=true&email=a%40b.test&domain=b.test")).Status);
    }

    [Fact]
    public async Task An_organization_narrows_flags_but_not_teams()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { Organizations = 2 });
        Assert.Empty((await sandbox.Get("/conversations?inbox=true&organization=org_124")).Items("conversations"));
        Assert.NotEmpty((await sandbox.Get("/conversations?team_inbox=team_123&organization=org_124")).Items("conversations"));
    }

    [Fact]
    public async Task Unknown_organizations_are_bad_requests_and_other_unknown_ids_not_found()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(400, (await sandbox.Get("/conversations?inbox=true&organization=org_999")).Status);
        Assert.Equal(400, (await sandbox.Get("/users?organization=org_999")).Status);
        Assert.Equal(404, (await sandbox.Get("/conversations?team_inbox=team_999")).Status);
        Assert.Equal(404, (await sandbox.Get("/conversations?shared_label=label_999")).Status);
    }

    [Fact]
    public async Task A_guest_conversation_shows_only_its_id_and_activity()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { InboxConversations = 2 });
        var guest = (await sandbox.Get("/conversations?all=true&limit=50")).Items("conversations").Single(item => (string?)item!["id"] == "conv_guest");
        Assert.Equal(["id", "last_activity_at"], guest!.AsObject().Select(field => field.Key));
        Assert.Equal(2, (await sandbox.Get("/conversations/conv_guest")).Items("conversations")[0]!.AsObject().Count);
    }
}
