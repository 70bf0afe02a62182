using Xunit;

namespace Missive.Codegen.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly Workspace _workspace = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CheckListsEveryStaleMissingEditedObsoleteAndStrayFileAndWritesNothing()
    {
        await Command.Tool(_workspace.Root, "generate");
        _workspace.Replace("manifest/functions/books.yaml", "Remove one book.", "Take one book off the shelf.");
        _workspace.Replace("manifest/functions/books.yaml", "name: get_book", "name: find_book");
        _workspace.Write("generated/stray.txt", "stray");
        _workspace.Replace("generated/lua/library.lua", "library", "LIBRARY");
        File.Delete(_workspace.PathOf("generated/schemas/tools.json"));
        var before = _workspace.Snapshot("generated");

        var result = await Command.Tool(_workspace.Root, "generate", "--check");

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
        Assert.Contains(Line("docs/functions/delete_book.md is out of date."), result.Errors, StringComparison.Ordinal);
        Assert.Contains(Line("docs/functions/find_book.md is missing."), result.Errors, StringComparison.Ordinal);
        Assert.Contains(Line("docs/functions/get_book.md is no longer generated."), result.Errors, StringComparison.Ordinal);
        Assert.Contains(Line("lua/library.lua was edited by hand."), result.Errors, StringComparison.Ordinal);
        Assert.Contains(Line("schemas/tools.json is missing."), result.Errors, StringComparison.Ordinal);
        Assert.Contains(Line("stray.txt is not generated; move it elsewhere."), result.Errors, StringComparison.Ordinal);
        Assert.Contains("  - Remove one book.", result.Output, StringComparison.Ordinal);
        Assert.Contains("  + Take one book off the shelf.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckOfAFreshTreeSucceeds()
    {
        await Command.Tool(_workspace.Root, "generate");
        var result = await Command.Tool(_workspace.Root, "check");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("files are up to date.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckBeforeTheFirstGenerationNamesEveryFile()
    {
        var result = await Command.Tool(_workspace.Root, "check");

        Assert.Equal(1, result.ExitCode);
        Assert.False(Directory.Exists(_workspace.PathOf("generated")));
        Assert.Contains(Line("files.txt is missing."), result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiffShowsEveryChangedLine()
    {
        var result = await Command.Tool(_workspace.Root, "diff");

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("more changed lines", result.Output, StringComparison.Ordinal);
        Assert.Contains("  + # get_book", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n# get_book", "\n  # get_book", "  -   # get_book")]
    [InlineData("\n", "\r\n", "  only the line ends differ")]
    public async Task DiffShowsWhatNobodySees(string generated, string edited, string line)
    {
        await Command.Tool(_workspace.Root, "generate");
        var page = _workspace.PathOf("generated/docs/functions/get_book.md");
        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page, Cancellation)).Replace(generated, edited, StringComparison.Ordinal), Cancellation);
        var result = await Command.Tool(_workspace.Root, "diff");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(line, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LintReportsWarningsToo()
    {
        _workspace.Replace("manifest/functions/books.yaml", "      - {title: Remove another, args: {book_id: b2}}", "");
        var result = await Command.Tool(_workspace.Root, "lint");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("warning MSV106", result.Errors, StringComparison.Ordinal);
        Assert.Contains("0 errors, 1 warning.", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generat")]
    [InlineData("generate", "--manifst", "x")]
    [InlineData("lint", "--manifest", "nowhere")]
    public async Task UsageErrorsExitWith2(params string[] arguments)
    {
        var result = await Command.Tool(_workspace.Root, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Errors);
    }

    [Theory]
    [InlineData("--manifest")]
    [InlineData("--output")]
    public async Task AnEmptyFolderIsRefusedOnce(string option)
    {
        var result = await Command.Tool(_workspace.Root, "generate", option, "");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(2, result.Errors.Split($"{option} needs a folder.").Length);
    }

    [Fact]
    public async Task HelpExplainsEveryCommand()
    {
        var result = await Command.Tool(_workspace.Root, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.All(["generate", "check", "diff", "lint"], command => Assert.Contains($"  {command}", result.Output, StringComparison.Ordinal));
    }

    public void Dispose() => _workspace.Dispose();

    private static string Line(string text) => Path.Combine("generated", text);
}
