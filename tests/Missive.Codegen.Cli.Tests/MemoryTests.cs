using System.Security.Cryptography;
using Xunit;

namespace Missive.Codegen.Cli.Tests;

/// <summary>What the tool remembers of its last run makes the next one faster and nothing else.</summary>
public sealed class MemoryTests : IDisposable
{
    private const string ToolList = "generated/schemas/tools.json";
    private const string Guide = "generated/docs/library.md";

    private readonly Workspace _workspace = new();

    public MemoryTests() => _workspace.Write("manifest/guide.yaml", """
        title: Library
        introduction: Books and their places.
        sections:
          - title: Books
            content:
              - signatures: [get_book]
        """);

    [Fact]
    public async Task GenerateBelievesItForWhatItLookedAtAndCheckNever()
    {
        await Generate();
        var before = HashOf(ToolList);
        _workspace.Replace(ToolList, "Get one book.", "Get two books.");
        _workspace.Replace(MemoryFile(), before, HashOf(ToolList));

        Assert.StartsWith("Nothing to do", (await Generate()).Output, StringComparison.Ordinal);
        var check = await Command.Tool(_workspace.Root, "check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains($"{Path.Combine("generated", "schemas/tools.json")} is out of date.", check.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("truncated")]
    [InlineData("empty")]
    [InlineData("binary")]
    [InlineData("of another engine")]
    [InlineData("of another folder")]
    [InlineData("a folder")]
    public async Task OneThatIsDamagedOrForeignIsAsGoodAsNone(string damage)
    {
        await Generate();
        var before = _workspace.Snapshot("generated");
        var memory = MemoryFile();
        await Damage(memory, damage);
        Assert.StartsWith("Nothing to do", (await Generate()).Output, StringComparison.Ordinal);

        await Damage(memory, damage);
        File.Delete(_workspace.PathOf("generated/schemas/get_book.schema.json"));
        _workspace.Replace("generated/docs/functions/get_book.md", "Get one book.", "Mine.");
        _workspace.Replace(ToolList, "Get one book.", "Mine.");
        var result = await Generate();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("0 new, 3 changed, 0 removed", result.Output, StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
    }

    [Theory]
    [InlineData("off")]
    [InlineData("manifest/library.yaml")]
    public async Task WithoutOneEverythingIsMadeAgain(string memory)
    {
        var place = memory == "off" ? memory : _workspace.PathOf(memory);
        await Command.GenerateWithMemory(_workspace.Root, place);
        var before = _workspace.Snapshot("generated");
        Assert.StartsWith("Nothing to do", (await Command.GenerateWithMemory(_workspace.Root, place)).Output, StringComparison.Ordinal);

        _workspace.Replace(ToolList, "Get one book.", "Mine.");
        var result = await Command.GenerateWithMemory(_workspace.Root, place);
        Assert.Contains("0 new, 1 changed, 0 removed", result.Output, StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
        Assert.False(_workspace.Has("off"));
        Assert.False(Directory.Exists(_workspace.PathOf(Workspace.MemoryFolder)));
    }

    [Fact]
    public async Task ATouchedFileIsNoEditedFile()
    {
        await Generate();
        File.SetLastWriteTimeUtc(_workspace.PathOf(ToolList), DateTime.UnixEpoch);
        File.SetLastWriteTimeUtc(_workspace.PathOf("manifest/library.yaml"), DateTime.UtcNow.AddDays(1));
        var result = await Generate();

        Assert.StartsWith("Nothing to do", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Errors);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(_workspace.PathOf(ToolList)));
    }

    [Theory]
    [InlineData(ToolList)]
    [InlineData("generated/lua/library.lua")]
    public async Task AChangeThatKeepsSizeAndTimeIsSeen(string file)
    {
        await Generate();
        var before = _workspace.Snapshot("generated");
        var time = File.GetLastWriteTimeUtc(_workspace.PathOf(file));
        _workspace.Replace(file, "get_book", "got_book");
        File.SetLastWriteTimeUtc(_workspace.PathOf(file), time);
        var result = await Generate();

        Assert.Contains("0 new, 1 changed, 0 removed", result.Output, StringComparison.Ordinal);
        Assert.Empty(Workspace.Changed(before, _workspace.Snapshot("generated")));
    }

    [Fact]
    public async Task AManifestChangeThatKeepsSizeAndTimeIsSeen()
    {
        await Generate();
        var time = File.GetLastWriteTimeUtc(_workspace.PathOf("manifest/functions/books.yaml"));
        _workspace.Replace("manifest/functions/books.yaml", "Get one book.", "Got one book.");
        File.SetLastWriteTimeUtc(_workspace.PathOf("manifest/functions/books.yaml"), time);
        await Generate();

        Assert.Contains("Got one book.", _workspace.Read(ToolList), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ToolList, "Get one book.")]
    [InlineData("generated/schemas/get_book.schema.json", "Book ID.")]
    [InlineData(Guide, "Books and their places.")]
    public async Task AnEditOfAFileThatCannotCarryAHashIsKnownByIt(string file, string words)
    {
        await Generate();
        _workspace.Replace(file, words, "Mine.");
        var check = await Command.Tool(_workspace.Root, "check");
        var generate = await Generate();

        Assert.Contains($"{Path.Combine("generated", file["generated/".Length..])} was edited by hand.", check.Errors, StringComparison.Ordinal);
        Assert.Contains($"{Path.GetFileName(file)}(1,1): warning MSV905: This generated file was edited by hand", generate.Errors, StringComparison.Ordinal);
        Assert.Contains(words, _workspace.Read(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ToolList, "Get one book.")]
    [InlineData("generated/schemas/get_book.schema.json", "Book ID.")]
    [InlineData("manifest/manifest.schema.json", "A file")]
    [InlineData(Guide, "Books and their places.")]
    public async Task SuchAnEditIsKnownTooWhenTheManifestWasEditedWithIt(string file, string words)
    {
        await Generate();
        _workspace.Replace(file, words, "Mine.");
        _workspace.Replace("manifest/functions/books.yaml", "Remove one book.", "Take one book away.");
        var generate = await Generate();

        Assert.Contains($"{Path.GetFileName(file)}(1,1): warning MSV905: This generated file was edited by hand; it has been made again.", generate.Errors, StringComparison.Ordinal);
        Assert.Single(generate.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(words, _workspace.Read(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralSuchEditsAreAllKnown()
    {
        await Generate();
        _workspace.Replace(ToolList, "Get one book.", "Mine.");
        _workspace.Replace("generated/schemas/get_book.schema.json", "Book ID.", "Mine.");
        _workspace.Replace("manifest/functions/books.yaml", "Remove one book.", "Take one book away.");

        Assert.Equal(2, (await Generate()).Errors.Split("warning MSV905").Length - 1);
    }

    [Fact]
    public async Task AnEditedSchemaOfAFunctionThatIsRemovedIsKnownToo()
    {
        await Generate();
        _workspace.Replace("generated/schemas/delete_book.schema.json", "Book ID.", "Mine.");
        _workspace.Replace("manifest/functions/books.yaml", "name: delete_book", "name: discard_book");

        Assert.Contains(
            "delete_book.schema.json(1,1): warning MSV905: This generated file was edited by hand; it is removed, for the manifest no longer has it.",
            (await Generate()).Errors, StringComparison.Ordinal);
        Assert.False(_workspace.Has("generated/schemas/delete_book.schema.json"));
    }

    [Fact]
    public async Task WarningsOfTheManifestAreSaidAgainWhenNothingChanged()
    {
        _workspace.Replace("manifest/functions/books.yaml", "      - {title: Remove another, args: {book_id: b2}}", "");
        await Generate();
        var second = await Generate();

        Assert.StartsWith("Nothing to do", second.Output, StringComparison.Ordinal);
        Assert.Contains("warning MSV106", second.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _workspace.Dispose();

    private Task<CommandResult> Generate() => Command.Tool(_workspace.Root, "generate");

    private string MemoryFile() =>
        Path.GetRelativePath(_workspace.Root, Assert.Single(Directory.EnumerateFiles(_workspace.PathOf(Workspace.MemoryFolder))));

    private string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_workspace.PathOf(path))));

    private async Task Damage(string memory, string damage)
    {
        var path = _workspace.PathOf(memory);
        var text = File.Exists(path) ? _workspace.Read(memory) : "";
        switch (damage)
        {
            case "truncated":
                _workspace.Write(memory, text[..(text.Length / 2)]);
                break;
            case "empty":
                _workspace.Write(memory, "");
                break;
            case "binary":
                await File.WriteAllBytesAsync(path, [0, 255, 254, 10, 13, 0], TestContext.Current.CancellationToken);
                break;
            case "of another engine":
                _workspace.Replace(memory, text.Split('\n')[0], $"engine {Guid.Empty} {Guid.Empty}");
                break;
            case "of another folder":
                using (var other = new Workspace())
                {
                    other.Replace("manifest/functions/books.yaml", "Get one book.", "Get a book.");
                    await Command.Tool(other.Root, "generate");
                    File.Copy(Directory.EnumerateFiles(other.PathOf(Workspace.MemoryFolder)).Single(), path, overwrite: true);
                }

                break;
            default:
                // Which no run can replace.
                if (File.Exists(path))
                {
                    File.Delete(path);
                }

                Directory.CreateDirectory(path);
                break;
        }
    }
}
