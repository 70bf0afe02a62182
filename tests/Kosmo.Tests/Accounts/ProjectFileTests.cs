using Kosmo.Tests.Support;

namespace Kosmo.Tests.Accounts;

/// <summary>A project's file can forbid, and nothing else.</summary>
public sealed class ProjectFileTests
{
    [Fact]
    public async Task AProjectsPermissionsHoldBesideTheUsersAndTheStricterWins()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit("allow", "allow");
        var json = (await sandbox.RunAsync("integrations:configure", "missive", "--write", "deny", "--project", "--json")).AssertExit(0).Json;
        Assert.Equal("project", json.GetProperty("scope").GetString());
        Assert.Equal("deny", json.GetProperty("permissions").GetProperty("write").GetString());
        Assert.True(File.Exists(sandbox.ProjectFile));
        var refused = (await sandbox.RunAsync("integrations:call", "missive.delete_post", "--post-id=post_123")).AssertExit(1);
        Assert.Contains(sandbox.ProjectFile, refused.Error, StringComparison.Ordinal);
        Assert.EndsWith("  kosmo integrations:configure missive --write allow --project\n", refused.Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task AProjectsFileThatCannotBeReadForbidsEverything()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit("allow", "allow");
        Directory.CreateDirectory(sandbox.ProjectFile);
        var refused = (await sandbox.RunAsync("integrations:call", "missive.delete_post", "--post-id=post_123")).AssertExit(1);
        Assert.Equal($"{sandbox.ProjectFile} is a folder, and should be a file. Move it away.\n", refused.Error);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task AProjectCannotAllow()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var text = (await sandbox.RunAsync("integrations:configure", "missive", "--write", "allow", "--project")).AssertExit(0).Output;
        Assert.Contains("write stays ask", text, StringComparison.Ordinal);
        (await sandbox.RunAsync("integrations:call", "missive.delete_post", "--post-id=post_123")).AssertExit(1);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task CredentialsGoToTheUserEvenForAProject()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await sandbox.RunAsync("integrations:configure", "missive", "--account", "work", "--set", $"access_token={KosmoSandbox.Secret}", "--enable", "--read", "allow", "--write", "deny", "--project")).AssertExit(0);
        Assert.DoesNotContain(KosmoSandbox.Secret, await File.ReadAllTextAsync(sandbox.ProjectFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(KosmoSandbox.Secret, await File.ReadAllTextAsync(sandbox.ConfigurationFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"integrations":{"missive":{"accounts":{"default":{"access_token":"planted","url":"http://127.0.0.1:9/v1"}}}}}""", "Credentials are never taken from a project's file")]
    [InlineData("{", "cannot be read as JSON")]
    [InlineData("""{"integrations":{"missive":{"permissions":{"write":"maybe"}}}}""", "is none of allow, ask and deny")]
    [InlineData("""{"integrations":{"missive":{"permissions":{"Write":"deny"}}}}""", "integrations.missive.permissions holds read and write, not 'Write'")]
    [InlineData("""{"integrations":{"missive":{"permission":{"write":"deny"}}}}""", "integrations.missive.permission is not known")]
    [InlineData("""{"integrations":{"misive":{"permissions":{"write":"deny"}}}}""", "integrations.misive is not known")]
    [InlineData("""{"permissions":{"write":"deny"}}""", "permissions is not known; a project's file has integrations.missive.enabled and integrations.missive.permissions. Mend or remove it.")]
    public async Task AProjectsFileThatIsNotWhatItMayBeStopsTheCall(string content, string message)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(sandbox.ProjectFile)!);
        await File.WriteAllTextAsync(sandbox.ProjectFile, content, TestContext.Current.CancellationToken);
        var result = (await sandbox.RunAsync("integrations:call", "missive.list_teams")).AssertExit(1);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task AProjectsFileThatCannotBeReadLeavesEverythingAsItIs()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(sandbox.ProjectFile)!);
        await File.WriteAllTextAsync(sandbox.ProjectFile, "{", TestContext.Current.CancellationToken);
        (await sandbox.RunAsync("integrations:configure", "missive", "--set", "time_zone=UTC", "--write", "deny", "--project")).AssertExit(1);
        Assert.False(File.Exists(sandbox.ConfigurationFile));
        Assert.Equal("{", await File.ReadAllTextAsync(sandbox.ProjectFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WhereTheUserForbidsTooTheProjectIsNotBlamed()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit("allow", "deny");
        (await sandbox.RunAsync("integrations:configure", "missive", "--write", "deny", "--project")).AssertExit(0);
        var refused = (await sandbox.RunAsync("integrations:call", "missive.delete_post", "--post-id=post_123")).AssertExit(1);
        Assert.DoesNotContain(sandbox.ProjectFile, refused.Error, StringComparison.Ordinal);
        Assert.EndsWith("  kosmo integrations:configure missive --write allow\n", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProjectCanDisableTheIntegration()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await sandbox.RunAsync("integrations:configure", "missive", "--disable", "--project")).AssertExit(0);
        var result = (await sandbox.RunAsync("integrations:call", "missive.list_teams")).AssertExit(1);
        Assert.Contains("is installed but not active", result.Error, StringComparison.Ordinal);
        Assert.Contains(sandbox.ProjectFile, result.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n  kosmo integrations:configure missive --enable --project\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("kosmo integrations:configure missive --enable --project --json", (await sandbox.RunAsync("integrations:doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADisabledIntegrationIsNotCalled()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await sandbox.RunAsync("integrations:configure", "missive", "--disable")).AssertExit(0);
        var result = (await sandbox.RunAsync("integrations:call", "missive.list_teams", "--force")).AssertExit(1);
        Assert.Contains("kosmo integrations:configure missive --enable", result.Error, StringComparison.Ordinal);
        Assert.Contains("| disabled |", (await sandbox.RunAsync("integrations:list")).Output, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }
}
