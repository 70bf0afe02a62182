using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Missive.Codegen.SourceGenerator.Tests.Support;

/// <summary>Compiles what was generated.</summary>
internal static class GeneratedCode
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Missive.Codegen.Runtime.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly Dictionary<string, SyntaxTree> Trees = [];

    /// <summary>Fails on every error, and on every warning of code that enables nullable references and documents what is public.</summary>
    public static void AssertCompiles(GeneratorRun run)
    {
        var compilation = CSharpCompilation.Create(
            "Generated",
            run.Steps.GeneratedSources.Select(s => Parse(s.HintName, s.SourceText.ToString())),
            References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        var problems = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()).ToList();
        Assert.True(problems.Count == 0, $"After {string.Join("; ", run.Problems)}: {string.Join("\n", problems.Take(10))}");
    }

    /// <summary>Most files of one test are those of the one before.</summary>
    private static SyntaxTree Parse(string name, string text)
    {
        lock (Trees)
        {
            if (!Trees.TryGetValue(text, out var tree))
            {
                Trees.Add(text, tree = CSharpSyntaxTree.ParseText(text, Options, name, Encoding.UTF8));
            }

            return tree;
        }
    }
}
