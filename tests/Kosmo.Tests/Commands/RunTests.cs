using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Tests.Lua;
using Kosmo.Tests.Support;
using Missive.Emulator;
using Missive.Emulator.Faults;

namespace Kosmo.Tests.Commands;

/// <summary>How runs end: interrupted, unread, or in an API's failure.</summary>
public sealed class RunTests
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task ASignalEndsACallCleanly(string signal, int exitCode)
    {
        var (ended, output, error) = await SignalDuringCallAsync(signal, "integrations:call", "missive.list_teams", "--json");
        Assert.Equal(exitCode, ended);
        Assert.Empty(output);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("integrations:call", "missive.create_post", """{"body":{"conversation":"conv_123","text":"x","notification":{"title":"t","body":"b"}}}""")]
    [InlineData("integrations:lua", "--eval", "app.integrations.missive.create_post({ body = { conversation = 'conv_123', text = 'x', notification = { title = 't', body = 'b' } } })")]
    public async Task ASignalDuringAWriteLeavesTheDoubtWhetherItWasCarriedOut(params string[] arguments)
    {
        var (exitCode, output, _) = await SignalDuringCallAsync("TERM", [.. arguments, "--force", "--json"]);
        Assert.Equal(143, exitCode);
        Assert.False(JsonElement.Parse(output).GetProperty("success").GetBoolean());
        Assert.Contains(
            "create_post: POST /posts was broken off before its answer was complete. It may have been carried out: look before repeating it.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrokenPipeIsNoError()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "It takes a shell to break a pipe.");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var shell = KosmoProgram.Start("/bin/sh", ["-c", $"'{KosmoProgram.Path}' integrations:list --json | head -c 10"], sandbox.Environment);
        Assert.Equal("{\n    \"suc", await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("integrations:list --json")]
    [InlineData("integrations:docs missive")]
    [InlineData("--help")]
    public async Task AnOutputThatTakesNothingIsAnErrorAndNoCrash(string arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = await RunInShellAsync(sandbox, $"'{KosmoProgram.Path}' {arguments} > /dev/full");
        result.AssertExit(1);
        Assert.StartsWith("Standard output cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AScriptThatHasToBeGivenUpEndsInTheSameWayWhereItsOutputTakesNothing()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(sandbox.Root, "endless.lua"), $"print(1) {LuaCommandTests.Endless}", TestContext.Current.CancellationToken);
        var result = await RunInShellAsync(sandbox, $"'{KosmoProgram.Path}' integrations:lua '{sandbox.Root}/endless.lua' --cpu-limit=0.2 > /dev/full");
        result.AssertExit(1);
        Assert.StartsWith("Standard output cannot be written: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASignalEndsAScriptThatHasToBeGivenUpWithItsEnvelope()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var sandbox = await KosmoSandbox.StartAsync(new() { RequestHandled = _ => called.TrySetResult() });
        using var process = KosmoProgram.Start(
            KosmoProgram.Path, ["integrations:lua", "--json", "--eval", $"print('before') app.integrations.missive.list_teams() {LuaCommandTests.Endless}"], sandbox.Environment);
        process.StandardInput.Close();
        await called.Task.WaitAsync(TestContext.Current.CancellationToken);
        await WaitForWorkAsync(process, TimeSpan.FromSeconds(2));
        await KosmoProgram.SignalAsync(process, "INT");
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        var envelope = JsonElement.Parse(output);
        Assert.Equal("before", envelope.GetProperty("output").GetString());
        Assert.Equal("cancelled", envelope.GetProperty("details").GetProperty("code").GetString());

        // Else it was the call that was broken off, and nothing had to be given up.
        Assert.Equal("ok", Assert.Single(envelope.GetProperty("integration_calls").EnumerateArray()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task WhereErrorsCannotBeWrittenTheExitCodeStillTells()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await RunInShellAsync(sandbox, $"'{KosmoProgram.Path}' bogus 2> /dev/full")).AssertExit(2);
    }

    [Theory]
    [InlineData("printf '{\"task_id\":\"task_\\377\"}' |", "Standard input is not UTF-8 text.")]
    [InlineData("printf '\\377\\376{\\0}\\0' |", "Standard input is not UTF-8 text.")]
    [InlineData("< /", "Standard input cannot be read: ")]
    public async Task AnInputThatIsNoTextIsRefused(string input, string message)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = await RunInShellAsync(sandbox, $"{input} '{KosmoProgram.Path}' integrations:call missive.get_task --json");
        Assert.StartsWith(message, result.AssertExit(1).Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("integrations:call missive.get_task -")]
    [InlineData("integrations:lua -")]
    [InlineData("integrations:lua --repl")]
    [InlineData("integrations:configure missive --set access_token=-")]
    [InlineData("integrations:configure missive --stdin-json")]
    public async Task AClosedInputIsNotWaitedFor(string arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await RunInShellAsync(sandbox, $"'{KosmoProgram.Path}' {arguments} <&-")).AssertExit(1);
        Assert.Equal("Standard input cannot be read: it is closed.\n", result.Error);
    }

    [Fact]
    public async Task AClosedInputHoldsNoArguments()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await RunInShellAsync(sandbox, $"'{KosmoProgram.Path}' integrations:call missive.get_task --task-id=task_123 <&-")).AssertExit(0);
        Assert.Equal(["GET /tasks/task_123"], sandbox.Lines);
        (await RunInShellAsync(sandbox, $"'{KosmoProgram.Path}' integrations:lua <&-")).AssertExit(2);
    }

    [Fact]
    public async Task AClosedOutputIsAnErrorAndClosedErrorsAreNone()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await RunInShellAsync(sandbox, $"'{KosmoProgram.Path}' integrations:list --json >&-")).AssertExit(1);
        Assert.StartsWith("Standard output cannot be written: it is closed.", result.Error, StringComparison.Ordinal);
        (await RunInShellAsync(sandbox, $"'{KosmoProgram.Path}' bogus 2>&-")).AssertExit(2);
    }

    [Fact]
    public async Task WhoeverLeavesStandardInputOpenIsToldWhatIsWaitedFor()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var process = KosmoProgram.Start(KosmoProgram.Path, ["integrations:missive", "get_task", "--task-id=task_123"], sandbox.Environment);
        Assert.StartsWith("Waiting for standard input to end", await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        process.StandardInput.Close();
        Assert.Contains("task_123", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoOutputOfAnyCommandHoldsTheToken()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["work"] = sandbox.Account() } });
        string[][] runs =
        [
            ["integrations:list", "--json"],
            ["integrations:status"],
            ["integrations:fields", "missive"],
            ["integrations:fields", "missive", "--account=work", "--json"],
            ["integrations:doctor", "--probe", "--json"],
            ["integrations:doctor", "missive", "--account=work", "--probe"],
            ["integrations:call", "missive.list_teams", "--json"],
            ["integrations:call", "missive.get_task", $"--task-id={KosmoSandbox.Secret}"],
            ["integrations:call", "missive.get_task", $"--task-id={KosmoSandbox.Secret}", "--json"],
            ["integrations:call", "missive.create_task", "--title=x", "--dry-run", "--json"],
            ["integrations:configure", "missive", "--account=work", "--set", $"access_token={KosmoSandbox.Secret}", "--json"],
            ["integrations:configure", "missive", "--set", $"acess_token={KosmoSandbox.Secret}"],
            ["integrations:configure", "missive", "--set", $"access_token={KosmoSandbox.Secret} x"],
        ];
        foreach (var arguments in runs)
        {
            var result = await sandbox.RunAsync(arguments);
            Assert.DoesNotContain(KosmoSandbox.Secret, result.Everything, StringComparison.Ordinal);
        }

        sandbox.ForgetEnvironment();
        await File.WriteAllTextAsync(sandbox.ConfigurationFile, $"{{\"token\":{KosmoSandbox.Secret}", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(KosmoSandbox.Secret, (await sandbox.RunAsync("integrations:status")).AssertExit(1).Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "authentication")]
    [InlineData(403, "forbidden")]
    [InlineData(422, "api")]
    public async Task AProbeSaysWhatFailed(int status, string code)
    {
        await using var sandbox = await KosmoSandbox.StartAsync(new MissiveEmulatorOptions { FaultSelector = _ => Fault.WithStatus(status) });
        var json = (await sandbox.RunAsync("integrations:doctor", "missive", "--probe", "--json")).AssertExit(1).Json.GetProperty("probe");
        Assert.False(json.GetProperty("reached").GetBoolean());
        Assert.NotEmpty(json.GetProperty("message").GetString()!);
        var call = (await sandbox.RunAsync("integrations:call", "missive.list_organizations", "--json")).AssertExit(1).Json;
        Assert.Equal(code, call.GetProperty("details").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.BrokenJson)]
    [InlineData(FaultKind.Truncate)]
    public async Task AProbeThatIsAnsweredWithNonsenseReachesNothing(FaultKind kind)
    {
        await using var sandbox = await KosmoSandbox.StartAsync(new MissiveEmulatorOptions { FaultSelector = _ => Fault.Of(kind) });
        var json = (await sandbox.RunAsync("integrations:doctor", "missive", "--probe", "--json")).AssertExit(1).Json.GetProperty("probe");
        Assert.False(json.GetProperty("reached").GetBoolean());
        Assert.Empty(json.GetProperty("organizations").EnumerateArray());
        Assert.Contains("GET /organizations", json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProbeOfAnAccountThatIsNotConfiguredSaysSo()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        var result = (await sandbox.RunAsync("integrations:doctor", "--probe")).AssertExit(1);
        Assert.Contains("missing required credentials", result.Everything, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task AProbeNamesTheOrganizationsAndADoctorAloneSendsNothing()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        (await sandbox.RunAsync("integrations:doctor")).AssertExit(0);
        Assert.Empty(sandbox.Emulator.Requests);
        var text = (await sandbox.RunAsync("integrations:doctor", "--probe")).AssertExit(0).Output;
        Assert.Contains("Organizations: Example Organization.", text, StringComparison.Ordinal);
        Assert.Equal(["GET /organizations"], sandbox.Lines);
        var json = (await sandbox.RunAsync("integrations:doctor", "missive", "--json")).AssertExit(0).Json;
        Assert.Equal(
            [
                "provider", "locally_runnable", "cli_setup_supported", "cli_runtime_supported", "auth_strategy", "host_availability", "runtime_requirements", "compatibility",
                "compatibility_summary", "enabled", "configured", "active", "missing_credentials", "accounts", "permissions", "function_count", "example_functions", "next_commands",
                "account", "problem",
            ],
            KosmoResult.Keys(json));
        Assert.Equal("missive", Assert.Single(KosmoResult.Keys((await sandbox.RunAsync("integrations:doctor", "--json")).AssertExit(0).Json)));
        Assert.Contains("Unknown integration provider: plane", (await sandbox.RunAsync("integrations:doctor", "plane")).AssertExit(1).Error, StringComparison.Ordinal);
    }

    // Whatever uses so much of the processor is the endless pattern: all before it takes far less.
    private static async Task WaitForWorkAsync(Process process, TimeSpan work)
    {
        var before = process.TotalProcessorTime;
        while (process.TotalProcessorTime - before < work)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            process.Refresh();
        }
    }

    private static async Task<KosmoResult> RunInShellAsync(KosmoSandbox sandbox, string line)
    {
        Assert.SkipUnless(File.Exists("/bin/sh") && File.Exists("/dev/full"), "It takes a shell and Linux's devices.");
        return await KosmoProgram.RunAsync(["-c", line], sandbox.Environment, program: "/bin/sh");
    }

    // The signal comes while the API takes its time.
    private static async Task<(int ExitCode, string Output, string Error)> SignalDuringCallAsync(string signal, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var sandbox = await KosmoSandbox.StartAsync(new MissiveEmulatorOptions
        {
            FaultSelector = _ =>
            {
                arrived.TrySetResult();
                return Fault.Late(TimeSpan.FromMinutes(10));
            },
        });
        using var process = KosmoProgram.Start(KosmoProgram.Path, arguments, sandbox.Environment);
        process.StandardInput.Close();
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await KosmoProgram.SignalAsync(process, signal);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
