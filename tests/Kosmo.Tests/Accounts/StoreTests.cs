using System.Text.Json.Nodes;
using Kosmo.Tests.Support;

namespace Kosmo.Tests.Accounts;

/// <summary>Where credentials come from, and what becomes of a store that cannot be trusted.</summary>
public sealed class StoreTests
{
    [Theory]
    [InlineData("{\"version\":1,", "is damaged: it is not valid JSON, from line 1")]
    [InlineData("", "is damaged: it is not valid JSON")]
    [InlineData("[]", "is damaged: it is not a JSON object")]
    [InlineData("{\"version\":2}", "its version is 2, and this kosmo knows version 1")]
    [InlineData("{\"integrations\":[]}", "integrations.missive is not an object")]
    [InlineData("{\"integrations\":{\"missive\":{\"permissions\":{\"write\":\"alow\"}}}}", "permissions.write is none of allow, ask and deny")]
    [InlineData("{\"integrations\":{\"missive\":{\"enabled\":\"no\"}}}", "enabled is neither true nor false")]
    [InlineData("{\"integrations\":{\"missive\":{\"accounts\":{\"work\":\"token\"}}}}", "accounts.work is not an object")]
    [InlineData("{\"a\":1,\"a\":2}", "is damaged")]
    [InlineData("{\"integrations\":{\"missive\":{\"accounts\":{\"get_task\":{}}}}}", "an account cannot be named 'get_task': a function has that name")]
    public async Task ADamagedStoreIsReportedAndNeverOverwritten(string content, string message)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Directory.CreateDirectory(sandbox.ConfigurationDirectory);
        await File.WriteAllTextAsync(sandbox.ConfigurationFile, content, TestContext.Current.CancellationToken);
        foreach (var arguments in new string[][]
        {
            ["integrations:call", "missive.list_teams"],
            ["integrations:status"],
            ["integrations:configure", "missive", "--write", "allow"],
        })
        {
            var result = (await sandbox.RunAsync(arguments)).AssertExit(1);
            Assert.Contains(message, result.Error, StringComparison.Ordinal);
            Assert.Contains(sandbox.ConfigurationFile, result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(content, await File.ReadAllTextAsync(sandbox.ConfigurationFile, TestContext.Current.CancellationToken));
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("config/config.json/", "config/config.json is a folder, and should be a file. Move it away.")]
    [InlineData("config", "config is a file, and should be the folder of config.json. Move it away.")]
    public async Task AStoreThatIsNoneIsNotTakenForNone(string made, string message)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Make(Path.Combine(sandbox.Root, made));
        foreach (var arguments in new string[][] { ["integrations:status", "--json"], ["integrations:configure", "missive", "--write", "allow", "--json"] })
        {
            Assert.Equal(Path.Combine(sandbox.Root, message), (await sandbox.RunAsync(arguments)).AssertExit(1).Json.GetProperty("error").GetString());
        }
    }

