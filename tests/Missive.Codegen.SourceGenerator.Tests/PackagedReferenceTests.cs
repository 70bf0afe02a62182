using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace Missive.Codegen.SourceGenerator.Tests;

/// <summary>
/// The compiler host supplies what an assembly of a generator refers to, or the generator does not load. A build on the
/// command line never shows it, for the shared framework serves whatever version is asked for; an editor does.
/// </summary>
public sealed class PackagedReferenceTests
{
    private static readonly string[] HandedToTheCompiler = ["Missive.Codegen.SourceGenerator", "Missive.Codegen", "Scriban.Signed", "YamlDotNet"];

    /// <summary>What a compiler of the oldest supported version brings along, at the newest version that may be asked for.</summary>
    private static readonly Dictionary<string, Version> SuppliedByTheHost = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(5, 0, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(5, 0, 0, 0),
        ["Microsoft.CSharp"] = new(4, 0, 5, 0),
        ["System.Collections.Immutable"] = new(9, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(9, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 5, 0),
        ["System.Buffers"] = new(4, 0, 5, 0),
        ["System.Numerics.Vectors"] = new(4, 1, 6, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 3, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 4, 0),
        ["System.Text.Json"] = new(10, 0, 0, 0),
        ["System.Text.Encodings.Web"] = new(9, 0, 0, 0),
        ["Microsoft.Bcl.AsyncInterfaces"] = new(9, 0, 0, 0),
    };

    public static TheoryData<string> Assemblies => [.. HandedToTheCompiler];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void EveryReferenceIsSuppliedByTheCompilerOrBySomethingBesideIt(string assembly)
    {
        var foreign = ReferencesOf(assembly)
            .Where(r => !HandedToTheCompiler.Contains(r.Name) && !(SuppliedByTheHost.TryGetValue(r.Name, out var newest) && r.Version <= newest))
            .Select(r => $"{r.Name} {r.Version}");

        Assert.Empty(foreign);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void EveryAssemblyStandsBesideTheGenerator(string assembly) => Assert.True(File.Exists(PathOf(assembly)));

    private static IReadOnlyList<(string Name, Version Version)> ReferencesOf(string assembly)
    {
        using var stream = File.OpenRead(PathOf(assembly));
        using var pe = new PEReader(stream);
        var metadata = pe.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(r => (metadata.GetString(r.Name), r.Version))];
    }

    /// <summary>The netstandard2.0 build that the targets hand over, and not what a test project would load in its place.</summary>
    private static string PathOf(string assembly)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Missive.Codegen.SourceGenerator", configuration, assembly + ".dll"));
    }
}
