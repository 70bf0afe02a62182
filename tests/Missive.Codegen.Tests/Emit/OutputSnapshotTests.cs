using System.Reflection;
using Missive.Codegen.Emit;
using Missive.Codegen.Tests.Emit.Support;
using VerifyXunit;
using Xunit;

namespace Missive.Codegen.Tests.Emit;

/// <summary>Every output of the library, pinned: one method a kind, named after it.</summary>
public class OutputSnapshotTests
{
    [Fact]
    public Task Csharp_functions() => Verify("csharp-functions", "cs", "// ");

    [Fact]
    public Task Csharp_types() => Verify("csharp-types", "cs", "// ");

    [Fact]
    public Task Csharp_registry() => Verify("csharp-registry", "cs", "// ");

    [Fact]
    public Task Lua() => Verify("lua", "lua", "-- ");

    [Fact]
    public Task Lua_annotations() => Verify("lua-annotations", "lua", "-- ");

    [Fact]
    public Task Guide() => Verify("guide", "md", "");

    [Fact]
    public Task Function_pages() => Verify("function-pages", "md", "");

    [Fact]
    public Task Function_index() => Verify("function-index", "md", "");

    [Fact]
    public Task Argument_schemas() => Verify("argument-schemas", "jsonc", "// ");

    [Fact]
    public Task Tool_list() => Verify("tool-list", "json", "");

    [Fact]
    public void Every_output_has_a_snapshot()
    {
        var pinned = typeof(OutputSnapshotTests).GetMethods()
            .Where(m => m.ReturnType == typeof(Task) && m.GetCustomAttribute<FactAttribute>() is not null)
            .Select(m => m.Name.Replace('_', '-').ToLowerInvariant())
            .ToList();

        Assert.Empty(OutputCatalog.All.Select(k => k.Name).Except(pinned).Select(name => $"The output '{name}' has no snapshot: add a test of its name to this class."));
        Assert.Empty(pinned.Except(OutputCatalog.All.Select(k => k.Name)).Select(name => $"There is no output '{name}': remove its test and its snapshot."));
        Assert.All(OutputCatalog.All, k => Assert.Single(Directory.GetFiles(ManifestFolder.PathOf(""), $"OutputSnapshotTests.{char.ToUpperInvariant(k.Name[0])}{k.Name[1..].Replace('-', '_')}.verified.*")));
    }

    /// <summary>The files of one kind, one after the other; each begins with its path where there are several.</summary>
    private static Task Verify(string kind, string extension, string comment)
    {
        var files = ManifestFolder.Library.Check().Render(kind);
        var text = files.Count == 1 ? files[0].Text : string.Join("\n", files.Select(f => $"{comment}==== {f.Path} ====\n\n{f.Text}"));
        return Verifier.Verify(text, extension, ManifestFolder.PathOf("OutputSnapshotTests.cs"));
    }
}
