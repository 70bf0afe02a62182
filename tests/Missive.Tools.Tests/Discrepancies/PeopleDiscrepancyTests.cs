using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class PeopleDiscrepancyTests
{
    [Fact]
    public async Task D18_01_TheTokenOwnerIsTheUserMarkedAsMe()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("get_current_user");
        Assert.Equal("user_123", result.GetProperty("user").GetProperty("id").GetString());
        Assert.Equal("me@example.test", result.GetProperty("user").GetProperty("email").GetString());
        Assert.Equal("GET /users?limit=200", sandbox.Lines[0]);
    }

    [Fact]
    public async Task D18_02_OrganizationsAreAdded()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { Organizations = 2 });
        var typed = await sandbox.Client.Organizations.GetCurrentUserAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["org_123", "org_124"], typed.CurrentUser?.Organizations?.Select(static organization => organization.Id));
        sandbox.AssertSent("GET /users?limit=200", "GET /organizations?limit=200");
    }

    [Fact]
    public async Task D18_03_PagesAreReadUntilTheOwnerIsFound()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ExtraUsers = 420 });
        await sandbox.CallAsync("get_current_user");
        sandbox.AssertSent(
            "GET /users?limit=200", "GET /users?limit=200&offset=200", "GET /users?limit=200&offset=400", "GET /organizations?limit=200");

        var nobody = new MissiveInvoker(StubTransport.Answering("""{"users":[{"id":"user_1","me":false}]}"""), new MissiveOptions(), TimeProvider.System);
        var error = await Assert.ThrowsAsync<MissiveAnswerException>(() => MissiveTools.Registry.Create("get_current_user", nobody)
            .InvokeAsync(default(System.Text.Json.JsonElement), TestContext.Current.CancellationToken));
        Assert.Equal("get_current_user", error.Function);
    }

    [Theory]
    [InlineData("""{"name":"A","organization":"org_123"}""")]
    [InlineData("""[{"name":"A","organization":"org_123"}]""")]
    [InlineData("""{"teams":{"name":"A","organization":"org_123"}}""")]
    [InlineData("""{"teams":[{"name":"A","organization":"org_123"}]}""")]
    public async Task EveryFormOfABulkBodyIsUnderstood(string body)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("create_teams", $$$"""{"body":{{{body}}}}""");
        sandbox.AssertSent(("POST /teams", """{"teams":[{"name":"A","organization":"org_123"}]}"""));
    }

    [Fact]
    public async Task D22_01_TeamsAreAListUnderTheirEnvelope()
        => await EveryFormOfABulkBodyIsUnderstood("""{"name":"A","organization":"org_123"}""");

    [Fact]
    public async Task D22_02_NameAndOrganizationAreNeededAndASettingFillsTheLatter()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var name = await sandbox.RefusedAsync("create_teams", """{"body":{"organization":"org_123"}}""");
        Assert.Equal(("missing", "body.name"), (name.Code, name.Path));
        var organization = await sandbox.RefusedAsync("create_teams", """{"body":{"name":"A"}}""");
        Assert.Equal(("missing", "body.organization"), (organization.Code, organization.Path));
        sandbox.AssertSent();

        await using var configured = await FunctionSandbox.StartAsync(options: new MissiveOptions { DefaultOrganization = "org_123" });
        await configured.CallAsync("create_teams", """{"body":{"name":"A"}}""");
        configured.AssertSent(("POST /teams", """{"teams":[{"name":"A","organization":"org_123"}]}"""));

        await using var member = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { TokenOwnerIsAdmin = false });
        var refusal = await Assert.ThrowsAnyAsync<MissiveApiException>(
            () => member.CallAsync("create_teams", """{"body":{"name":"A","organization":"org_123"}}"""));
        Assert.Contains("admin or owner", refusal.Message, StringComparison.Ordinal);
    }
}
