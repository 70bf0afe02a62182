using Xunit;

namespace Missive.Codegen.Cli.Tests;

/// <summary>What a run leaves behind that was ended by force.</summary>
public sealed class LeftoverTests : IDisposable
{
    private const string Suffix = ".missive-codegen.tmp";

    private readonly Workspace _workspace = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheNextRunRemovesItEvenWhenItHasNothingElseToDo(bool inBuild)
    {
        await Generate();
        var before = _workspace.Snapshot("generated");
        string[] leftovers = ["generated/docs/functions/get_book.md", "generated/old/gone.md", "generated/files.txt", "manifest/manifest.schema.json"];
        foreach (var path in leftovers)
        {
            _workspace.Write(path + Suffix, "half");
        }

        var result = await Generate(inBuild ? ["--in-build"] : []);
        Assert.StartsWith("Nothing to do", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Left alone", result.Output, StringComparison.Ordinal);
        Assert.All(leftovers, path => Assert.False(_workspace.Has(path + Suffix)));
        Assert.False(Directory.Exists(_workspace.PathOf("generated/old")));
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
    }

    [Fact]
    public async Task ARunThatFailsLeavesNothing()
    {
        _workspace.Write("templates/docs/function.md.scriban", "{{ function.nmae | md.text }}");
        var result = await Generate("--templates", "templates");

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(_workspace.Snapshot("generated"));
        Assert.False(_workspace.Has("manifest/manifest.schema.json" + Suffix));
    }

    [Fact]
    public async Task ARunThatIsKilledHasReplacedNoFileByHalfOfOne()
    {
        for (var i = 0; i < 200; i++)
        {
            _workspace.Write($"manifest/types/more_{i}.yaml", $"types: [{{name: More{i}, description: More., source: documented, fields: [{{name: id, type: string, description: ID.}}]}}]\n");
        }

        await Generate();
        var before = _workspace.Snapshot("generated");
        for (var i = 0; i < 200; i++)
        {
            _workspace.Replace($"manifest/types/more_{i}.yaml", "description: More.", "description: More or less.");
        }

        // Ended as soon as it writes something, or, had it been faster, when it is done: both have to hold.
        using (var seen = new CancellationTokenSource())
        using (var watcher = new FileSystemWatcher(_workspace.PathOf("generated"), "*" + Suffix) { IncludeSubdirectories = true })
        {
            watcher.Created += (_, _) => seen.Cancel();
            watcher.EnableRaisingEvents = true;
            await Command.ToolUntil(_workspace.Root, seen.Token, "generate");
        }

        var killed = _workspace.Snapshot("generated");
        await Generate();
        var after = _workspace.Snapshot("generated");
        Assert.All(killed.Where(f => !f.Key.EndsWith(Suffix, StringComparison.Ordinal)), f => Assert.True(f.Value == before[f.Key] || f.Value == after[f.Key], f.Key));
        Assert.DoesNotContain(after.Keys, path => path.EndsWith(Suffix, StringComparison.Ordinal));
        Assert.Equal(0, (await Command.Tool(_workspace.Root, "check")).ExitCode);
    }

    public void Dispose() => _workspace.Dispose();

    private Task<CommandResult> Generate(params string[] arguments) => Command.Tool(_workspace.Root, ["generate", .. arguments]);
}
