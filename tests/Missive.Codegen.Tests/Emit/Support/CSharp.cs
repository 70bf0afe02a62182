using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Missive.Codegen.Emit;
using Missive.Codegen.Runtime;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Support;

/// <summary>Compiles generated C# against the framework and the runtime library alone, as strictly as the compiler can.</summary>
internal static class CSharp
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll")
            .Append(typeof(Tool).Assembly.Location)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    /// <summary>Compiles the C# among these files; every warning fails the test, those of documentation comments among them.</summary>
    public static Compilation Compile(IEnumerable<OutputFile> files)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var trees = files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(f => CSharpSyntaxTree.ParseText(f.Text, Parse, f.Path, cancellationToken: cancellation));
        var options = new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999);
        var compilation = CSharpCompilation.Create("Generated", trees, References, options);

        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = compilation.Emit(assembly, xmlDocumentationStream: documentation, cancellationToken: cancellation);

        var problems = result.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Hidden).Take(20).ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
        return compilation;
    }

    /// <summary>What the compilation declares, one line a symbol.</summary>
    public static IReadOnlyList<string> Members(Compilation compilation)
    {
        var members = new List<string>();
        void Visit(INamespaceOrTypeSymbol container)
        {
            foreach (var member in container.GetMembers())
            {
                members.Add(member.ToDisplayString());
                if (member is INamespaceOrTypeSymbol inner)
                {
                    Visit(inner);
                }
            }
        }

        Visit(compilation.Assembly.GlobalNamespace);
        return [.. members.Order(StringComparer.Ordinal)];
    }
}
