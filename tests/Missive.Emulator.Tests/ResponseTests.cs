using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class ResponseTests
{
    [Theory]
    [InlineData("""{"title":"A"}""", 422)]
    [InlineData("""{"organization":"org_123","user":"user_123"}""", 422)]
    [InlineData("""{"organization":"org_999"}""", 400)]
    [InlineData("""{"user":"user_123","share_with_team":"team_123"}""", 422)]
    [InlineData("""{"user":"user_123","shared_labels":["label_123"]}""", 422)]
    [InlineData("""{"user":"user_123","external_id":"1"}""", 422)]
    [InlineData("""{"organization":"org_123","external_id":"template_123","external_source":"whatsapp"}""", 422)]
    [InlineData("""{"organization":"org_123","share_with_team":"team_123","shared_labels":["label_123"]}""", 201)]
    [InlineData("""{"user":"user_123","external_id":"1","external_source":"crm"}""", 201)]
    public async Task Creating_follows_the_documented_conditions(string response, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(status, (await sandbox.Post("/responses", $$"""{"responses":[{{response}}]}""")).Status);
    }

    [Fact]
    public async Task Titles_and_subjects_have_at_most_500_characters()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var fits = new string('x', 500);
        foreach (var name in new[] { "title", "subject" })
        {
            Assert.Equal(201, (await sandbox.Post("/responses", $$"""{"responses":[{"user":"user_123","{{name}}":"{{fits}}"}]}""")).Status);
            Assert.Equal(422, (await sandbox.Post("/responses", $$"""{"responses":[{"user":"user_123","{{name}}":"{{fits}}x"}]}""")).Status);
        }
    }

    [Fact]
    public async Task External_ids_are_unique_within_one_request_too()
    {
        const string Item = """{"user":"user_123","external_id":"1","external_source":"crm"}""";
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(422, (await sandbox.Post("/responses", $$"""{"responses":[{{Item}},{{Item}}]}""")).Status);
        Assert.Empty(sandbox.Emulator.Effects);
    }

    [Fact]
    public async Task Inline_images_get_the_id_of_the_stored_attachment()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post(
            "/responses",
            """
            {"responses":[{"user":"user_123","body":"<img data-missive-attachment-id=\"tmp\">",
            "attachments":[{"id":"tmp","filename":"a.PNG","base64_data":"aGk="}]}]}
            """);
        var response = answer.Items("responses")[0]!;
        Assert.Equal("<img data-missive-attachment-id=\"attachment_1\">", (string?)response["body"]);
        Assert.Equal("png", (string?)response["attachments"]![0]!["sub_type"]);
        Assert.Equal(2, (int)response["attachments"]![0]!["size"]!);
        Assert.Null(response["attachments"]![0]!["base64_data"]);
    }

    [Fact]
    public async Task What_an_integration_made_can_be_neither_changed_nor_deleted()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(403, (await sandbox.Patch("/responses/response_789", """{"responses":[{"id":"response_789","title":"A"}]}""")).Status);
        Assert.Equal(403, (await sandbox.Delete("/responses/response_123,response_789")).Status);
        Assert.Equal(200, (await sandbox.Get("/responses/response_123")).Status);
    }

    [Fact]
    public async Task Deleting_takes_several_ids_and_for_organizations_an_admin()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(200, (await sandbox.Delete("/responses/response_123,response_456")).Status);
        Assert.Equal(404, (await sandbox.Delete("/responses/response_123")).Status);
        await using var member = await Sandbox.StartAsync(new() { TokenOwnerIsAdmin = false });
        Assert.Equal(403, (await member.Delete("/responses/response_123")).Status);
        Assert.Equal(200, (await member.Delete("/responses/response_456")).Status);
    }

    [Fact]
    public async Task An_organization_narrows_the_list()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(["response_123", "response_789"], (await sandbox.Get("/responses?organization=org_123")).Ids("responses"));
    }
}