    [Fact]
    public async Task AStoreThatCannotBeReachedIsNotTakenForNone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links are for everybody elsewhere.");
        await using var sandbox = await KosmoSandbox.StartAsync();
        var turn = Path.Combine(sandbox.Root, "turn");
        File.CreateSymbolicLink(turn, turn);
        sandbox.Environment["KOSMO_CONFIG_DIR"] = turn;
        Assert.StartsWith($"{turn}/config.json cannot be reached: ", (await sandbox.RunAsync("integrations:status")).AssertExit(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreInAFolderThatCannotBeEnteredIsNotTakenForNone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit("allow", "deny");
        File.SetUnixFileMode(sandbox.ConfigurationDirectory, UnixFileMode.None);
        var result = await sandbox.RunAsync("integrations:status");
        File.SetUnixFileMode(sandbox.ConfigurationDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Environment.IsPrivilegedProcess)
        {
            // No mode keeps this user out, and what is stored counts.
            result.AssertExit(0);
            return;
        }

        Assert.StartsWith($"{sandbox.ConfigurationFile} cannot be reached: ", result.AssertExit(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoreThatOthersCanReadIsWarnedOf()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");

        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit("allow", "ask");
        sandbox.SetConfigurationMode(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        var result = (await sandbox.RunAsync("integrations:status", "--json")).AssertExit(0);
        Assert.Contains($"chmod 600 {sandbox.ConfigurationFile}", result.Error, StringComparison.Ordinal);
        Assert.True(result.Json.GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task TheEnvironmentsTokenTakesThePlaceOfTheStoredOneTogetherWithItsUrl()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject
        {
            ["accounts"] = new JsonObject { ["default"] = new JsonObject { ["access_token"] = "stored-token", ["url"] = "http://127.0.0.1:9/v1", ["default_organization"] = "org_123" } },
        });
        (await sandbox.RunAsync("integrations:call", "missive.list_teams")).AssertExit(0);
        Assert.True(Assert.Single(sandbox.Emulator.Requests).Authorized);
        var fields = (await sandbox.RunAsync("integrations:fields", "missive")).AssertExit(0).Output;
        Assert.Equal(2, fields.Split("yes (environment)").Length - 1);

        // Not to the stored URL: the token was not given for it.
        sandbox.Environment["MISSIVE_URL"] = null;
        var json = (await sandbox.RunAsync("integrations:fields", "missive", "--json")).Json;
        var url = json.GetProperty("fields").EnumerateArray().Single(static field => field.GetProperty("key").GetString() == "url");
        Assert.False(url.GetProperty("configured").GetBoolean());
    }

    [Theory]
    [InlineData("MISSIVE_ACCESS_TOKEN", "two words", "MISSIVE_ACCESS_TOKEN holds blanks or characters that no token has.")]
    [InlineData("MISSIVE_URL", "nowhere", "MISSIVE_URL is not an absolute URL.")]
    [InlineData("MISSIVE_URL", "ftp://example.test/v1", "MISSIVE_URL must be https")]
    public async Task WhatTheEnvironmentHoldsIsCalledByItsVariable(string variable, string value, string message)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Environment[variable] = value;
        foreach (var line in new[] { new[] { "integrations:call", "missive.list_teams" }, ["integrations:lua", "--eval", "app.integrations.missive.list_teams()"] })
        {
            var error = (await sandbox.RunAsync(line)).AssertExit(1).Error;
            Assert.StartsWith(message, error, StringComparison.Ordinal);
            Assert.DoesNotContain("two words", error, StringComparison.Ordinal);
        }

        Assert.Contains(message, (await sandbox.RunAsync("integrations:doctor")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AUrlWithoutATokenIsRefusedRatherThanIgnored()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["default"] = sandbox.Account() } });
        sandbox.Environment["MISSIVE_ACCESS_TOKEN"] = null;
        var result = (await sandbox.RunAsync("integrations:call", "missive.list_teams")).AssertExit(1);
        Assert.StartsWith("MISSIVE_URL is set without MISSIVE_ACCESS_TOKEN.", result.Error, StringComparison.Ordinal);
        Assert.Contains("MISSIVE_URL is set without", (await sandbox.RunAsync("integrations:doctor")).Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("/nonexistent")]
    [InlineData("relative")]
    public async Task WithoutAHomeNothingIsConfiguredAndTheEnvironmentSuffices(string home)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        MoveHome(sandbox, home);
        (await sandbox.RunAsync("integrations:call", "missive.list_teams")).AssertExit(0);
    }

    [Fact]
    public async Task WithoutAHomeNothingCanBeConfigured()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        MoveHome(sandbox, "relative");
        var result = (await sandbox.RunAsync("integrations:configure", "missive", "--write=allow")).AssertExit(1);
        Assert.Equal("There is no home folder to keep the configuration in. Set KOSMO_CONFIG_DIR to a folder of yours.\n", result.Error);
    }

    [Fact]
    public async Task ACurrentFolderThatIsGoneIsToldAsThat()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "It takes a shell to stand in a folder that is gone.");
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = await KosmoProgram.RunAsync(
            ["-c", $"mkdir gone && cd gone && rmdir ../gone && exec '{KosmoProgram.Path}' integrations:call missive.list_teams"], sandbox.Environment, "", sandbox.ProjectDirectory, "/bin/sh");
        Assert.StartsWith("The current folder was removed,", result.AssertExit(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABlankTokenIsNone()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["default"] = new JsonObject { ["access_token"] = "  " } } });
        var fields = (await sandbox.RunAsync("integrations:fields", "missive", "--json")).AssertExit(0).Json;
        Assert.Equal(
            ["success", "provider", "account", "accounts", "cli_setup_supported", "cli_runtime_supported", "auth_strategy", "compatibility_summary", "fields", "example"],
            KosmoResult.Keys(fields));
        Assert.False(fields.GetProperty("fields")[0].GetProperty("configured").GetBoolean());
        var doctor = (await sandbox.RunAsync("integrations:doctor", "missive", "--json")).AssertExit(0).Json;
        Assert.Equal("access_token", doctor.GetProperty("missing_credentials")[0].GetString());
        Assert.Equal(
            ["kosmo integrations:fields missive --json", "kosmo integrations:configure missive --set access_token=- --json"],
            doctor.GetProperty("next_commands").EnumerateArray().Select(static command => command.GetString()!));
    }

    [Theory]
    [InlineData("XDG_CONFIG_HOME", "kosmo/config.json")]
    [InlineData("HOME", ".config/kosmo/config.json")]
    public async Task TheStoreLiesInTheUsersFolder(string variable, string file)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have other folders.");
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Environment["KOSMO_CONFIG_DIR"] = null;
        sandbox.Environment["XDG_CONFIG_HOME"] = null;
        sandbox.Environment[variable] = sandbox.Root;
        (await sandbox.RunAsync("integrations:configure", "missive", "--write", "deny")).AssertExit(0);
        Assert.True(File.Exists(Path.Combine(sandbox.Root, file)));
    }

    // A folder where the path ends in a slash, else a file.
    private static void Make(string path)
    {
        if (Path.EndsInDirectorySeparator(path))
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            File.WriteAllText(path, "");
        }
    }

    private static void MoveHome(KosmoSandbox sandbox, string home)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the home is not the variable's.");
        sandbox.Environment["HOME"] = home;
        sandbox.Environment["KOSMO_CONFIG_DIR"] = null;
        sandbox.Environment["XDG_CONFIG_HOME"] = null;
    }
}
