using Xunit;

namespace Missive.Codegen.Cli.Tests;

public sealed class StagedFilesTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public void AFolderThatCannotBeMadeIsNamedForEachFileInItAndLeavesNothingToDrop()
    {
        _workspace.Write("generated/docs", "somebody's own");
        var staged = new StagedFiles("key");
        foreach (var name in new[] { "one.md", "two.md" })
        {
            var error = Assert.Throws<IOException>(() => staged.Stage(_workspace.PathOf($"generated/docs/{name}"), []));
            Assert.Contains($"'{_workspace.PathOf("generated/docs")}'", error.Message, StringComparison.Ordinal);
        }

        staged.Dispose();
    }

    public void Dispose() => _workspace.Dispose();
}
