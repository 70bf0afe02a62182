using System.IO.Compression;
using Xunit;

namespace Missive.Codegen.Cli.Tests;

/// <summary>The generator as a package, in a project that knows nothing of this repository.</summary>
[Collection(Command.OwnProjects)]
public sealed class PackageTests : IDisposable
{
    // Of its own, so that no package from elsewhere is taken for these.
    private const string Version = "99.0.0-test";

    /// <summary>A package has nothing beside its page that such a link could lead to.</summary>
    private const string RelativeLink = @"\]\((?!https?://|#)";

    private readonly Workspace _workspace = new();

    [Fact]
    public async Task AFreshProjectIsGeneratedFromPackages()
    {
        var feed = _workspace.PathOf("feed");
        await Pack("build/Missive.Codegen.Package.csproj", feed);
        await Pack("runtime/Missive.Codegen.Runtime", feed);
        _workspace.AddProjectOfPackages(feed, Version);

        var built = await Command.Build(_workspace.PathOf("app"));
        Assert.True(built.ExitCode == 0, built.All);
        Assert.Contains(" 0 Warning(s)", built.Output, StringComparison.Ordinal);
        Assert.True(_workspace.Has("generated/docs/functions/get_book.md"));
        Assert.True(_workspace.Has("generated/csharp/functions/books.g.cs"));

        var again = await Command.Build(_workspace.PathOf("app"), "-v:n");
        Assert.Contains("Skipping target \"MissiveGenerate\"", again.Output, StringComparison.Ordinal);

        _workspace.Replace("manifest/functions/books.yaml", "operation: read", "operatoin: read");
        var broken = await Command.Build(_workspace.PathOf("app"));
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Contains("books.yaml(4,5): error MSV007: 'operatoin' is not a key of a function. Did you mean 'operation'?", broken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", broken.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task ThePageOfAPackageLinksToTheRepositoryThatItIsToldOf()
    {
        var page = await Pack(
            "runtime/Missive.Codegen.Runtime", _workspace.PathOf("feed"),
            "--no-build", "--configuration", Command.Configuration, "-p:RepositoryUrl=https://code.example/team/codegen.git");

        Assert.Contains("](https://code.example/team/codegen/blob/HEAD/docs/manifest.md)", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(RelativeLink, page);
    }

    /// <summary>Packs a project, and gives the text of its page.</summary>
    private static async Task<string> Pack(string project, string feed, params string[] arguments)
    {
        var packed = await Command.Pack(project, Version, feed, arguments);
        Assert.True(packed.ExitCode == 0, packed.All);
        using var package = ZipFile.OpenRead(Directory.EnumerateFiles(feed, $"*{Version}.nupkg").MaxBy(File.GetLastWriteTimeUtc)!);
        Assert.NotNull(package.GetEntry("THIRD-PARTY-NOTICES"));
        using var reader = new StreamReader(package.GetEntry("README.md")!.Open());
        var page = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("# ", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(RelativeLink, page);
        return page;
    }
}
