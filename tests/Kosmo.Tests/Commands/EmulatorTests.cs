using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Kosmo.Emulation;
using Kosmo.Output;
using Kosmo.Tests.Support;

namespace Kosmo.Tests.Commands;

/// <summary>Runs against the stand-in that kosmo brings along.</summary>
public sealed class EmulatorTests
{
    [Theory]
    [InlineData("--emulator", "integrations:call", "missive.list_teams", "--json")]
    [InlineData("integrations:call", "missive.list_teams", "--json", "--emulator")]
    public async Task AnyCallWorksWithoutAnAccountAndSaysWhereItGoes(params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        var result = (await sandbox.RunAsync(arguments)).AssertExit(0);
        Assert.StartsWith("Emulator: sample data at http://127.0.0.1:", result.Error, StringComparison.Ordinal);
        Assert.True(result.Json.GetProperty("success").GetBoolean());
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task ItTouchesNothingRealSoThatWritesAreAllowedUnlessThatWasConfiguredOtherwise()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        string[] write = ["--emulator", "integrations:missive", "delete_post", "--post-id=post_123"];
        (await sandbox.RunAsync(write)).AssertExit(0);
        sandbox.Permit("allow", "deny");
        (await sandbox.RunAsync(write)).AssertExit(1);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task NamedAccountsStandForTheSampleAccount()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["work"] = new JsonObject { ["access_token"] = "never-sent", ["default_organization"] = "org_of_mine" } } });
        (await sandbox.RunAsync("--emulator", "integrations:missive", "list_teams", "--account=work")).AssertExit(0);
        (await sandbox.RunAsync("--emulator", "integrations:missive", "list_teams", "--account=other")).AssertExit(1);
    }

    [Theory]
    [InlineData("kosmo --emulator integrations:missive get_task --task-id='…' --json", "get_task", "--json")]
    [InlineData("kosmo --emulator integrations:missive get_task --task-id=task_123 --json", "get_task", "task_123", "--json")]
    public async Task TheLineToPasteStaysWithTheStandIn(string line, params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync(["--emulator", "integrations:missive", .. arguments])).AssertExit(1);
        Assert.Equal(line, result.Json.GetProperty("hint").GetString());
    }

    [Fact]
    public async Task AStartThatWasBrokenOffIsTriedAgain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It takes a privilege to make a link.");
        var own = Path.Combine(AppContext.BaseDirectory, "emulator");
        if (!Directory.Exists(own))
        {
            Directory.CreateSymbolicLink(own, Path.Combine(Path.GetDirectoryName(KosmoProgram.Path)!, "emulator"));
        }

        using var terminal = Terminal.Open();
        await using var emulator = new EmulatorProcess(terminal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => emulator.StartAsync(new CancellationToken(canceled: true)));
        Assert.True((await emulator.StartAsync(TestContext.Current.CancellationToken)).BaseUrl.IsLoopback);
    }

    [Fact]
    public async Task ItRunsOnTheFrameworkThatKosmoRunsOn()
    {
        var host = DotnetHost.Find();
        Assert.SkipUnless(Path.IsPathRooted(host), "The framework lies elsewhere than below its host.");
        Assert.StartsWith("dotnet", Path.GetFileName(host), StringComparison.Ordinal);
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Environment["PATH"] = sandbox.Root;
        sandbox.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(host);
        (await sandbox.RunAsync("--emulator", "integrations:call", "missive.list_teams")).AssertExit(0);
    }

    [Fact]
    public async Task ACommandThatSendsNothingStartsNoStandIn()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        var result = (await sandbox.RunAsync("--emulator", "integrations:status", "--json")).AssertExit(0);
        Assert.Empty(result.Error);
        Assert.True(result.Json.GetProperty("providers").GetProperty("missive").GetProperty("active").GetBoolean());
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("INT")]
    public async Task TheStandInEndsWithKosmoHoweverThatEnds(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The child is found through /proc.");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var process = KosmoProgram.Start(
            KosmoProgram.Path, ["--emulator", "integrations:missive", "get_analytics_report", "--report-id=report_never"], sandbox.Environment);
        process.StandardInput.Close();
        Assert.StartsWith("Emulator: ", await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var child = Process.GetProcessById(ChildOf(process.Id));
        await KosmoProgram.SignalAsync(process, signal);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(signal == "INT" ? 130 : 137, process.ExitCode);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static int ChildOf(int process)
        => int.Parse(File.ReadAllText($"/proc/{process}/task/{process}/children").Trim().Split(' ')[0], CultureInfo.InvariantCulture);
}
