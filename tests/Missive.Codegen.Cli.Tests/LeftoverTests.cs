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
        var schema = $"manifest/manifest.schema.json.{FolderKey.Of(_workspace.PathOf("generated"))}";
        string[] leftovers = ["generated/docs/functions/get_book.md", "generated/old/gone.md", "generated/files.txt", schema];
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
    public async Task RunsForSeveralOutputFoldersWriteTheSchemaOfTheOneManifestSideBySide()
    {
        for (var round = 0; round < 3; round++)
        {
            File.Delete(_workspace.PathOf("manifest/manifest.schema.json"));
            var results = await Task.WhenAll(Generate("--output", "one"), Generate("--output", "two"));
            Assert.All(results, result => Assert.True(result.ExitCode == 0, result.All));
            Assert.Equal(["manifest/manifest.schema.json"], _workspace.Snapshot("manifest").Keys.Where(p => p.Contains(".schema.", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task ARunThatFailsLeavesNothing()
    {
        _workspace.Write("templates/docs/function.md.scriban", "{{ function.nmae | md.text }}");
        var result = await Generate("--templates", "templates");

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(_workspace.Snapshot("generated"));
        Assert.DoesNotContain(_workspace.Snapshot("manifest").Keys, p => p.EndsWith(Suffix, StringComparison.Ordinal));
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
