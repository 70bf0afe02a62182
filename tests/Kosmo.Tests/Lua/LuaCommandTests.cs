using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Tests.Support;

namespace Kosmo.Tests.Lua;

public class LuaCommandTests
{
    // Takes longer than anybody lives, in native code that nothing interrupts.
    public const string Endless = "string.find(string.rep('a', 60), string.rep('a?', 60) .. string.rep('a', 60))";

    [Fact]
    public async Task The_envelope_has_its_keys_in_order()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var envelope = (await sandbox.RunAsync("integrations:lua", "--eval", "print('a', 1) app.integrations.missive.get_task('task_123') return 42, {x = 1}", "--json")).AssertExit(0).Json;
        Assert.Equal(
            ["success", "output", "error", "result", "execution_time_ms", "memory_usage", "integration_calls", "meta"], KosmoResult.Keys(envelope));
        Assert.Equal("a\t1", envelope.GetProperty("output").GetString());
        Assert.Equal("""[42,{"x":1}]""", JsonSerializer.Serialize(envelope.GetProperty("result")));
        Assert.True(envelope.GetProperty("memory_usage").GetInt64() > 0);
        var call = Assert.Single(envelope.GetProperty("integration_calls").EnumerateArray());
        Assert.Equal(["path", "durationMs", "status", "name", "account", "group"], KosmoResult.Keys(call));
        Assert.Equal("integrations.missive.get_task", call.GetProperty("path").GetString());
        Assert.Equal("Get Task", call.GetProperty("name").GetString());
        Assert.False(envelope.GetProperty("meta").GetProperty("permission_bypassed").GetBoolean());
    }

    [Theory]
    [InlineData("--eval=print('never')")]
    [InlineData("--repl")]
    public async Task An_account_that_is_none_is_told_before_the_script_runs(string how)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:lua", "--account=wrok", how)).AssertExit(1);
        Assert.Equal("", result.Output);
        Assert.Contains("account 'wrok'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_see_the_output_then_the_values_and_errors_apart()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var good = (await sandbox.RunAsync("integrations:lua", "--eval", "print('printed') return 42")).AssertExit(0);
        Assert.Equal("printed\n[\n    42\n]\n", good.Output);
        var bad = (await sandbox.RunAsync("integrations:lua", "--eval", "print('printed') error('failed')")).AssertExit(1);
        Assert.Equal("printed\n", bad.Output);
        Assert.Equal("eval:1: failed\n", bad.Error);
    }

    [Fact]
    public async Task What_a_script_prints_cannot_steer_the_terminal_and_reaches_programs_as_it_is()
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        string[] line = ["integrations:lua", "--eval", "print('\\27]0;title\\7')"];
        using var terminal = PseudoTerminal.Start(KosmoProgram.Path, line, sandbox.Environment);
        terminal.WaitFor("\ufffd]0;title\ufffd");
        Assert.Equal(0, terminal.WaitForExit());
        Assert.Equal("\e]0;title\a\n", (await sandbox.RunAsync(line)).AssertExit(0).Output);
    }

    [Fact]
    public async Task An_error_keeps_what_was_printed_and_called_before()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var envelope = (await sandbox.RunAsync(
            "integrations:lua", "--eval", "print('before') app.integrations.missive.get_task('task_123') app.integrations.missive.get_task({})", "--json")).AssertExit(1).Json;
        Assert.False(envelope.GetProperty("success").GetBoolean());
        Assert.Equal("before", envelope.GetProperty("output").GetString());
        Assert.Equal(JsonValueKind.Null, envelope.GetProperty("result").ValueKind);
        Assert.Equal(JsonValueKind.Null, envelope.GetProperty("memory_usage").ValueKind);
        Assert.Equal(["ok", "error"], envelope.GetProperty("integration_calls").EnumerateArray().Select(static call => call.GetProperty("status").GetString()));
        Assert.Equal("task_id", envelope.GetProperty("details").GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_script_comes_from_a_file_from_the_command_line_or_from_a_pipe()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var file = Path.Combine(sandbox.ProjectDirectory, "my script.lua");
        await File.WriteAllTextAsync(file, "\uFEFF#!/usr/bin/env kosmo\nerror('in a file')", TestContext.Current.CancellationToken);
        Assert.Equal("my script.lua:2: in a file\n", (await sandbox.RunAsync("integrations:lua", "my script.lua")).AssertExit(1).Error);
        Assert.Equal("piped\n", (await sandbox.RunWithInputAsync("print('piped')", "integrations:lua")).AssertExit(0).Output);
        Assert.Equal("piped\n", (await sandbox.RunWithInputAsync("print('piped')", "integrations:lua", "-")).AssertExit(0).Output);
        Assert.Equal("given\n", (await sandbox.RunWithInputAsync("print('piped')", "integrations:lua", "-e", "--[[ no option ]] print('given')")).AssertExit(0).Output);
    }

    [Theory]
    [InlineData("Provide a Lua file, --eval code, or pipe Lua code on stdin.", 2)]
    [InlineData("Provide a Lua file", 2, "--eval", "")]
    [InlineData("Lua file not found: nowhere.lua.", 1, "nowhere.lua")]
    [InlineData("Both a file and --eval", 2, "nowhere.lua", "--eval", "print(1)")]
    [InlineData("--memory-limit takes a number of bytes", 2, "--eval", "print(1)", "--memory-limit", "lots")]
    [InlineData("--memory-limit takes a number of bytes", 2, "--eval", "print(1)", "--memory-limit=1K")]
    [InlineData("--cpu-limit takes a number of seconds", 2, "--eval", "print(1)", "--cpu-limit=0")]
    [InlineData("--time-limit takes a number of seconds", 2, "--eval", "print(1)", "--time-limit=-1")]
    [InlineData("has no option '--cpulimit'. Did you mean '--cpu-limit'?", 2, "--cpulimit=1")]
    [InlineData("--repl reads Lua line by line", 2, "--repl", "workflow.lua")]
    [InlineData("missing required credentials for account 'nobody'", 1, "--account=nobody", "--eval", "app.integrations.missive.list_teams({})")]
    public async Task What_cannot_be_run_is_refused_in_words_and_in_json(string message, int exitCode, params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var text = (await sandbox.RunAsync(["integrations:lua", .. arguments])).AssertExit(exitCode);
        Assert.Contains(message, text.Error, StringComparison.Ordinal);
        Assert.Empty(text.Output);
        var json = (await sandbox.RunAsync(["integrations:lua", .. arguments, "--json"])).AssertExit(exitCode).Json;
        Assert.False(json.GetProperty("success").GetBoolean());
        Assert.Contains(message, json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while true do end", "cpu_limit", "--cpu-limit=1")]
    [InlineData("local t = {} for i = 1, 1e7 do t[i] = i end", "memory_limit", "--memory-limit=2M")]
    [InlineData("while true do pcall(error) end", "cpu_limit", "--cpu-limit=1")]
    [InlineData(Endless, "cpu_limit", "--cpu-limit=1")]
    [InlineData(Endless, "time_limit", "--time-limit=5")]
    public async Task A_script_ends_at_its_limits_with_a_complete_envelope(string code, string limit, string option)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var envelope = (await sandbox.RunAsync(
            "integrations:lua", "--json", option, "--eval", $"print('before') app.integrations.missive.get_task('task_123') {code} print('never')")).AssertExit(1).Json;
        Assert.Equal("before", envelope.GetProperty("output").GetString());
        Assert.Equal(limit, envelope.GetProperty("details").GetProperty("code").GetString());
        Assert.Contains($"--{limit.Replace('_', '-')}=<", envelope.GetProperty("details").GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Single(envelope.GetProperty("integration_calls").EnumerateArray());
    }

    [Fact]
    public async Task Writes_need_permission_and_force_lifts_it_for_the_run()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        const string Code = "return app.integrations.missive.create_task({title = 'T'}).tasks.id";
        var refused = (await sandbox.RunAsync("integrations:lua", "--eval", Code, "--json")).AssertExit(1).Json;
        Assert.Contains("write requires approval", refused.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("permission", refused.GetProperty("details").GetProperty("code").GetString());
        Assert.DoesNotContain(sandbox.Lines, static line => line.StartsWith("POST", StringComparison.Ordinal));

        var forced = (await sandbox.RunAsync("integrations:lua", "--eval", Code, "--json", "--force")).AssertExit(0).Json;
        Assert.True(forced.GetProperty("meta").GetProperty("permission_bypassed").GetBoolean());
        Assert.Contains("POST /tasks", sandbox.Lines);
    }

    [Fact]
    public async Task Failures_of_the_api_reach_the_script_in_words_and_in_parts()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync(
            "integrations:lua", "--eval", "local ok, e = pcall(app.integrations.missive.get_task, 'nowhere') return ok, tostring(e), e.code", "--json")).AssertExit(0);
        var values = result.Json.GetProperty("result").EnumerateArray().ToList();
        Assert.False(values[0].GetBoolean());
        Assert.Contains("404", values[1].GetString(), StringComparison.Ordinal);
        Assert.Equal("not_found", values[2].GetString());
        Assert.DoesNotContain(KosmoSandbox.Secret, result.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_read_the_documentation_and_miss_no_page_in_silence()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync(
            "integrations:lua", "--json", "--eval",
            "return docs.read('missive'):sub(1, 24), #docs.read('integrations.missive') > #docs.read('missive'), docs.search('webhook'), select(2, pcall(docs.read, 'missive.get_tsak'))")).AssertExit(0);
        var values = result.Json.GetProperty("result").EnumerateArray().ToList();
        Assert.Equal("# Missive Lua Reference\n", values[0].GetString());
        Assert.True(values[1].GetBoolean());
        Assert.Equal(["missive.create_hook", "missive.delete_hook", "missive.list_hooks"], values[2].GetString()!.Split('\n').Select(static line => line.Split(' ')[0]));
        Assert.Contains("missive.get_task", values[3].GetString(), StringComparison.Ordinal);
        Assert.Empty(result.Json.GetProperty("integration_calls").EnumerateArray());
    }

    [Fact]
    public async Task The_list_of_the_documentation_speaks_Lua_and_all_its_lines_run()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var list = (await sandbox.RunAsync("integrations:lua", "--eval", "assert(docs.read('') == docs.list()) print(docs.list())")).AssertExit(0).Output;
        Assert.DoesNotContain("kosmo", list, StringComparison.Ordinal);
        string[] lines = [.. list.Split('\n').Select(static line => line.Trim())];
        var statements = lines.SkipWhile(static line => !line.StartsWith("local ", StringComparison.Ordinal)).TakeWhile(static line => line.Length > 0).ToArray();
        Assert.Equal(2, statements.Length);
        Assert.EndsWith("not_found\tnil\n", (await sandbox.RunAsync("integrations:lua", "--eval", string.Join('\n', statements).Replace("task_123", "task_0", StringComparison.Ordinal))).AssertExit(0).Output, StringComparison.Ordinal);
        string[] code = [.. lines.Except(statements).Select(static line => line.Split("   ")[0]).Where(static line => line.EndsWith(')'))];
        Assert.True(code.Length > 6, list);
        (await sandbox.RunAsync("integrations:lua", "--eval", string.Join('\n', code.Select(static line => $"assert(#tostring({line}) > 0)")))).AssertExit(0);
    }

    [Theory]
    [InlineData("missive.lst", "Did you mean missive.list_conversations, missive.list_conversation_messages,")]
    [InlineData("conv", "Did you mean missive.list_conversations, missive.get_conversation,")]
    [InlineData("missive.tasks", "Did you mean missive.create_task, missive.get_task, missive.list_tasks, missive.update_task?")]
    [InlineData("xyz", "There are: missive, integrations.missive, and missive.<function>.")]
    public async Task A_page_that_does_not_exist_is_answered_with_the_nearest(string page, string nearest)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var inLua = (await sandbox.RunAsync("integrations:lua", "--eval", $"docs.read('{page}')")).AssertExit(1);
        Assert.StartsWith($"eval:1: No integration docs found for '{page}'. {nearest}", inLua.Error, StringComparison.Ordinal);
        Assert.StartsWith($"No integration docs found for '{page}'. {nearest}", (await sandbox.RunAsync("integrations:docs", page)).AssertExit(1).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.integrations.missive:create_teams({ body = { name = 'x' } })", "Corrected call: app.integrations.missive.create_teams({ body = { name = \"x\" } })")]
    [InlineData("app.integrations.missive.create_teams({ body = { name = 'x' } }, {})", "Corrected call: app.integrations.missive.create_teams({ body = { name = \"x\" } })")]
    [InlineData("app.integrations.missive.other:create_teams({ body = { name = 'x' } })", "Form of the call: app.integrations.missive.other.create_teams({ body = { name = \"x\", organization = \"<string>\" } })")]
    public async Task What_an_account_fills_in_is_not_missing_from_a_corrected_call(string call, string corrected)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.ForgetEnvironment();
        var account = sandbox.Account();
        account["default_organization"] = "org_123";
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["default"] = account, ["other"] = sandbox.Account() } });
        var result = (await sandbox.RunAsync("integrations:lua", "--eval", call)).AssertExit(1);
        Assert.EndsWith($"\n{corrected}\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("{ paht = '../tasks' }", "paht is not a known key. Did you mean path?")]
    [InlineData("{ path = '../tasks', parms = {} }", "path: expected a path below /v1, such as /contacts, got \"../tasks\".")]
    public async Task No_corrected_call_has_a_path_that_would_be_refused(string arguments, string problem)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var error = (await sandbox.RunAsync("integrations:lua", "--eval", $"app.integrations.missive.api_get({arguments})")).AssertExit(1).Error;
        Assert.Contains(problem, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected call", error, StringComparison.Ordinal);

        // Nobody is asked about such a call.
        sandbox.Permit("ask", "ask");
        var refused = (await sandbox.RunAsync("integrations:call", "missive.api_get", "--path=../tasks")).AssertExit(1);
        Assert.StartsWith("api_get: path: expected a path below /v1", refused.Error, StringComparison.Ordinal);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Fact]
    public async Task Code_in_the_place_of_a_file_is_answered_with_the_line_that_runs_it()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:lua", "print(1)")).AssertExit(1);
        Assert.Equal("Lua file not found: print(1). Code is given with --eval.\n  kosmo integrations:lua --eval 'print(1)'\n", result.Error);
    }

    [Fact]
    public async Task A_misspelt_file_is_answered_with_the_nearest()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var file = Path.Combine(sandbox.ProjectDirectory, "workflow.lua");
        await File.WriteAllTextAsync(file, "print(1)", TestContext.Current.CancellationToken);
        foreach (var typed in new[] { "workflw.lua", Path.Combine(sandbox.ProjectDirectory, "workflw.lua") })
        {
            Assert.Equal($"Lua file not found: {typed}. Did you mean 'workflow.lua'?\n", (await sandbox.RunAsync("integrations:lua", typed)).AssertExit(1).Error);
        }
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_script_is_called_one()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync("integrations:lua", sandbox.Root)).AssertExit(1);
        Assert.Equal($"{sandbox.Root} is a folder, and a Lua file was expected.\n", result.Error);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_script_with_its_envelope()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        var called = new TaskCompletionSource();
        await using var sandbox = await KosmoSandbox.StartAsync(new() { RequestHandled = _ => called.TrySetResult() });
        using var process = KosmoProgram.Start(
            KosmoProgram.Path,
            ["integrations:lua", "--json", "--eval", "print('before') app.integrations.missive.get_task('task_123') while true do end"],
            sandbox.Environment,
            sandbox.ProjectDirectory);
        process.StandardInput.Close();
        await called.Task.WaitAsync(TestContext.Current.CancellationToken);
        await KosmoProgram.SignalAsync(process, "INT");
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        var envelope = JsonElement.Parse(output);
        Assert.Equal("before", envelope.GetProperty("output").GetString());
        Assert.Equal("cancelled", envelope.GetProperty("details").GetProperty("code").GetString());
    }
}
