using Xunit;

namespace Missive.Codegen.Cli.Tests;

public sealed class GenerateTests : IDisposable
{
    private readonly Workspace _workspace = new();

    [Fact]
    public async Task TheSecondRunChangesNothingAndSaysSo()
    {
        var first = await Generate();
        var before = _workspace.Snapshot("generated");
        var times = Times();
        var second = await Generate();

        Assert.Equal(0, first.ExitCode);
        Assert.Contains(" 0 changed, 0 removed, 0 unchanged.", first.Output, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.StartsWith("Nothing to do: all ", second.Output, StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
        Assert.Equal(times, Times());
    }

    [Fact]
    public async Task ADescriptionChangesExactlyTheFilesThatMentionIt()
    {
        await Generate();
        var before = _workspace.Snapshot("generated");
        _workspace.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up.");
        await Generate();

        var after = _workspace.Snapshot("generated");
        Assert.Equal(before.Keys.Where(p => before[p].Contains("Get one book.", StringComparison.Ordinal)).Order(StringComparer.Ordinal), Workspace.Changed(before, after));
        Assert.DoesNotContain(after.Values, text => text.Contains("Get one book.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADeletedFunctionLeavesNothingBehind()
    {
        await Generate();
        var text = _workspace.Read("manifest/functions/books.yaml");
        _workspace.Write("manifest/functions/books.yaml", text[..text.IndexOf("  - name: delete_book", StringComparison.Ordinal)]);
        var result = await Generate();

        Assert.Contains("removed  docs/functions/delete_book.md", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_workspace.Snapshot("generated"), f => f.Key.Contains("delete_book", StringComparison.Ordinal) || f.Value.Contains("delete_book", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARenamedFunctionLeavesNothingStale()
    {
        await Generate();
        _workspace.Replace("manifest/functions/books.yaml", "name: delete_book", "name: discard_book");
        await Generate();

        Assert.True(_workspace.Has("generated/docs/functions/discard_book.md"));
        Assert.DoesNotContain(_workspace.Snapshot("generated"), f => f.Key.Contains("delete_book", StringComparison.Ordinal) || f.Value.Contains("delete_book", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnEditedFileIsMadeAgainAndReported()
    {
        await Generate();
        var before = _workspace.Snapshot("generated");
        _workspace.Replace("generated/docs/functions/get_book.md", "Get one book.", "Mine.");
        var result = await Generate();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"{Path.Combine("generated", "docs/functions/get_book.md")}(1,1): warning MSV905: This generated file was edited by hand", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
    }

    [Fact]
    public async Task AFileCheckedOutWithOtherLineEndsIsNoEditByHand()
    {
        await Generate();
        var page = _workspace.PathOf("generated/docs/functions/get_book.md");
        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken)).ReplaceLineEndings("\r\n"), TestContext.Current.CancellationToken);
        var result = await Generate();

        Assert.Contains("changed  docs/functions/get_book.md", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task ASlashBehindTheFolderMakesItNoOtherFolder()
    {
        await Generate();
        _workspace.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up.");
        var result = await Command.Tool(_workspace.Root, "generate", "--manifest", "manifest/", "--output", "generated/");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("Look one book up.", _workspace.Read("generated/docs/functions/get_book.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatARunThatFailedInTheMiddleWroteIsStillOurs()
    {
        // A folder in the place of a file is found only when the file is put there.
        Directory.CreateDirectory(_workspace.PathOf("generated/schemas/tools.json"));
        var failed = await Generate();
        Directory.Delete(_workspace.PathOf("generated/schemas/tools.json"));
        _workspace.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up.");
        var result = await Generate();

        Assert.Equal(1, failed.ExitCode);
        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal(0, (await Command.Tool(_workspace.Root, "check")).ExitCode);
    }

    [Fact]
    public async Task AnExampleAsDeepAsTheReaderAllowsIsWritten()
    {
        const int Depth = 50;
        _workspace.Replace("manifest/types/books.yaml", "      - {name: title,", "      - {name: sequel, type: Book, description: The next one.}\n      - {name: title,");
        _workspace.Replace(
            "manifest/functions/books.yaml", "request: GET /books/{book_id}\n    parameters:\n",
            "request: GET /books/{book_id}\n    parameters:\n      - {name: like, type: Book, description: One that it resembles., in: query}\n");
        var deep = string.Concat(Enumerable.Repeat("{sequel: ", Depth)) + "{id: b9}" + new string('}', Depth);
        _workspace.Replace("manifest/functions/books.yaml", "{title: Get a book, args: {book_id: b1}}", $"{{title: Get a book, args: {{book_id: b1, like: {deep}}}}}");
        var result = await Generate();

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal(Depth, _workspace.Read("generated/docs/functions/get_book.md").Split("Sequel = new()").Length - 1);
    }

    [Fact]
    public async Task AForeignFileIsNeverTouched()
    {
        _workspace.Write("generated/schemas/tools.json", "mine");
        _workspace.Write("generated/notes.txt", "mine too");
        var refused = await Generate();

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("error MSV904", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", _workspace.Read("generated/schemas/tools.json"));
        Assert.Equal(2, _workspace.Snapshot("generated").Count);

        File.Delete(_workspace.PathOf("generated/schemas/tools.json"));
        var result = await Generate();
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Left alone, for they are not generated: notes.txt.", result.Output, StringComparison.Ordinal);
        Assert.Equal("mine too", _workspace.Read("generated/notes.txt"));
    }

    [Fact]
    public async Task AFileInThePlaceOfAFolderIsNamed()
    {
        _workspace.Write("generated/docs", "somebody's own");
        var result = await Command.Tool(_workspace.Root, "generate");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"'{_workspace.PathOf("generated/docs")}'", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", result.Errors, StringComparison.Ordinal);
        Assert.Equal("somebody's own", _workspace.Read("generated/docs"));
        Assert.Equal(["generated/docs"], Directory.EnumerateFiles(_workspace.PathOf("generated"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(_workspace.Root, path)));
    }

    [Fact]
    public async Task TheListNeverReachesOutOfTheFolder()
    {
        await Generate();
        _workspace.Write("precious.txt", "keep");
        _workspace.Write("generated/files.txt", "../precious.txt\n<<<<<<< ours\nnul\0\n" + _workspace.Read("generated/files.txt"));
        var result = await Generate();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("keep", _workspace.Read("precious.txt"));
        Assert.DoesNotContain("precious", _workspace.Read("generated/files.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrokenManifestReportsEverythingAndLeavesGeneratedUntouched()
    {
        await Generate();
        var before = _workspace.Snapshot("generated");
        _workspace.Replace("manifest/functions/books.yaml", "operation: read", "operatoin: read");
        _workspace.Replace("manifest/types/books.yaml", "type: string, description: Title.", "type: strin, description: Title.");
        var result = await Generate();

        Assert.Equal(1, result.ExitCode);
        var lines = result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal($"{Path.Combine("manifest", "functions/books.yaml")}(4,5): error MSV007: 'operatoin' is not a key of a function. Did you mean 'operation'?", lines[0].TrimEnd());
        Assert.Contains("error MSV101: There is no type 'strin'. Did you mean 'string'?", lines[1], StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
    }

    [Fact]
    public async Task AnEditorGetsItsSchemaWhileTheFirstManifestIsStillBroken()
    {
        const string Schema = "manifest/manifest.schema.json";
        _workspace.Replace("manifest/functions/books.yaml", "operation: read", "operatoin: read");
        var check = await Command.Tool(_workspace.Root, "check");
        Assert.Equal(1, check.ExitCode);
        Assert.False(_workspace.Has(Schema));

        var broken = await Generate();
        Assert.Equal(1, broken.ExitCode);
        Assert.StartsWith("new      ", broken.Output, StringComparison.Ordinal);
        Assert.Single(broken.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(Directory.Exists(_workspace.PathOf("generated")));
        var schema = _workspace.Read(Schema);

        _workspace.Replace("manifest/functions/books.yaml", "operatoin: read", "operation: read");
        Assert.Equal(0, (await Generate()).ExitCode);
        Assert.Equal(schema, _workspace.Read(Schema));
        Assert.Contains("../manifest/manifest.schema.json\n", _workspace.Read("generated/files.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASchemaOfSomebodysOwnAndAFolderWithoutAManifestAreLeftAlone()
    {
        _workspace.Replace("manifest/functions/books.yaml", "operation: read", "operatoin: read");
        _workspace.Write("manifest/manifest.schema.json", "mine");
        Assert.Equal(1, (await Generate()).ExitCode);
        Assert.Equal("mine", _workspace.Read("manifest/manifest.schema.json"));

        Directory.CreateDirectory(_workspace.PathOf("elsewhere"));
        Assert.Equal(1, (await Command.Tool(_workspace.Root, "generate", "--manifest", "elsewhere")).ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_workspace.PathOf("elsewhere")));
    }

    [Fact]
    public async Task AManifestWithoutFunctionsIsAnErrorAndRemovesNothing()
    {
        await Generate();
        var before = _workspace.Snapshot("generated");
        _workspace.Write("manifest/functions/books.yaml", "group: books\nfunctions: []\n");
        _workspace.Write("manifest/types/books.yaml", "types: []\n");
        var result = await Generate();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error MSV903", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
    }

    [Fact]
    public async Task RunsAtTheSameTimeDoNotDisturbEachOther()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Generate()));

        Assert.All(results, r => Assert.Equal(0, r.ExitCode));
        Assert.Single(results, r => r.Output.Contains("new", StringComparison.Ordinal));
        Assert.Equal(0, (await Command.Tool(_workspace.Root, "check")).ExitCode);
        Assert.DoesNotContain(_workspace.Snapshot("generated").Keys, p => p.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnOverriddenTemplateIsUsedAndItsErrorStandsAtItsOwnPlace()
    {
        _workspace.Write("templates/docs/functions.md.scriban", "{{ for f in functions }}{{ f.name | md.text }}\n{{ end }}");
        var result = await Command.Tool(_workspace.Root, "generate", "--templates", "templates");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("get\\_book", _workspace.Read("generated/docs/functions.md").Replace("get_book", "get\\_book", StringComparison.Ordinal), StringComparison.Ordinal);

        var before = _workspace.Snapshot("generated");
        _workspace.Write("templates/docs/functions.md.scriban", "first line\n{{ manifest.titel | md.text }}\n");
        result = await Command.Tool(_workspace.Root, "generate", "--templates", "templates");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"{Path.Combine("templates", "docs/functions.md.scriban")}(2,", result.Errors, StringComparison.Ordinal);
        Assert.Contains("error MSV901", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
    }

    [Fact]
    public async Task AMistakeInATemplateOfManyFilesIsToldOnce()
    {
        _workspace.Write("templates/docs/function.md.scriban", "# {{ function.nmae | md.text }}\n");
        var result = await Command.Tool(_workspace.Root, "generate", "--templates", "templates");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            $"{Path.Combine("templates", "docs/function.md.scriban")}(1,15): error MSV901: The template docs/function.md.scriban fails: there is no member 'nmae' here. Did you mean 'name'? docs/templates.md lists them.",
            result.Errors.TrimEnd());
    }

    [Fact]
    public async Task AFileOfTheTemplateFolderThatIsNoTemplateIsAnError()
    {
        _workspace.Write("templates/docs/functions.md", "# Mine\n");
        _workspace.Write("templates/.gitkeep", "");
        _workspace.Write("templates/.idea/notes.txt", "");
        var result = await Command.Tool(_workspace.Root, "generate", "--templates", "templates");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            $"{Path.Combine("templates", "docs/functions.md")}(1,1): error MSV902: There is no template 'docs/functions.md' to override. Did you mean 'docs/functions.md.scriban'?",
            result.Errors.TrimEnd());
        Assert.False(Directory.Exists(_workspace.PathOf("generated")));
    }

    public void Dispose() => _workspace.Dispose();

    private Task<CommandResult> Generate() => Command.Tool(_workspace.Root, "generate");

    private Dictionary<string, DateTime> Times() => Directory
        .EnumerateFiles(_workspace.PathOf("generated"), "*", SearchOption.AllDirectories)
        .ToDictionary(p => p, File.GetLastWriteTimeUtc, StringComparer.Ordinal);
}
