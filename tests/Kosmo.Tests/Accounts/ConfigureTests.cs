using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Tests.Support;

namespace Kosmo.Tests.Accounts;

/// <summary>Credentials, settings and permissions: what is stored, where, and for whom to see.</summary>
public sealed class ConfigureTests
{
    private const UnixFileMode OnlyUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task WhatIsConfiguredIsStoredForTheUserAloneAndUsed()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        var result = (await sandbox.RunAsync(
            "integrations:configure", "missive", "--account", "work", "--set", $"access_token={KosmoSandbox.Secret}", "--set", $"url={sandbox.Emulator.BaseAddress}",
            "--enable", "--read", "allow", "--write", "deny", "--json")).AssertExit(0);
        Assert.Equal(
            ["success", "provider", "account", "scope", "credentials_set", "credentials_unset", "enabled", "configured", "cli_setup_supported", "cli_runtime_supported", "permissions"],
            KosmoResult.Keys(result.Json));
        Assert.Equal("work", result.Json.GetProperty("account").GetString());
        Assert.Equal("""["access_token","url"]""", Compact(result.Json.GetProperty("credentials_set")));
        Assert.Equal("""{"read":"allow","write":"deny"}""", Compact(result.Json.GetProperty("permissions")));
        Assert.True(result.Json.GetProperty("enabled").GetBoolean());
        Assert.DoesNotContain(KosmoSandbox.Secret, result.Everything, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(OnlyUser, File.GetUnixFileMode(sandbox.ConfigurationFile));
            Assert.Equal(OnlyUser | UnixFileMode.UserExecute, File.GetUnixFileMode(sandbox.ConfigurationDirectory));
        }

