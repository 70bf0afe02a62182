using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class HookTests
{
    [Theory]
    [InlineData("""{"url":"https://example.test"}""", 422)]
    [InlineData("""{"type":"new_comment"}""", 422)]
    [InlineData("""{"type":"label_change","url":"https://example.test"}""", 422)]
    [InlineData("""{"type":"new_comment","url":"example.test"}""", 422)]
    [InlineData("""{"type":"incoming_email","url":"https://example.test","author":"user_123"}""", 422)]
    [InlineData("""{"type":"new_comment","url":"https://example.test","from_eq":"a@example.test"}""", 422)]
    [InlineData("""{"type":"new_comment","url":"https://example.test","author":"user_999"}""", 404)]
    [InlineData("""{"type":"new_comment","url":"https://example.test","organization":"org_999"}""", 400)]
    [InlineData("""{"type":"new_comment","url":"https://example.test","author":"user_123","is_task":true}""", 201)]
    [InlineData("""{"type":"incoming_email","url":"https://example.test","from_eq":"a@example.test","content_contains":"x"}""", 201)]
    public async Task Creating_follows_the_documented_conditions(string hook, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(status, (await sandbox.Post("/hooks", $$"""{"hooks":{{hook}} }""")).Status);
    }

    [Fact]
    public async Task A_new_hook_answers_its_id_and_can_be_deleted_once()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal("""{"hooks":{"id":"hook_1"}}""", (await sandbox.Post("/hooks", """{"hooks":{"type":"new_comment","url":"https://example.test"}}""")).Text);
        Assert.Equal(200, (await sandbox.Delete("/hooks/hook_1")).Status);
        Assert.Equal(404, (await sandbox.Delete("/hooks/hook_1")).Status);
        Assert.Equal("hook_123", (string?)sandbox.Emulator.ReadStored("hooks").Single()!["id"]);
    }
}
