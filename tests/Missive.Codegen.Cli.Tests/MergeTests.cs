using Xunit;

namespace Missive.Codegen.Cli.Tests;

/// <summary>What a merge brings was made elsewhere, and is nobody's edit.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly Workspace _ours = new();
    private readonly Workspace _theirs = new();

    public MergeTests()
    {
        foreach (var workspace in new[] { _ours, _theirs })
        {
            workspace.Write("manifest/guide.yaml", "title: Library\nintroduction: Books.\nsections: [{title: Books, content: [{signatures: [get_book]}]}]\n");
        }
    }

    [Fact]
    public async Task GeneratedFilesOfAnotherBranchAreNotEditedByHand()
    {
        await Generate(_ours);
        _theirs.Replace("manifest/functions/books.yaml", "Remove one book.", "Take one book away.");
        _theirs.Replace("manifest/guide.yaml", "Books.", "All books.");
        await Generate(_theirs);

        // Both changed something, and of the guide and the tool list git took the other side as a whole.
        _ours.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up.");
        await Generate(_ours);
        _ours.Replace("manifest/functions/books.yaml", "Remove one book.", "Take one book away.");
        _ours.Replace("manifest/guide.yaml", "Books.", "All books.");
        foreach (var file in new[] { "docs/library.md", "schemas/tools.json", "schemas/get_book.schema.json", "docs/functions/delete_book.md", "docs/functions/get_book.md" })
        {
            _ours.Write("generated/" + file, _theirs.Read("generated/" + file));
        }

        var check = await Command.Tool(_ours.Root, "check");
        var result = await Generate(_ours);
        Assert.Contains("docs/functions/get_book.md is out of date.", check.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("by hand", check.Errors, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Errors);
        Assert.Equal(0, (await Command.Tool(_ours.Root, "check")).ExitCode);
    }

    [Fact]
    public async Task WhatDiffersAfterTheLastFileWasRemovedIsNotEditedByHand()
    {
        _ours.Write("manifest/types/zzz.yaml", "types: [{name: Last, description: Last., source: documented, fields: [{name: id, type: string, description: ID.}]}]\n");
        await Generate(_ours);
        File.Delete(_ours.PathOf("manifest/types/zzz.yaml"));
        File.Delete(_ours.PathOf("generated/csharp/types/zzz.g.cs"));
        _ours.Replace("generated/schemas/tools.json", "Get one book.", "Look one book up.");

        Assert.DoesNotContain("by hand", (await Generate(_ours)).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGuideThatCameWithItsProseIsNotEditedByHand()
    {
        await Generate(_ours);
        _theirs.Replace("manifest/guide.yaml", "Books.", "All books.");
        await Generate(_theirs);

        // Of all that is generated, prose changes the guide alone.
        foreach (var file in new[] { "manifest/guide.yaml", "generated/docs/library.md" })
        {
            _ours.Write(file, _theirs.Read(file));
        }

        _ours.Replace("manifest/guide.yaml", "All books.", "All the books.");
        _ours.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up.");
        var result = await Generate(_ours);
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task WhatMayHaveComeWithATemplateIsNotEditedByHand()
    {
        _ours.Write("templates/docs/guide.md.scriban", "{{ manifest.description | md.text }}\n");
        await Command.Tool(_ours.Root, "generate", "--templates", "templates");

        // A template may show in the guide what nothing else shows.
        _ours.Replace("manifest/library.yaml", "Books to lend.", "Books to borrow.");
        _ours.Write("generated/docs/library.md", "Books to read.\n");
        Assert.Empty((await Command.Tool(_ours.Root, "generate", "--templates", "templates")).Errors);
    }

    [Fact]
    public async Task ConflictMarksAreNoEditEither()
    {
        await Generate(_ours);
        _theirs.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up.");
        await Generate(_theirs);
        _ours.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up, or none.");
        foreach (var file in _ours.Snapshot("generated").Keys)
        {
            // The lines in which the two sides differ, as git leaves them.
            var ours = _ours.Read(file).Split('\n');
            var theirs = _theirs.Read(file).Split('\n');
            _ours.Write(file, string.Join('\n', ours.Zip(theirs, (a, b) => a == b ? a : $"<<<<<<< ours\n{a}\n=======\n{b}\n>>>>>>> theirs")));
        }

        var result = await Generate(_ours);
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Errors);
        Assert.DoesNotContain(_ours.Snapshot("generated").Values, text => text.Contains("<<<<<<<", StringComparison.Ordinal));
        Assert.Equal(0, (await Command.Tool(_ours.Root, "check")).ExitCode);
    }

    [Fact]
    public async Task AFileThatSaysOfItselfThatItWasGeneratedIsStaleWhateverTheInputsSay()
    {
        await Generate(_ours);
        _theirs.Replace("manifest/functions/books.yaml", "Get one book.", "Look one book up.");
        await Generate(_theirs);
        _ours.Write("generated/docs/functions/get_book.md", _theirs.Read("generated/docs/functions/get_book.md"));
        var result = await Generate(_ours);

        Assert.Empty(result.Errors);
        Assert.Contains("0 new, 1 changed, 0 removed", result.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _ours.Dispose();
        _theirs.Dispose();
    }

    private static Task<CommandResult> Generate(Workspace workspace) => Command.Tool(workspace.Root, "generate");
}
