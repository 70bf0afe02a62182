using System.Runtime.CompilerServices;
using Kosmo.CommandLine;
using Kosmo.CommandLine.Syntax;
using Kosmo.Completion;
using Kosmo.Tests.Support;

namespace Kosmo.Tests.Commands;

/// <summary>Help, versions, and command lines that are not understood.</summary>
public sealed class UsageTests
{
    public static TheoryData<string> Verbs => [.. CommandCatalog.Entries.Select(static entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task EveryCommandHasHelpWithExamplesThatItUnderstands(string verb)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var help = (await sandbox.RunAsync(verb, "--help")).AssertExit(0).Output;
        Assert.Contains("Usage:\n", help, StringComparison.Ordinal);
        Assert.Equal(help, (await sandbox.RunAsync(verb, "-h")).AssertExit(0).Output);
        Assert.Equal(help, (await sandbox.RunAsync("help", verb)).AssertExit(0).Output);
        var command = CommandCatalog.Find(verb)!.Create();
        Assert.True(command.Examples.Count > 0 || !CommandCatalog.Find(verb)!.IsListed);
        foreach (var example in command.Examples)
        {
            Assert.Contains($"  {example}\n", help, StringComparison.Ordinal);
            var words = ShellWords.Split(example.Split("kosmo ", 2)[1]);
            var ownVerb = Array.FindIndex(words, word => word == verb);
            Assert.True(ownVerb >= 0, example);

            AssertUnderstood(command, words[(ownVerb + 1)..]);
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/kosmo.md")]
    public void EveryLineOfTheDocumentationIsUnderstood(string page)
    {
        string[] lines = [.. File.ReadAllText(Path.Combine(Repository, page)).Split("```sh\n").Skip(1)
            .SelectMany(static block => block.Split("```")[0].Split('\n'))
            .Where(static line => line.StartsWith("kosmo ", StringComparison.Ordinal))];
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            string[] words = [.. ShellWords.Split(line)[1..].SkipWhile(static word => word == "--emulator")];
            AssertUnderstood(CommandCatalog.Find(words[0])?.Create() ?? throw new InvalidOperationException(line), words[1..]);
        }
    }

    [Fact]
    public async Task TheHelpOfAFunctionShowsItsParametersAsFlags()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        foreach (var line in new[] { "integrations:call missive.create_comment", "integrations:missive create_comment", "integrations:missive missive_create_comment" })
        {
            var help = (await sandbox.RunAsync([.. line.Split(' '), "--help"])).AssertExit(0).Output;
            Assert.Contains($"\nUsage:\n  kosmo {line} [json] [--name=value …] [options]\n", help, StringComparison.Ordinal);
            Assert.Contains("\n  --conversation-id <string>", help, StringComparison.Ordinal);
            Assert.Contains("\n  --dry-run ", help, StringComparison.Ordinal);
            Assert.Equal(help, (await sandbox.RunAsync([.. line.Split(' '), "-h"])).AssertExit(0).Output);
        }

        var unknown = (await sandbox.RunAsync("integrations:missive", "create_coment", "--help")).AssertExit(1);
        Assert.StartsWith("Unknown integration function: missive.create_coment. Did you mean missive.create_comment", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("help", "help")]
    public async Task WithoutACommandTheCommandsAreListed(params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var help = (await sandbox.RunAsync(arguments)).AssertExit(0).Output;
        Assert.All(
            CommandCatalog.Entries.Where(static entry => entry.IsListed),
            entry => Assert.Contains($"  {entry.Name} ", help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheVersionIsANumber()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", (await sandbox.RunAsync("--version")).AssertExit(0).Output);
        Assert.Matches(@"^\d+\.\d+\.\d+$", (await sandbox.RunAsync("--version", "--json")).AssertExit(0).Json.GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("There is no command 'integrations:cal'. Did you mean 'integrations:call'?", "kosmo integrations:call missive.list_teams", "integrations:cal", "missive.list_teams")]
    [InlineData("There is no command 'integration:list'. Did you mean 'integrations:list'?", "kosmo integrations:list", "integration:list")]
    [InlineData("There is no command 'lst'. Did you mean 'integrations:list'?", "kosmo integrations:list", "lst")]
    [InlineData("There is no command 'status'. Did you mean 'integrations:status'?", "kosmo integrations:status", "status")]
    [InlineData("There is no command 'missive'. Did you mean 'integrations:missive'?", "kosmo integrations:missive list_tasks", "missive", "list_tasks")]
    [InlineData("There is no command 'completions'. Did you mean 'completion'?", "kosmo completion bash", "completions", "bash")]
    [InlineData("There is no command 'list_tasks', but a function of that name.", "kosmo integrations:missive list_tasks --state=open", "list_tasks", "--state=open")]
    [InlineData("There is no command 'missive.missive_get_task', but a function of that name.", "kosmo integrations:missive get_task --emulator", "--emulator", "missive.missive_get_task")]
    [InlineData("There is no command 'list_taks'. Did you mean the function 'list_tasks'?", "kosmo integrations:missive list_tasks", "list_taks")]
    [InlineData("There is no command 'configure'. Did you mean 'integrations:configure'?", "kosmo integrations:configure --help", "configure", "missive", "--set", "access_token=abc")]
    [InlineData("There is no command 'integrations:plane'.", "kosmo --help", "integrations:plane")]
    [InlineData("There is no command 'nope'.", "kosmo --help", "help", "nope")]
    [InlineData("There is no command ''.", "kosmo --help", "")]
    [InlineData("There is no command 'mcp:list': servers of the Model Context Protocol cannot be used yet.", "kosmo --help", "mcp:list")]
    [InlineData("'-x' stands before the command, where only --json, --emulator, --help, --version may. Put it behind the command.", "kosmo --help", "-x")]
    [InlineData("--emulator is a switch and takes no value.", "kosmo --help", "--emulator=1", "integrations:list")]
    [InlineData("'--jsno' stands before the command, where only --json, --emulator, --help, --version may. Did you mean '--json'?", "kosmo --help", "--jsno", "integrations:list")]
    [InlineData("kosmo needs a command, such as integrations:list.", "kosmo --help", "--emulator")]
    public async Task WhatIsNoCommandIsAnsweredWithTheLineThatWasMeant(string message, string hint, params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync(arguments)).AssertExit(2);
        Assert.Equal($"{message}\n  {hint}\n", result.Error);
        Assert.Empty(result.Output);
        var json = (await sandbox.RunAsync(["--json", .. arguments])).AssertExit(2);
        Assert.Equal(message, json.Json.GetProperty("error").GetString());
        Assert.Empty(json.Error);
    }

    [Fact]
    public async Task WhatStandsBeforeACommandIsMeantForIt()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Assert.True((await sandbox.RunAsync("--json", "--emulator", "integrations:missive", "list_teams")).AssertExit(0).Json.GetProperty("success").GetBoolean());
        Assert.Empty(sandbox.Emulator.Requests);
        var help = (await sandbox.RunAsync("integrations:call", "missive.list_tasks", "--help")).AssertExit(0).Output;
        Assert.Equal(help, (await sandbox.RunAsync("--help", "integrations:call", "missive.list_tasks")).AssertExit(0).Output);
        Assert.Equal(help, (await sandbox.RunAsync("help", "integrations:call", "missive.list_tasks")).AssertExit(0).Output);
    }

    [Theory]
    [InlineData("integrations:list has no option '--jsno'. Did you mean '--json'?", "integrations:list", "--jsno")]
    [InlineData("integrations:schema has no option '--jsno'. Did you mean '--json'?", "integrations:schema", "--jsno", "missive.get_task")]
    [InlineData("integrations:list takes no argument 'x'.", "integrations:list", "x")]
    [InlineData("integrations:docs takes no other argument 'y'.", "integrations:docs", "missive", "y")]
    [InlineData("integrations:lua has no option '--evil'. Did you mean '--eval'?", "integrations:lua", "--evil=1")]
    [InlineData("--json is a switch and takes no value.", "integrations:missive", "list_teams", "--json=1")]
    [InlineData("--eval was given more than once, and it has one value.", "integrations:lua", "--eval", "a", "-e", "b")]
    [InlineData("--account is blank: give a name, or leave it out.", "integrations:call", "missive.list_teams", "--account=")]
    [InlineData("--account is blank: give a name, or leave it out.", "integrations:lua", "--eval", "return 1", "--account", " ")]
    [InlineData("--account is blank: give a name, or leave it out.", "integrations:configure", "missive", "--account", "", "--write=allow")]
    [InlineData("--set needs a value: --set <key=value>.", "integrations:configure", "missive", "--set")]
    [InlineData("--format takes text, markdown or json, not 'jsn'. Did you mean 'json'?", "integrations:docs", "--format=jsn")]
    [InlineData("completion takes bash, zsh or fish, not 'tcsh'.", "completion", "tcsh")]
    [InlineData("completion needs a shell. bash, zsh or fish.", "completion")]
    [InlineData("integrations:schema needs a function. The function, such as missive.create_draft.", "integrations:schema")]
    [InlineData("integrations:fields needs a provider. The integration: missive.", "integrations:fields", "--json")]
    [InlineData("--account needs a value: --account <name>.", "integrations:fields", "missive", "--account", "--json")]
    public async Task AWrongCommandLineIsAnsweredWithWhatIsWrong(string message, params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var json = (await sandbox.RunAsync([.. arguments, "--json"])).AssertExit(2);
        Assert.Equal(message, json.Json.GetProperty("error").GetString());
        Assert.Equal($"kosmo {arguments[0]} --help", json.Json.GetProperty("hint").GetString());
        Assert.Empty(json.Error);
        Assert.Contains(message, (await sandbox.RunAsync(arguments)).AssertExit(2).Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--sort", "a", "one", "--tag=x", "two", "--tag", "y", "--all")]
    [InlineData("--all", "one", "--tag=x", "--tag=y", "-s=a", "two")]
    [InlineData("one", "-s", "a", "--all", "--all", "--tag", "x", "--tag", "y", "--", "two")]
    public void OptionsStandAnywhereInBothForms(params string[] words)
    {
        var sort = new TextOption("--sort", "order", "Sorts.") { Alias = "-s" };
        var tag = new ListOption("--tag", "tag", "Tags.");
        var all = new SwitchOption("--all", "All.");
        var first = new Argument("first", "The first.") { IsRequired = true };
        var second = new Argument("second", "The second.");
        var syntax = new CommandSyntax("test", "Tests.");
        foreach (var option in new Option[] { sort, tag, all })
        {
            syntax.Add(option);
        }

        syntax.Add(first);
        syntax.Add(second);
        var parsed = CommandLineParser.Parse(syntax, words);
        Assert.Null(parsed.Fault);
        Assert.Equal(("a", "one", "two", true), (parsed.GetValue(sort), parsed.GetValue(first), parsed.GetValue(second), parsed.GetValue(all)));
        Assert.Equal(["x", "y"], parsed.GetValue(tag));
    }

    [Fact]
    public void BehindTwoDashesNothingIsAnOption()
    {
        var all = new SwitchOption("--all", "All.");
        var rest = new Argument("rest", "The rest.") { TakesAll = true };
        var syntax = new CommandSyntax("test", "Tests.");
        syntax.Add(all);
        syntax.Add(rest);
        var parsed = CommandLineParser.Parse(syntax, ["-", "--", "--all", "-x", "--"]);
        Assert.Null(parsed.Fault);
        Assert.False(parsed.GetValue(all));
        Assert.Equal(["-", "--all", "-x", "--"], parsed.GetValues(rest));
    }

    [Fact]
    public async Task AValueMayBeginLikeAnOptionThatThereIsNot()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Assert.Equal("1\n", (await sandbox.RunAsync("integrations:lua", "--eval", "--a comment\nprint(1)")).AssertExit(0).Output);
        Assert.Equal("1\n", (await sandbox.RunAsync("integrations:lua", "--eval=--json\nprint(1)")).AssertExit(0).Output);
    }

    [Fact]
    public async Task ATerminalIsNotSwitchedToAnotherMode()
    {
        Assert.SkipUnless(PseudoTerminal.Unavailable is null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Environment["NO_COLOR"] = "1";
        using var terminal = PseudoTerminal.Start(KosmoProgram.Path, ["integrations:status"], sandbox.Environment);
        Assert.Equal(0, terminal.WaitForExit());
        Assert.DoesNotContain('\e', terminal.Shown);
    }

    [Theory]
    [InlineData("stty cols 90;", 90, "| Description ")]
    [InlineData("stty cols 90; COLUMNS=100", 100, "| Description ")]
    [InlineData("stty cols 90; COLUMNS=wide", 90, "| Description ")]
    [InlineData("stty cols 60;", 60, "\r\nDescription    Get a single Missive task by ID.\r\n")]
    [InlineData("stty cols 10;", 40, "\r\nDescription    Get a single Missive task\r\n               by ID.\r\n")]
    public async Task TablesFitTheTerminal(string before, int width, string shown)
    {
        Assert.SkipUnless(PseudoTerminal.Unavailable is null, PseudoTerminal.Unavailable ?? "");
        await using var sandbox = await KosmoSandbox.StartAsync();
        sandbox.Environment["NO_COLOR"] = "1";
        using var terminal = PseudoTerminal.Start("/bin/sh", ["-c", $"{before} '{KosmoProgram.Path}' integrations:search task"], sandbox.Environment);
        Assert.Equal(0, terminal.WaitForExit());
        Assert.Contains(shown, terminal.Shown, StringComparison.Ordinal);
        Assert.All(terminal.Shown.Split("\r\n"), line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public async Task NothingIsColouredThatIsNoTerminal()
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        Assert.DoesNotContain('\e', (await sandbox.RunAsync("integrations:status")).Everything);
        Assert.DoesNotContain('\e', (await sandbox.RunAsync("nope")).Everything);
    }

    private static string Repository => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    // Up to what belongs to the shell.
    private static void AssertUnderstood(KosmoCommand command, string[] words)
    {
        string[] own = [.. words.TakeWhile(static word => word is not ("|" or "<" or ">" or "#")).Where(static word => word.Length > 0).Select(static word => word is "bash)" or "zsh)" ? word[..^1] : word)];
        Assert.Null(CommandLineParser.Parse(command.Syntax, own).Fault);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
