using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Completion;
using Kosmo.Tests.Support;

namespace Kosmo.Tests.Completion;

/// <summary>Completion, asked directly and through a real shell.</summary>
public sealed class CompletionTests
{
    public static TheoryData<string, string[]> Lines => new()
    {
        { "kosmo integ", ["integrations:call", "integrations:configure", "integrations:docs"] },
        { "kosmo integrations:ca", ["integrations:call"] },
        { "kosmo --emulator integrations:sche", ["integrations:schema"] },
        { "kosmo --json integrations:sche", ["integrations:schema"] },
        { "kosmo --", ["--emulator", "--json", "--help", "--version"] },
        { "kosmo he", ["help"] },
        { "kosmo help integrations:sche", ["integrations:schema"] },
        { "kosmo help integrations:missive get_cont", ["get_contact"] },
        { "kosmo integrations:call missive.list_con", ["missive.list_conversations", "missive.list_contacts"] },
        { "kosmo integrations:missive get_cont", ["get_contact"] },
        { "kosmo integrations:missive list_conversations --st", ["--state="] },
        { "kosmo integrations:missive list_conversations --state=o", ["--state=open"] },
        { "kosmo integrations:missive list_conversations --state ", ["open", "closed", "spam"] },
        { "kosmo integrations:call --limit=5 missive.list_tasks --as", ["--assignee="] },
        { "kosmo integrations:call missive.list_tasks --dry", ["--dry-run"] },
        { "kosmo integrations:call missive.list_tasks --account w", ["work"] },
        { "kosmo integrations:call missive.list_tasks --account=", ["--account=default", "--account=work"] },
        { "kosmo integrations:docs missive.create_d", ["missive.create_draft"] },
        { "kosmo integrations:docs --format json missive.create_d", ["missive.create_draft"] },
        { "kosmo integrations:docs --format=", ["--format=text", "--format=json"] },
        { "kosmo integrations:schema missive.api_", ["missive.api_get"] },
        { "kosmo integrations:configure missive --write ", ["allow", "ask", "deny"] },
        { "kosmo integrations:configure missive --set acc", ["access_token="] },
        { "kosmo integrations:configure m", ["missive"] },
        { "kosmo completion ", ["bash", "zsh", "fish"] },
        { "kosmo integrations:list --j", ["--json"] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task AWordIsCompleted(string line, string[] expected)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["work"] = sandbox.Account() } });
        var words = ShellWords.Split(line)[1..];
        var result = (await sandbox.RunAsync(["completion:suggest", "words", "--", .. words])).AssertExit(0);
        string[] suggested = [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static suggestion => suggestion.Split('\t')[0])];
        Assert.All(expected, word => Assert.Contains(word, suggested));
        Assert.All(suggested, word => Assert.StartsWith(words[^1], word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task AScriptIsToBeHadAsJsonToo(string shell)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunAsync("completion", shell, "--json")).AssertExit(0).Json;
        Assert.Equal((await sandbox.RunAsync("completion", shell)).AssertExit(0).Output, json.GetProperty("script").GetString());
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task BashCompletesTheSame(string line, string[] expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash here.");
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.WriteConfiguration(new JsonObject { ["accounts"] = new JsonObject { ["work"] = sandbox.Account() } });
        sandbox.Environment["PATH"] = $"{Path.GetDirectoryName(KosmoProgram.Path)}:{System.Environment.GetEnvironmentVariable("PATH")}";

        // The variables as bash sets them when the tabulator is pressed; its own splitting breaks at : and =.
        const string Script = """
            source <(kosmo completion bash)
            COMP_LINE=$1 COMP_POINT=${#1} COMP_WORDS=(kosmo)
            $(complete -p kosmo | sed 's/.*-F \([^ ]*\).*/\1/')
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        using var bash = KosmoProgram.Start("/bin/bash", ["--norc", "-c", Script, "bash", line], sandbox.Environment);
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        var words = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var typed = ShellWords.Split(line)[^1];
        var kept = typed.LastIndexOfAny([':', '=']) + 1;
        Assert.All(expected, word => Assert.Contains(word[kept..], words));
    }

    [Theory]
    [InlineData("bash", "--norc --noprofile -i", "source <(kosmo completion bash)")]
    [InlineData("zsh", "-f -i", "PS1='ready> '; autoload -U compinit; compinit -u -D; source <(kosmo completion zsh)")]
    [InlineData("fish", "--no-config -i", "function fish_prompt; echo 'ready> '; end; kosmo completion fish | source")]
    public async Task PressingTheTabulatorCompletesTheLine(string shell, string arguments, string load)
    {
        Assert.SkipWhen(PseudoTerminal.Unavailable is not null, PseudoTerminal.Unavailable ?? "");
        var program = System.Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, shell)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, $"There is no {shell} here.");
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Environment["PATH"] = $"{Path.GetDirectoryName(KosmoProgram.Path)}:{System.Environment.GetEnvironmentVariable("PATH")}";
        sandbox.Environment["HOME"] = sandbox.Root;
        using var terminal = PseudoTerminal.Start(program!, arguments.Split(' '), sandbox.Environment);

        // Which of the answers is the shell's and which the echo of the question, the calculated number tells.
        terminal.Type($"{load}; cd ~; echo loaded $(expr 40 + 2)\r");
        terminal.WaitFor("loaded 42");
        terminal.Type("kosmo integrations:sche\tmissive.get_task\t > schema.json; echo done $(expr 50 + 2)\r");
        terminal.WaitFor("done 52");
        terminal.Type("kosmo --emulator integrations:missive list_tasks --state=comp\t --limit=1 > tasks.json; echo done $(expr 60 + 2)\r");
        terminal.WaitFor("done 62");
        terminal.Type("exit\r");
        terminal.WaitForExit();
        var schema = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(sandbox.Root, "schema.json"), TestContext.Current.CancellationToken));
        Assert.Equal("get_task", schema.GetProperty("title").GetString());
        var tasks = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(sandbox.Root, "tasks.json"), TestContext.Current.CancellationToken));
        Assert.Equal("closed", tasks.GetProperty("tasks")[0].GetProperty("state").GetString());
    }

    [Fact]
    public void WordsAreSplitAsAShellSplitsThem()
    {
        Assert.Equal(["kosmo", "a b", "it's", "c\"d", ""], ShellWords.Split("kosmo 'a b' it\\'s \"c\\\"d\" "));
        Assert.Equal(["kosmo", "open quo"], ShellWords.Split("kosmo 'open quo"));
        Assert.Equal(["kosmo", "", "x"], ShellWords.Split("kosmo '' x"));
        Assert.Equal(["kosmo", ""], ShellWords.Split("kosmo"));
    }
}
