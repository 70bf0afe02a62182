using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class TeamAndLabelTests
{
    [Theory]
    [InlineData("""{"organization":"org_123"}""", 422)]
    [InlineData("""{"name":"A"}""", 422)]
    [InlineData("""{"name":"A","organization":"org_999"}""", 400)]
    [InlineData("""{"name":"A","organization":"org_123","active_members":["user_999"]}""", 404)]
    [InlineData("""{"name":"A","organization":"org_123","user_reply_behavior":"assign"}""", 422)]
    [InlineData("""{"name":"A","organization":"org_123","business_hours":{"tz":"Europe/Paris","t":[{"d":7,"s":[0,1]}]}}""", 422)]
    [InlineData("""{"name":"A","organization":"org_123","business_hours":{"tz":"Europe/Paris","t":[{"d":1,"s":[0]}]}}""", 422)]
    [InlineData("""{"name":"A","organization":"org_123","color":"danger"}""", 422)]
    [InlineData("""{"name":"A","organization":"org_123","business_hours":{"tz":"Europe/Paris","t":[{"d":1,"s":[32400,61200]}]},"color":"#0af","inactivity_period":60}""", 201)]
    public async Task Creating_teams_follows_the_documented_conditions(string team, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(status, (await sandbox.Post("/teams", $$"""{"teams":[{{team}}]}""")).Status);
    }

    [Fact]
    public async Task Teams_are_changed_by_admins_only()
    {
        const string Json = """{"teams":[{"id":"team_123","name":"Renamed"}]}""";
        await using var admin = await Sandbox.StartAsync();
        Assert.Equal("Renamed", (string?)(await admin.Patch("/teams/team_123", Json)).Items("teams")[0]!["name"]);
        await using var member = await Sandbox.StartAsync(new() { TokenOwnerIsAdmin = false });
        Assert.Equal(403, (await member.Patch("/teams/team_123", Json)).Status);
        Assert.Equal(403, (await member.Post("/teams", """{"teams":[{"name":"A","organization":"org_123"}]}""")).Status);
    }

    [Fact]
    public async Task Lists_narrow_to_an_organization()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { Organizations = 2 });
        Assert.Equal(["team_123", "example_inbox"], (await sandbox.Get("/teams?organization=org_123")).Ids("teams"));
        Assert.Equal(["team_124"], (await sandbox.Get("/teams?organization=org_124")).Ids("teams"));
        Assert.Equal(["label_124"], (await sandbox.Get("/shared_labels?organization=org_124")).Ids("shared_labels"));
    }

    [Fact]
    public async Task Labels_carry_the_names_of_their_parents()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var created = await sandbox.Post("/shared_labels", """{"shared_labels":[{"name":"Third","organization":"org_123","parent":"label_456","color":"#00aaff"}]}""");
        Assert.Equal("Important/Urgent/Third", (string?)created.Items("shared_labels")[0]!["name_with_parent_names"]);
        await sandbox.Patch("/shared_labels/label_123", """{"shared_labels":[{"id":"label_123","name":"First"}]}""");
        Assert.Contains(
            "First/Urgent/Third",
            (await sandbox.Get("/shared_labels")).Items("shared_labels").Select(label => (string?)label!["name_with_parent_names"]));
        Assert.Equal(422, (await sandbox.Patch("/shared_labels/label_123", """{"shared_labels":[{"id":"label_123","parent":"label_1"}]}""")).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_label_never_changes_its_organization(bool strict)
    {
        await using var sandbox = await Sandbox.StartAsync(new() { StrictBody = strict });
        var answer = await sandbox.Patch("/shared_labels/label_123", """{"shared_labels":[{"id":"label_123","organization":"org_123"}]}""");
        Assert.Equal(422, answer.Status);
        Assert.Contains("not permitted", answer.MessageText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_a_label_is_for_admins_and_the_team_can_be_taken_away()
    {
        const string Json = """{"shared_labels":[{"id":"label_123","share_with_team":null}]}""";
        await using var admin = await Sandbox.StartAsync();
        Assert.Equal(200, (await admin.Patch("/shared_labels/label_123", Json)).Status);
        await using var member = await Sandbox.StartAsync(new() { TokenOwnerIsAdmin = false });
        Assert.Equal(403, (await member.Patch("/shared_labels/label_123", Json)).Status);
        Assert.Equal(200, (await member.Patch("/shared_labels/label_123", """{"shared_labels":[{"id":"label_123","name":"A"}]}""")).Status);
    }
}
