using Kosmo.Emulation;
using Kosmo.Tests.Support;

namespace Kosmo.Tests.Lua;

/// <summary>The line-by-line mode, on a terminal of its own and without one.</summary>
public class ReplTests
{
    private const string Up = "\e[A";
    private const string Left = "\e[D";
    private const string CtrlA = "\x01";
    private const string CtrlC = "\x03";
    private const string CtrlD = "\x04";

    [Fact]
    public async Task Lines_keep_their_state_and_show_their_values()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var repl = Start(sandbox);
        Enter(repl, "local x = 41", "lua> ");
        Enter(repl, "x + 1", "42");
        Enter(repl, "app.integrations.missive.get_task('task_123').tasks.id", "task_123");
        Enter(repl, "{a = {1, 2}}", "\"a\": [");
        Enter(repl, "nil_value.field", "lua:1: attempt to index a nil value (global 'nil_value')");
        repl.Type(":quit\r");
        Assert.Equal(0, repl.WaitForExit());
    }

    [Fact]
    public async Task The_worker_is_started_as_kosmo_was()
    {
        // A native kosmo has one way to be started, the other one two.
        var assembly = Path.ChangeExtension(KosmoProgram.Path, "dll");
        var isNative = !File.Exists(assembly);
        string[] repl = ["integrations:lua", "--repl"];
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = await KosmoProgram.RunAsync(
            isNative ? repl : [assembly, .. repl], sandbox.Environment, "x = 41\nx + 1\n", program: isNative ? KosmoProgram.Path : DotnetHost.Find());
        Assert.Equal("42\n", result.AssertExit(0).Output);
    }

    [Fact]
    public async Task A_statement_may_take_several_lines()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var repl = Start(sandbox);
        Enter(repl, "for i = 1, 3 do", "  ..> ");
        Enter(repl, "print('line ' .. i)", "  ..> ");
        Enter(repl, "end", "line 1\r\nline 2\r\nline 3\r\n");
        Enter(repl, "x = (", "  ..> ");
        repl.Type(CtrlC);
        Enter(repl, "'given ' .. 'up'", "given up");
        repl.Type(CtrlD);
        Assert.Equal(0, repl.WaitForExit());
    }

    [Fact]
    public async Task Lines_are_edited_completed_and_remembered()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        using (var repl = Start(sandbox))
        {
            Enter(repl, "'ac'" + Left + Left + "b", "abc");
            repl.Type("app.integrations.missive.list_conversation\t\t");
            repl.WaitForAnswer("list_conversation_comments  list_conversation_drafts");
            repl.Type(CtrlA + "type(");
            repl.Type("\e[F" + "s)\r");
            repl.WaitForAnswer("function");
            repl.Type(":quit\r");
            Assert.Equal(0, repl.WaitForExit());
        }

        using var next = Start(sandbox);
        next.Type(Up + Up + Up + "\r");
        next.WaitForAnswer("abc");
        next.Type(CtrlD);
        Assert.Equal(0, next.WaitForExit());
    }

    [Fact]
    public async Task Ctrl_C_ends_a_script_and_nothing_else()
    {
        var called = new TaskCompletionSource();
        await using var sandbox = await KosmoSandbox.StartAsync(new() { RequestHandled = _ => called.TrySetResult() });
        using var repl = Start(sandbox);
        Enter(repl, "x = 'still here'", "lua> ");
        repl.Type("app.integrations.missive.get_task('task_123') print(x) while true do end\r");
        await called.Task.WaitAsync(TestContext.Current.CancellationToken);
        repl.Type(CtrlC);
        repl.WaitForAnswer("The run was cancelled.");
        Enter(repl, "x .. '!'", "still here!");
        repl.Type(CtrlD);
        Assert.Equal(0, repl.WaitForExit());
    }

    [Fact]
    public async Task Ctrl_C_ends_the_program_where_no_editor_reads_the_key()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var repl = PseudoTerminal.Start(
            "/bin/sh",
            ["-c", $"trap : INT; '{KosmoProgram.Path}' integrations:lua --repl > '{Path.Combine(sandbox.Root, "log")}'; echo ended with $?"],
            sandbox.Environment);
        repl.Type("error('rea' .. 'dy')\r");
        repl.WaitFor("ready");
        repl.Type(CtrlC);
        repl.WaitFor("ended with 130");
        Assert.Equal(0, repl.WaitForExit());
    }

    [Fact]
    public async Task Native_code_that_nothing_stops_is_ended_with_its_process_and_the_session_goes_on()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var repl = Start(sandbox, "--cpu-limit=1");
        Enter(repl, "print('be' .. 'fore') " + LuaCommandTests.Endless, "before");
        repl.WaitForAnswer("CPU time limit exceeded");
        Enter(repl, "1 + 1", "its variables are gone");
        repl.Type("20 + 22\r");
        repl.WaitForAnswer("42");
        repl.Type(CtrlD);
        Assert.Equal(0, repl.WaitForExit());
    }

    [Fact]
    public async Task Writes_are_asked_for_and_the_answer_counts()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var repl = Start(sandbox);
        repl.Type("app.integrations.missive.create_task({title = 'Asked'})\r");
        repl.WaitForAnswer("Allow this call?");
        repl.Type("n\n");
        repl.WaitForAnswer("was not approved");
        Assert.DoesNotContain("POST /tasks", sandbox.Lines);
        repl.Type("app.integrations.missive.create_task({title = 'Asked'}).tasks.title .. ' twice'\r");
        repl.WaitForAnswer("Allow this call?");
        repl.Type("y\n");
        repl.WaitForAnswer("Asked twice");
        Assert.Contains("POST /tasks", sandbox.Lines);
        repl.Type(CtrlD);
        Assert.Equal(0, repl.WaitForExit());
    }

    [Fact]
    public async Task An_interruption_at_a_question_ends_the_run_at_once()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var repl = Start(sandbox);
        repl.Type("kept = 40\r");
        repl.WaitForAnswer("lua> ");
        repl.Type("pcall(app.integrations.missive.create_task, {title = 'Asked'}) print('went on')\r");
        repl.WaitForAnswer("Allow this call?");
        repl.Type("y" + CtrlC);
        repl.WaitForAnswer("The run was cancelled.");
        repl.Type("kept + 2\r");
        repl.WaitForAnswer("42");
        Assert.DoesNotContain("POST /tasks", sandbox.Lines);
        repl.Type("app.integrations.missive.create_task({title = 'Asked'}).tasks.title .. ' again'\r");
        repl.WaitForAnswer("Allow this call?");
        repl.Type("nx\u007f\u007fyes\r");
        repl.WaitForAnswer("Asked again");
        repl.Type(CtrlD);
        Assert.Equal(0, repl.WaitForExit());
    }

    [Fact]
    public async Task Piped_lines_are_run_without_a_banner_or_a_question()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunWithInputAsync(
            "x = 1\nx + 1\nfor i = 1, 2 do\nprint(i)\nend\napp.integrations.missive.create_task({title = 'T'})\n:quit\nprint('never')\n", "integrations:lua", "--repl")).AssertExit(0);
        Assert.Equal("2\n1\n2\n", result.Output);
        Assert.Contains("write requires approval", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_that_ends_inside_a_statement_says_so()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunWithInputAsync("for i = 1, 2 do\n", "integrations:lua", "--repl")).AssertExit(0);
        Assert.Contains("inside a statement", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_a_command_elsewhere_is_answered_with_the_one_there_is()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunWithInputAsync(":help\n::label:: print('Lua')\n", "integrations:lua", "--repl")).AssertExit(0);
        Assert.Equal("There is no command ':help': :quit ends, and everything else is Lua.\n", result.Error);
        Assert.Equal("Lua\n", result.Output);
    }

    [Fact]
    public async Task What_keeps_Lua_from_starting_is_said_once_and_fails()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration([]);
        await File.WriteAllTextAsync(sandbox.ConfigurationFile, "{", TestContext.Current.CancellationToken);
        var result = (await sandbox.RunWithInputAsync("print(1)\nprint(2)\n", "integrations:lua", "--repl")).AssertExit(1);
        Assert.Empty(result.Output);
        Assert.Equal(2, result.Error.Split("is damaged").Length);
        Assert.DoesNotContain("variables are gone", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_an_interruption_between_the_lines_ends_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await using var sandbox = await KosmoSandbox.StartAsync();
        using var process = KosmoProgram.Start(KosmoProgram.Path, ["integrations:lua", "--repl"], sandbox.Environment);
        await process.StandardInput.WriteLineAsync("print('ready')");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        await KosmoProgram.SignalAsync(process, "INT");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
    }

    private static PseudoTerminal Start(KosmoSandbox sandbox, params string[] options)
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        var repl = PseudoTerminal.Start(KosmoProgram.Path, ["integrations:lua", "--repl", .. options], sandbox.Environment);
        repl.WaitFor("lua> ");
        return repl;
    }

    private static void Enter(PseudoTerminal repl, string line, string shown)
    {
        repl.Type($"{line}\r");
        repl.WaitForAnswer(shown);
    }
}
