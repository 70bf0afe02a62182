using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

public sealed class ToolRegistryTests
{
    [Theory]
    [InlineData("update_book")]
    [InlineData("change_book")]
    [InlineData("library.update_book")]
    [InlineData("library.library_update_book")]
    [InlineData("library.change_book")]
    public void AToolIsFoundByEachOfItsNames(string name)
    {
        Assert.True(LibraryTools.Registry.TryGet(name, out var tool));
        Assert.Equal("update_book", tool.Name);
        Assert.Same(UpdateBookTool.ToolDefinition, LibraryTools.Registry.GetDefinition(name));
        Assert.IsType<UpdateBookTool>(LibraryTools.Registry.Create(name, new RecordingInvoker()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("library")]
    [InlineData("library.")]
    [InlineData("library.library_")]
    [InlineData("other.update_book")]
    [InlineData("UPDATE_BOOK")]
    public void OtherNamesAreUnknown(string name) => Assert.False(LibraryTools.Registry.TryGet(name, out _));

    [Theory]
    [InlineData("updat_book", "update_book")]
    [InlineData("library.library_list_loan", "list_loans")]
    [InlineData("loans", "list_loans")]
    public void AnUnknownNameNamesTheNearestFirst(string name, string nearest)
    {
        var error = Assert.Throws<UnknownToolException>(() => LibraryTools.Registry.Get(name));

        Assert.Equal(name, error.ToolName);
        Assert.Equal(nearest, error.Suggestions[0]);
        Assert.Contains(nearest, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameThatResemblesNothingSuggestsNothing()
        => Assert.Empty(Assert.Throws<UnknownToolException>(() => LibraryTools.Registry.Get("xyzzy")).Suggestions);

    [Fact]
    public void DefinitionsAreMadeWhenTheyAreFirstAskedFor()
    {
        var made = 0;
        var registry = new ToolRegistry("library", [new("a", () => { made++; return UpdateBookTool.ToolDefinition; }, static invoker => new UpdateBookTool(invoker))]);

        Assert.Equal("a", registry.Tools[0].Name);
        Assert.True(registry.TryGet("a", out _));
        Assert.Equal(0, made);
        registry.GetDefinition("a");
        registry.GetDefinition("a");
        Assert.Equal(1, made);
    }

    [Fact]
    public void TwoToolsOfOneNameAreRefused()
        => Assert.Throws<ArgumentException>(() => new ToolRegistry("library",
        [
            new("a", static () => UpdateBookTool.ToolDefinition, static invoker => new UpdateBookTool(invoker)),
            new("b", static () => UpdateBookTool.ToolDefinition, static invoker => new UpdateBookTool(invoker)) { Aliases = ["a"] },
        ]));
}
