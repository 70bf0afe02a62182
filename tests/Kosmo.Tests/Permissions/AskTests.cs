using Kosmo.Tests.Support;
using Missive.Emulator;
using Missive.Emulator.Faults;

namespace Kosmo.Tests.Permissions;

/// <summary>The permission <c>ask</c> where there is somebody to ask.</summary>
public sealed class AskTests
{
    private const string Question = "Allow this call? [y]es, [a]ll writes of this run, [N]o: ";

    private static readonly string[] SendDraft =
        ["integrations:call", "missive.create_draft", """{"body":{"subject":"Hi","to_fields":[{"address":"person@example.test"}],"send":true}}"""];

    [Theory]
    [InlineData("y\n", 0)]
    [InlineData("yes\n", 0)]
    [InlineData("a\n", 0)]
    [InlineData("n\n", 1)]
    [InlineData("\n", 1)]
    [InlineData("\u0004", 1)]
    public async Task TheAnswerDecides(string answer, int exitCode)
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var terminal = PseudoTerminal.Start(KosmoProgram.Path, SendDraft, sandbox.Environment);
        terminal.WaitFor(Question);
        Assert.Empty(sandbox.Emulator.Requests);
        terminal.Type(answer);
        Assert.Equal(exitCode, terminal.WaitForExit());
        Assert.Equal(exitCode == 0 ? ["POST /drafts"] : [], sandbox.Lines);
        if (exitCode == 1)
        {
            Assert.Contains("missive.create_draft was not approved; nothing was sent.", terminal.Shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheQuestionShowsWhatTheCallWouldDo()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var terminal = PseudoTerminal.Start(KosmoProgram.Path, SendDraft, sandbox.Environment);
        terminal.WaitFor(Question);
        Assert.Contains("missive.create_draft", terminal.Shown, StringComparison.Ordinal);
        Assert.Contains("Create a Missive draft, or send immediately when send=true.", terminal.Shown, StringComparison.Ordinal);
        Assert.Contains("\"address\":\"person@example.test\"", terminal.Shown, StringComparison.Ordinal);
        Assert.Contains("It sends a message.", terminal.Shown, StringComparison.Ordinal);
        terminal.Type("n\n");
        terminal.WaitForExit();
    }

    [Fact]
    public async Task NothingIsHiddenBehindALongText()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        var body = new string('x', 5000);
        using var terminal = PseudoTerminal.Start(
            KosmoProgram.Path,
            ["integrations:call", "missive.create_draft", $$$"""{"body":{"subject":"Hi","body":"{{{body}}}","to_fields":[{"address":"person@example.test"}]}}"""],
            sandbox.Environment);
        terminal.WaitFor(Question);
        Assert.Contains("\"address\":\"person@example.test\"", terminal.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain(body, terminal.Shown, StringComparison.Ordinal);
        terminal.Type("n\n");
        terminal.WaitForExit();
    }

    [Fact]
    public async Task AllReadsAreNoWrites()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Permit("ask", "ask");
        var script = Path.Combine(sandbox.Root, "script.lua");
        await File.WriteAllTextAsync(
            script,
            """
            local missive = app.integrations.missive
            missive.get_task('task_123')
            missive.get_task('task_123')
            missive.create_task({title = 'Asked'})
            """,
            TestContext.Current.CancellationToken);
        using var terminal = PseudoTerminal.Start(KosmoProgram.Path, ["integrations:lua", script], sandbox.Environment);
        terminal.WaitFor("[a]ll reads of this run");
        terminal.Type("a\n");
        terminal.WaitFor(Question);
        Assert.Equal(["GET /tasks/task_123", "GET /tasks/task_123"], sandbox.Lines);
        terminal.Type("n\n");
        Assert.Equal(1, terminal.WaitForExit());
        Assert.DoesNotContain("POST /tasks", sandbox.Lines);
    }

