using System.Runtime.CompilerServices;
using Kosmo.CommandLine;
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
        var help = (await sandbox.RunAsync("integrations:call", "missive.create_comment", "--help")).AssertExit(0).Output;
        Assert.Contains("--conversation-id <string>", help, StringComparison.Ordinal);
        Assert.Equal(help, (await sandbox.RunAsync("integrations:missive", "create_comment", "-h")).AssertExit(0).Output);
    }

    [Theory]
    [InlineData()]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
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
    }

    [Theory]
    [InlineData("integrations:cal", "Did you mean 'integrations:call'?")]
    [InlineData("status", "Did you mean 'integrations:status'?")]
    [InlineData("integrations:plane", "There is no command 'integrations:plane'.")]
    public async Task AnUnknownCommandIsAnsweredWithTheNearest(string verb, string message)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync(verb)).AssertExit(2);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        var json = (await sandbox.RunAsync(verb, "--json")).AssertExit(2);
        Assert.Contains(message, json.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(json.Error);
    }

    [Theory]
    [InlineData("integrations:list has no option '--jsno'. Did you mean '--json'?", "integrations:list", "--jsno")]
    [InlineData("integrations:schema has no option '--jsno'. Did you mean '--json'?", "integrations:schema", "--jsno", "missive.get_task")]
    [InlineData("integrations:list takes no argument 'x'.", "integrations:list", "x")]
    [InlineData("integrations:schema needs a function. The function, such as missive.create_draft.", "integrations:schema")]
    [InlineData("integrations:fields needs a provider. The integration: missive.", "integrations:fields", "--json")]
    [InlineData("--account needs a value.", "integrations:fields", "missive", "--account", "--json")]
    public async Task AWrongCommandLineIsAnsweredWithWhatIsWrong(string message, params string[] arguments)
    {
        await using var sandbox = await KosmoSandbox.StartAsync();
        var result = (await sandbox.RunAsync(arguments)).AssertExit(2);
        Assert.Contains(message, result.Everything, StringComparison.Ordinal);
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
        UsageErrors.ThrowIfAny(command, Application.Parse(command, own), own);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
