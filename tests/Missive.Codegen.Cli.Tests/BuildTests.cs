using Xunit;

namespace Missive.Codegen.Cli.Tests;

/// <summary>Builds a real project that is generated from a manifest.</summary>
[Collection(Command.OwnProjects)]
public sealed class BuildTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public BuildTests() => _workspace.AddProject();

    [Fact]
    public async Task ABuildGeneratesCompilesAndDoesNothingTheSecondTime()
    {
        var first = await Build("-p:BuildProjectReferences=true");
        Assert.True(first.ExitCode == 0, first.All);
        Assert.True(_workspace.Has("generated/docs/functions/get_book.md"));
        Assert.True(_workspace.Has("manifest/manifest.schema.json"));
        Assert.False(_workspace.Has("app/missive-codegen.stamp"));

        var assembly = await File.ReadAllBytesAsync(Directory.EnumerateFiles(_workspace.PathOf("app/bin"), "app.dll", SearchOption.AllDirectories).First(), TestContext.Current.CancellationToken);
        Assert.True(assembly.AsSpan().IndexOf("schemas/get_book.schema.json"u8) > 0);
        Assert.True(assembly.AsSpan().IndexOf("docs/functions/get_book.md"u8) > 0);

        var second = await Build("-v:n");
        Assert.Contains("Skipping target \"MissiveGenerate\"", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeletedEditedAndObsoleteFilesAreMendedAndTheBuildSaysSo()
    {
        await Build();
        var before = _workspace.Snapshot("generated");
        File.Delete(_workspace.PathOf("generated/schemas/tools.json"));
        var deleted = await Build();
        Assert.Equal(0, deleted.ExitCode);
        Assert.Contains("tools.json(1,1): warning MSV905: This generated file is missing", deleted.Output, StringComparison.Ordinal);

        _workspace.Replace("generated/docs/functions/get_book.md", "Get one book.", "Mine.");
        var edited = await Build();
        Assert.Equal(0, edited.ExitCode);
        Assert.Contains("warning MSV905: This generated file was edited by hand", edited.Output, StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));

        _workspace.Replace("manifest/functions/books.yaml", "name: delete_book", "name: discard_book");
        Assert.Equal(0, (await Build()).ExitCode);
        Assert.False(_workspace.Has("generated/docs/functions/delete_book.md"));
        Assert.True(_workspace.Has("generated/docs/functions/discard_book.md"));
    }

    [Fact]
    public async Task AProjectMayHaveItsGeneratedFolderWithin()
    {
        _workspace.AddProject("<MissiveGeneratedDirectory>$(MSBuildThisFileDirectory)generated</MissiveGeneratedDirectory>");
        Assert.Equal(0, (await Build()).ExitCode);
        Assert.True(_workspace.Has("app/generated/csharp/registry.g.cs"));

        _workspace.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up.");
        var second = await Build();
        Assert.True(second.ExitCode == 0, second.All);
    }

    [Fact]
    public async Task ARemovedManifestFileIsNoticed()
    {
        _workspace.Write("manifest/types/extra.yaml", "types:\n  - {name: Genre, description: Kind of book., source: documented, values: [novel, poem]}\n");
        _workspace.Replace("manifest/types/books.yaml", "{name: title, type: string, description: Title.}", "{name: title, type: Genre, description: Title.}");
        Assert.Equal(0, (await Build()).ExitCode);
        Assert.True(_workspace.Has("generated/csharp/types/extra.g.cs"));

        _workspace.Replace("manifest/types/books.yaml", "type: Genre", "type: string");
        File.Delete(_workspace.PathOf("manifest/types/extra.yaml"));
        Assert.Equal(0, (await Build()).ExitCode);
        Assert.False(_workspace.Has("generated/csharp/types/extra.g.cs"));
    }

    [Fact]
    public async Task ABrokenManifestShowsItsErrorsOneClosingLineAndNoCSharpError()
    {
        await Build();
        var before = _workspace.Snapshot("generated");
        _workspace.Replace("manifest/functions/books.yaml", "operation: read", "operatoin: read");
        var result = await Build();

        Assert.NotEqual(0, result.ExitCode);
        var errors = ErrorsOf(result);
        Assert.Equal(2, errors.Count);
        Assert.Contains("books.yaml(4,5): error MSV007: 'operatoin' is not a key of a function. Did you mean 'operation'?", errors[0], StringComparison.Ordinal);
        Assert.Contains("The generator failed; the errors above say why.", errors[1], StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", result.Output, StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
    }

    [Fact]
    public async Task AWarningShowsOnce()
    {
        _workspace.Replace("manifest/functions/books.yaml", "      - {title: Remove another, args: {book_id: b2}}", "");
        var result = await Build("-p:TreatWarningsAsErrors=false");

        Assert.Equal(0, result.ExitCode);
        var beforeSummary = result.Output[..result.Output.IndexOf("Build succeeded.", StringComparison.Ordinal)];
        Assert.Single(beforeSummary.Split('\n'), l => l.Contains("MSV106", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnOldNameInATextIsAWarningEvenWhereWarningsAreErrors()
    {
        _workspace.Replace("manifest/functions/books.yaml", "Get one book.", "Get one book, before it is lost to remove_book.");
        var result = await Build();

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("warning MSV115: 'remove_book' in the description of 'get_book' is no name of this manifest.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOfTheTemplateFolderThatIsNoTemplateIsReportedOnce()
    {
        _workspace.AddProject("<MissiveTemplateDirectory>$(MSBuildThisFileDirectory)../templates</MissiveTemplateDirectory>");
        _workspace.Write("templates/csharp/registry.cs", "// Mine.\n");
        _workspace.Write("templates/.gitkeep", "");
        var errors = ErrorsOf(await Build());

        Assert.Equal(2, errors.Count);
        Assert.Contains("registry.cs(1,1): error MSV902: There is no template 'csharp/registry.cs' to override. Did you mean 'csharp/registry.cs.scriban'?", errors[0], StringComparison.Ordinal);
        Assert.Contains("The generator failed; the errors above say why.", errors[1], StringComparison.Ordinal);

        // Without an output folder no step runs, and the compiler is the one to say it.
        _workspace.AddProject("<MissiveTemplateDirectory>$(MSBuildThisFileDirectory)../templates</MissiveTemplateDirectory><MissiveGeneratedDirectory></MissiveGeneratedDirectory>");
        Assert.Contains("registry.cs(1,1): error MSV902", (await Build()).Output, StringComparison.Ordinal);

        File.Move(_workspace.PathOf("templates/csharp/registry.cs"), _workspace.PathOf("templates/.registry.cs"));
        Assert.Equal(0, (await Build()).ExitCode);
    }

    [Fact]
    public async Task CheckNamesEveryStaleFileAndWritesNothing()
    {
        await Build();
        _workspace.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up.");
        var before = _workspace.Snapshot("generated");
        var result = await Build("-p:MissiveCodegen=check");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
        Assert.All(
            before.Where(f => f.Value.Contains("Get one book.", StringComparison.Ordinal)),
            f => Assert.Contains($"{Path.GetFileName(f.Key)} is out of date.", result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADesignTimeBuildWritesNothing()
    {
        var result = await Build("-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");

        Assert.Equal(0, result.ExitCode);
        Assert.False(Directory.Exists(_workspace.PathOf("generated")));
    }

    public void Dispose() => _workspace.Dispose();

    /// <summary>The lines that tell an error, each once, for the summary tells them again.</summary>
    private static List<string> ErrorsOf(CommandResult result) =>
        [.. result.Output.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal) && !l.Contains("Error(s)", StringComparison.Ordinal)).Select(l => l.Trim()).Distinct(StringComparer.Ordinal)];

    /// <summary>Builds the project; what it refers to was built with the tests, so only one test looks at that again.</summary>
    private Task<CommandResult> Build(params string[] arguments)
    {
        var again = File.Exists(_workspace.PathOf("app/obj/project.assets.json"));
        return Command.Build(_workspace.PathOf("app"), ["-p:BuildProjectReferences=false", .. again ? ["--no-restore"] : Array.Empty<string>(), .. arguments]);
    }
}
