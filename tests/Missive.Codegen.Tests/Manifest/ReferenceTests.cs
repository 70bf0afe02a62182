using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Missive.Codegen.Tests.Fixtures;
using Missive.Codegen.Validation;
using Xunit;

namespace Missive.Codegen.Tests.RealManifest;

/// <summary>The manifest says what the reference says, to the letter.</summary>
public sealed class ReferenceTests
{
    private static readonly CheckedManifest Checked = ManifestFolder.Missive.Check();
    private static readonly IReadOnlyList<FunctionDefinition> Functions = [.. Checked.Manifest!.Groups.SelectMany(g => g.Functions)];
    private static readonly Lazy<IReadOnlyDictionary<string, FunctionPage>> Pages = new(RenderPages);

    public static TheoryData<string> Names => [.. Reference.Functions.Select(f => f.Name)];

    [Fact]
    public void TheManifestHasNoProblem() => Assert.Empty(Checked.Diagnostics.Select(Describe.Full));

    [Fact]
    public void FunctionsHaveTheNamesAndTheOrderOfTheReference() =>
        Assert.Equal(Reference.Functions.Select(f => f.Name), Functions.Select(f => f.Name).Intersect(Reference.Functions.Select(f => f.Name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void AFunctionIsWhatTheReferenceSays(string name)
    {
        var expected = Reference.Functions.Single(f => f.Name == name);
        var actual = Functions.Single(f => f.Name == name);

        Assert.Equal(expected.Operation, actual.Operation);
        Assert.Equal(expected.Description, actual.Description);
        Assert.Equal(
            expected.Parameters.Select(p => (p.Name, p.Required, p.Description)),
            actual.Parameters.Select(p => (p.Name, p.Required, p.Description)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void APageShowsWhatTheReferenceSays(string name)
    {
        var expected = Reference.Functions.Single(f => f.Name == name);
        var page = Pages.Value[name];

        Assert.Equal(expected.Name, page.Title);
        Assert.Equal(expected.Description, page.Description);
        Assert.Equal(expected.Operation, page.Fact("Operation"));
        Assert.Equal(expected.LuaPath, page.Fact("Lua path"));
        Assert.Equal(expected.FullName, page.Fact("Full name"));
        Assert.Equal(expected.Parameters, page.Parameters);
    }

    [Fact]
    public void TheGuideEqualsTheReference()
    {
        var kind = OutputCatalog.All.Single(k => k.Name == "guide");

        var guide = Assert.Single(Render(kind));

        Assert.Equal(Reference.Guide, guide.Text);
        Assert.Equal("docs/missive.md", guide.Path);
    }

    [Fact]
    public void EveryReadHasAnExampleAndEveryWriteTwo() => Assert.All(Functions, function =>
        Assert.True(function.Examples.Count >= (function.Operation == "read" ? 1 : 2), $"{function.Name} has {function.Examples.Count} examples."));

    [Fact]
    public void EveryFunctionHasAnExampleThatSucceedsAndSaysWhatItSends() => Assert.All(Functions, function =>
    {
        // What the API does not document may be known to fail only.
        Assert.True(function.Effects.Undocumented || function.Examples.Any(e => e.Error is null), $"No example of {function.Name} succeeds.");
        Assert.All(function.Examples.Where(e => e.Error is null), e => Assert.True(e.Sends.Count > 0, $"'{e.Title}' of {function.Name} sends nothing."));
    });

    [Fact]
    public void EveryObjectThatIsSentIsTyped() => Assert.All(Functions.SelectMany(f => f.Parameters, (function, parameter) => (function, parameter)), p =>
    {
        // The generic functions take any object; that is what they are for.
        Assert.True(
            p.function.Name.StartsWith("api_", StringComparison.Ordinal) || p.parameter.Type.Name is not ("object" or "any" or "map"),
            $"{p.parameter.Name} of {p.function.Name} is any object.");
    });

    private static Dictionary<string, FunctionPage> RenderPages()
    {
        var kind = OutputCatalog.All.Single(k => k.Name == "function-pages");
        return Render(kind).ToDictionary(f => Path.GetFileNameWithoutExtension(f.Path), f => new FunctionPage(f.Text));
    }

    private static List<OutputFile> Render(OutputKind kind) =>
        [.. new ManifestRenderer().Render(Checked.Manifest!, [kind], CancellationToken.None).Select(r => r.File!)];
}