        (await sandbox.RunAsync("integrations:call", "missive.list_teams", "--account=work")).AssertExit(0);
        var denied = (await sandbox.RunAsync("integrations:call", "missive.delete_post", "--post-id=post_123", "--account=work")).AssertExit(1);
        Assert.StartsWith("Integration 'missive' write access denied.", denied.Error, StringComparison.Ordinal);
        (await sandbox.RunAsync("integrations:call", "missive.delete_post", "--post-id=post_123", "--account=work", "--force")).AssertExit(0);
    }

    [Fact]
    public async Task SecretsMayComeFromStandardInputAndSettingsWithThem()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        (await sandbox.RunWithInputAsync(KosmoSandbox.Secret + "\n", "integrations:configure", "missive", "--set", "access_token=-", "--set", $"url={sandbox.Emulator.BaseAddress}")).AssertExit(0);
        (await sandbox.RunWithInputAsync(
            """{"set":{"default_organization":"org_123","report_wait_seconds":90,"allow_undocumented":true},"permissions":{"write":"allow"},"unset":["time_zone"]}""",
            "integrations:configure", "missive", "--stdin-json")).AssertExit(0);
        (await sandbox.RunAsync("integrations:call", "missive.create_teams", """{"body":{"name":"Sales"}}""")).AssertExit(0);
        Assert.Contains("\"organization\":\"org_123\"", sandbox.Emulator.Requests[^1].BodyText, StringComparison.Ordinal);
        var fields = (await sandbox.RunAsync("integrations:fields", "missive", "--json")).AssertExit(0).Json.GetProperty("fields").EnumerateArray().ToDictionary(static field => field.GetProperty("key").GetString()!);
        Assert.Equal(90, fields["report_wait_seconds"].GetProperty("value").GetInt32());
        Assert.False(fields["access_token"].TryGetProperty("value", out _));
        Assert.True(fields["access_token"].GetProperty("configured").GetBoolean());
        Assert.Equal("store", fields["access_token"].GetProperty("source").GetString());
        Assert.False(fields["time_zone"].GetProperty("configured").GetBoolean());
    }

    [Fact]
    public async Task ThatATokenIsMissingIsToldOnlyWhereNoAccountHasOne()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        var alone = (await sandbox.RunAsync("integrations:configure", "missive", "--enable")).AssertExit(0);
        Assert.Contains("An access token is still missing", alone.Output, StringComparison.Ordinal);
        (await sandbox.RunAsync("integrations:configure", "missive", "--account=work", "--set", $"access_token={KosmoSandbox.Secret}")).AssertExit(0);
        var beside = (await sandbox.RunAsync("integrations:configure", "missive", "--enable")).AssertExit(0);
        Assert.DoesNotContain("missing", beside.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCommandLineWinsOverTheJson()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunWithInputAsync(
            """{"account":"other","scope":"project","set":{"time_zone":"UTC","default_organization":"one"},"credentials":{"default_contact_book":"ignored"},"enabled":true,"permissions":{"read":"ask","write":"ask"}}""",
            "integrations:configure", "missive", "--stdin-json", "--account=work", "--global", "--set", "default_organization=two", "--disable", "--permissions", "read:allow,write:allow", "--write", "deny", "--json")).AssertExit(0).Json;
        Assert.Equal(("work", "global"), (json.GetProperty("account").GetString(), json.GetProperty("scope").GetString()));
        Assert.Equal("""{"read":"ask","write":"deny"}""", Compact(json.GetProperty("permissions")));
        Assert.False(json.GetProperty("enabled").GetBoolean());
        Assert.Equal("""["time_zone","default_organization"]""", Compact(json.GetProperty("credentials_set")));
        Assert.Contains("\"two\"", await File.ReadAllTextAsync(sandbox.ConfigurationFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAccountThatHasNothingLeftIsGone()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["work"] = sandbox.Account() } });
        var json = (await sandbox.RunAsync("integrations:configure", "missive", "--account=work", "--unset", "access_token", "--set", "url=", "--json")).AssertExit(0).Json;
        Assert.Equal("""["url","access_token"]""", Compact(json.GetProperty("credentials_unset")));
        var status = (await sandbox.RunAsync("integrations:status", "--json")).Json.GetProperty("providers").GetProperty("missive");
        Assert.Equal("""["default"]""", Compact(status.GetProperty("accounts")));
    }

    [Theory]
    [InlineData("integrations:configure", "missive", "access_token=SECRETTOKEN")]
    [InlineData("integrations:configure", "missive", "SECRETTOKEN")]
    [InlineData("integrations:configure", "access_token=SECRETTOKEN")]
    [InlineData("integrations:configure", "missive", "--sett", "access_token=SECRETTOKEN")]
    [InlineData("integrations:configure", "missive", "--sett=access_token=SECRETTOKEN")]
    [InlineData("missive", "configure", "--set", "access_token=SECRETTOKEN")]
    [InlineData("configure", "missive", "--set=access_token=SECRETTOKEN")]
    [InlineData("access_token=SECRETTOKEN", "integrations:configure")]
    [InlineData("integrations:lst", "access_token=SECRETTOKEN")]
    public async Task ATokenInAWrongPlaceIsNotShown(params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        foreach (var line in new[] { arguments, [.. arguments, "--json"] })
        {
            var result = await sandbox.RunAsync(line);
            Assert.NotEqual(0, result.ExitCode);
            Assert.DoesNotContain("SECRETTOKEN", result.Output + result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Unknown integration provider: missiv. Did you mean missive?", "missiv", "--enable")]
    [InlineData("url must be https", "missive", "--set", "url=http://example.test/v1")]
    [InlineData("url is not an absolute URL. Set it to a URL such as https://public.missiveapp.com/v1.", "missive", "--set", "url=nowhere")]
    [InlineData("time_zone 'Mars' is not known here.", "missive", "--set", "time_zone=Mars")]
    [InlineData("task_type: expected one of task, conversation, got \"tsk\". Did you mean task?", "missive", "--set", "task_type=tsk")]
    [InlineData("report_wait_seconds", "missive", "--set", "report_wait_seconds=-1")]
    [InlineData("access_token holds blanks", "missive", "--set", "access_token=a b")]
    [InlineData("An account cannot be named 'list_tasks': a function has that name", "missive", "--account=list_tasks", "--set", "access_token=abc")]
    [InlineData("An account cannot be named 'Default'", "missive", "--account=Default", "--set", "access_token=abc")]
    [InlineData("An account cannot be named '1st'", "missive", "--account=1st", "--set", "access_token=abc")]
    [InlineData("An account cannot be named 'a.b'", "missive", "--account=a.b", "--set", "access_token=abc")]
    public async Task WhatCannotBeIsRefusedAndNothingIsStored(string message, params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunAsync(["integrations:configure", .. arguments, "--json"])).AssertExit(1).Json;
        Assert.Contains(message, json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(sandbox.ConfigurationFile));
    }

    [Theory]
    [InlineData("--read takes allow, ask or deny, not 'alow'. Did you mean 'allow'?", "--set", "access_token=abc", "--read", "alow")]
    [InlineData("--write takes allow, ask or deny, not ''.", "--write=")]
    [InlineData("Invalid permission 'read:maybe'. Use read/write with allow, ask, or deny.", "--permissions", "write:ask, read:maybe")]
    [InlineData("Invalid permission 'reed:allow'. Use read/write with allow, ask, or deny.", "--permissions", "reed:allow")]
    [InlineData("Invalid permission 'allow'. Use read/write with allow, ask, or deny.", "--permissions=allow")]
    [InlineData("There is no credential or setting 'acces_token'. Did you mean 'access_token'?", "--set", "acces_token=abc")]
    [InlineData("There is no credential or setting 'zone'.", "--unset", "zone")]
    [InlineData("--set time_zone and --unset time_zone contradict each other: give one of them. Nothing was changed.", "--unset", "time_zone", "--set", "time_zone=UTC")]
    [InlineData("--enable and --disable contradict each other: give one of them. Nothing was changed.", "--enable", "--disable")]
    [InlineData("--global and --project contradict each other: give one of them. Nothing was changed.", "--project", "--write=deny", "--global")]
    public async Task AWordThatIsNotKnownIsAWrongCommandLine(string message, params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunAsync(["integrations:configure", "missive", .. arguments, "--json"])).AssertExit(2).Json;
        Assert.Equal(message, json.GetProperty("error").GetString());
        Assert.False(File.Exists(sandbox.ConfigurationFile));
    }

    [Theory]
    [InlineData("""{"permissions":{"read":"maybe"}}""", """'permissions.read' must be "allow", "ask" or "deny", not "maybe".""")]
    [InlineData("""{"permissions":{"write":true}}""", """'permissions.write' must be "allow", "ask" or "deny", not true.""")]
    [InlineData("""{"permissions":{"reed":"allow"}}""", "'permissions' holds read and write, not 'reed'.")]
    public async Task APermissionInJsonThatIsNoneIsShownAsItWasWritten(string input, string message)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunWithInputAsync(input, "integrations:configure", "missive", "--stdin-json")).AssertExit(1);
        Assert.Equal($"{message}\n", result.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public async Task AnEmptyInputInThePlaceOfAValueRemovesNothing(string input)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["default"] = sandbox.Account() } });
        var before = await File.ReadAllTextAsync(sandbox.ConfigurationFile, TestContext.Current.CancellationToken);
        var result = (await sandbox.RunWithInputAsync(input, "integrations:configure", "missive", "--set", "access_token=-")).AssertExit(1);
        Assert.Equal("Nothing was given for access_token, and nothing was changed. --unset access_token removes it.\n", result.Error);
        Assert.Equal(before, await File.ReadAllTextAsync(sandbox.ConfigurationFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AKeyWithoutAValueSetsAndRemovesNothing()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["default"] = sandbox.Account() } });
        var before = await File.ReadAllTextAsync(sandbox.ConfigurationFile, TestContext.Current.CancellationToken);
        var json = (await sandbox.RunAsync("integrations:configure", "missive", "--set", "access_token", "--json")).AssertExit(2).Json;
        Assert.Equal(
            "--set access_token gives no value. --set access_token=… sets it, --set access_token=- reads it from standard input, and --unset access_token removes it.",
            json.GetProperty("error").GetString());
        Assert.Equal("kosmo integrations:configure missive --set access_token=-", json.GetProperty("hint").GetString());
        Assert.Equal(before, await File.ReadAllTextAsync(sandbox.ConfigurationFile, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ARefusedValueIsShownAsItWasGiven()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:configure", "missive", "--set", "time_zone=BaseUrl")).AssertExit(1);
        Assert.StartsWith("time_zone 'BaseUrl' is not known here.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AValueWithoutItsKeyIsNotShown()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:configure", "missive", "--set", KosmoSandbox.Secret)).AssertExit(2);
        Assert.StartsWith("--set takes a key and its value with = between them", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(KosmoSandbox.Secret, result.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenJsonIsAnsweredWithHowToWriteItWhereItCameFrom()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var line = (await sandbox.RunAsync("integrations:configure", "missive", "--set", "default_from_field={\"address\":")).AssertExit(1);
        Assert.Equal(
            """default_from_field begins like JSON. It is not valid JSON, from line 1, byte 12 on. In a shell, quote it: --set default_from_field='{"key":"value"}'""" + "\n",
            line.Error);
        var input = (await sandbox.RunWithInputAsync("""{"set":{"default_from_field":"{\"address\":"}}""", "integrations:configure", "missive", "--stdin-json")).AssertExit(1);
        Assert.Equal("'default_from_field' begins like JSON. It is not valid JSON, from line 1, byte 12 on. Give the object itself instead of a text.\n", input.Error);
        Assert.False(File.Exists(sandbox.ConfigurationFile));
    }

    [Theory]
    [InlineData("{", "Invalid JSON supplied on stdin.")]
    [InlineData("[]", "Invalid JSON supplied on stdin.")]
    [InlineData("""{"sett":{}}""", "'sett' cannot be configured. Did you mean 'set'?")]
    [InlineData("""{"set":{"access_token":12345678}}""", "access_token: expected a text.")]
    [InlineData("""{"enabled":"yes"}""", "'enabled' must be true or false.")]
    [InlineData("""{"scope":"world"}""", "'scope' must be 'project' or 'global'.")]
    public async Task JsonThatCannotBeConfiguredIsRefused(string input, string message)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunWithInputAsync(input, "integrations:configure", "missive", "--stdin-json")).AssertExit(1);
        Assert.StartsWith(message, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(sandbox.ConfigurationFile));
    }

    [Fact]
    public async Task StandardInputCanBeReadOnce()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await sandbox.RunWithInputAsync("one", "integrations:configure", "missive", "--set", "access_token=-", "--set", "default_organization=-")).AssertExit(2);
        (await sandbox.RunWithInputAsync("one\ntwo", "integrations:configure", "missive", "--set", "access_token=-")).AssertExit(1);
        (await sandbox.RunAsync("integrations:configure", "missive")).AssertExit(2);
        (await sandbox.RunAsync("--emulator", "integrations:configure", "missive", "--enable")).AssertExit(2);
        Assert.False(File.Exists(sandbox.ConfigurationFile));
    }

    [Fact]
    public async Task WhatIsNotKnownInTheFileStays()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["future"] = 1, ["accounts"] = new JsonObject { ["work"] = new JsonObject { ["later"] = "kept" } } });
        (await sandbox.RunAsync("integrations:configure", "missive", "--account=work", "--set", "time_zone=UTC")).AssertExit(0);
        var file = JsonNode.Parse(await File.ReadAllTextAsync(sandbox.ConfigurationFile, TestContext.Current.CancellationToken))!["integrations"]!["missive"]!;
        Assert.Equal(1, (int)file["future"]!);
        Assert.Equal("kept", (string)file["accounts"]!["work"]!["later"]!);
        Assert.Equal("UTC", (string)file["accounts"]!["work"]!["time_zone"]!);
    }

    [Fact]
    public async Task ManyAtOnceLoseNothing()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        string[] names = [.. Enumerable.Range(1, 8).Select(static number => $"account{number}")];
        var runs = names.Select(name => sandbox.RunAsync("integrations:configure", "missive", $"--account={name}", "--set", "access_token=abcdefgh"));
        Assert.All(await Task.WhenAll(runs), static run => run.AssertExit(0));
        var status = (await sandbox.RunAsync("integrations:status", "--json")).Json.GetProperty("providers").GetProperty("missive");
        Assert.Equal(["default", .. names], status.GetProperty("accounts").EnumerateArray().Select(static name => name.GetString()!));
        Assert.Equal(["config.json", "config.lock"], Directory.EnumerateFiles(sandbox.ConfigurationDirectory).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    private static string Compact(JsonElement value) => JsonNode.Parse(value.GetRawText())!.ToJsonString();
}