    [Fact]
    public async Task InvalidArgumentsAreRefusedBeforeAnybodyIsAsked()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var terminal = PseudoTerminal.Start(
            KosmoProgram.Path, ["integrations:missive", "update_task", """{"task_id":"task_123","body":{"state":"finished"}}"""], sandbox.Environment);
        Assert.Equal(1, terminal.WaitForExit());
        Assert.DoesNotContain("Allow", terminal.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CtrlCAtTheQuestionEndsTheRun()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var terminal = PseudoTerminal.Start(KosmoProgram.Path, SendDraft, sandbox.Environment);
        terminal.WaitFor(Question);
        terminal.Type("\u0003");
        Assert.Equal(130, terminal.WaitForExit());
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task ASecretIsTypedWithoutBeingShown()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        using var terminal = PseudoTerminal.Start(
            KosmoProgram.Path, ["integrations:configure", "missive", "--set", "access_token=-", "--set", $"url={sandbox.Emulator.BaseAddress}"], sandbox.Environment);
        terminal.WaitFor("Access Token: ");
        terminal.Type($"x\u007f{KosmoSandbox.Secret}\n");
        Assert.Equal(0, terminal.WaitForExit());
        Assert.DoesNotContain("s3cr3t", terminal.Shown, StringComparison.Ordinal);
        (await sandbox.RunAsync("integrations:call", "missive.list_teams")).AssertExit(0);
    }

    [Theory]
    [InlineData("abcdefgh\n", 0)]
    [InlineData("\u0003", 130)]
    public async Task TheTerminalShowsAgainWhatIsTypedHoweverTheQuestionEnds(string typed, int exitCode)
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var terminal = PseudoTerminal.Start(
            "/bin/sh", ["-c", $"trap : INT; '{KosmoProgram.Path}' integrations:configure missive --set access_token=-; echo ended with $?; stty -a"], sandbox.Environment);
        terminal.WaitFor("Access Token: ");
        terminal.Type(typed);
        Assert.Equal(0, terminal.WaitForExit());
        Assert.Contains($"ended with {exitCode}\r\n", terminal.Shown, StringComparison.Ordinal);
        Assert.Contains(" echo ", terminal.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATerminalShowsColourUnlessNoColorIsSet()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using (var terminal = PseudoTerminal.Start(KosmoProgram.Path, ["integrations:status"], sandbox.Environment))
        {
            Assert.Equal(0, terminal.WaitForExit());
            Assert.Contains("\e[1m", terminal.Shown, StringComparison.Ordinal);
        }

        sandbox.Environment["NO_COLOR"] = "1";
        using (var terminal = PseudoTerminal.Start(KosmoProgram.Path, ["integrations:status"], sandbox.Environment))
        {
            Assert.Equal(0, terminal.WaitForExit());
            Assert.DoesNotContain("\e[1m", terminal.Shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ALongCallShowsItsProgressAndClearsIt()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync(new MissiveEmulatorOptions { FaultSelector = static _ => Fault.Late(TimeSpan.FromSeconds(1.1)) });
        using var terminal = PseudoTerminal.Start(KosmoProgram.Path, ["integrations:missive", "get_conversation", "--id=conv_123"], sandbox.Environment);
        Assert.Equal(0, terminal.WaitForExit());
        Assert.Matches("\r\e\\[K1 request, \\d+ s …", terminal.Shown);
        Assert.Contains("\r\e[K{", terminal.Shown, StringComparison.Ordinal);
        Assert.Contains("\"conv_123\"", terminal.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestsAreCountedAndAShortCallShowsNone()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        var isLate = true;
        await using var sandbox = await KosmoSandbox.StartAsync(new MissiveEmulatorOptions { FaultSelector = _ => isLate ? Fault.Late(TimeSpan.FromSeconds(1.1)) : null });
        using (var terminal = PseudoTerminal.Start(KosmoProgram.Path, ["integrations:missive", "list_tasks", "--state=open"], sandbox.Environment))
        {
            Assert.Equal(0, terminal.WaitForExit());
            Assert.True(sandbox.Lines.Count > 1);
            Assert.Matches($"\r\e\\[K{sandbox.Lines.Count} requests, \\d+ s …\r\e\\[K\\{{", terminal.Shown);
        }

        isLate = false;
        using (var terminal = PseudoTerminal.Start(KosmoProgram.Path, ["integrations:missive", "list_teams"], sandbox.Environment))
        {
            Assert.Equal(0, terminal.WaitForExit());
            Assert.DoesNotContain('\e', terminal.Shown);
        }
    }

    [Fact]
    public async Task CtrlCReachesKosmoAndTheStandInAndIsAnsweredOnce()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var terminal = PseudoTerminal.Start(
            KosmoProgram.Path, ["--emulator", "integrations:missive", "get_analytics_report", "--report-id=report_never"], sandbox.Environment);
        terminal.WaitFor("Emulator: ");
        terminal.WaitFor("request");
        terminal.Type("\u0003");
        Assert.Equal(130, terminal.WaitForExit());
        Assert.DoesNotContain("connection", terminal.Shown, StringComparison.OrdinalIgnoreCase);
    }
}
