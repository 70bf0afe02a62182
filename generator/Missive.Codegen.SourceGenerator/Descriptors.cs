using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Missive.Codegen.Diagnostics;

namespace Missive.Codegen.SourceGenerator;

/// <summary>The manifest's diagnostics as the compiler shows them.</summary>
internal static class Descriptors
{
    /// <summary>The property RepositoryUrl of the build, which the SDK writes into the assembly; null when it is not set.</summary>
    private static readonly string? Repository = typeof(Descriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "RepositoryUrl")?.Value;

    // The compiler needs no list of these in advance, and the ids, titles and pages are those of the engine's rules.
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = DiagnosticRules.All.ToDictionary(
        rule => rule.Id,
        rule => new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            messageFormat: "{0}",
            category: "Missive.Manifest",
            rule.Severity == RuleSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            helpLinkUri: rule.HelpLink(Repository)),
        StringComparer.Ordinal);

    public static Diagnostic ToRoslyn(ManifestDiagnostic diagnostic, string path)
    {
        var start = new LinePosition(Math.Max(0, diagnostic.Line - 1), Math.Max(0, diagnostic.Column - 1));
        var end = new LinePosition(Math.Max(start.Line, diagnostic.EndLine - 1), Math.Max(0, diagnostic.EndColumn - 1));
        var location = Location.Create(path, default, new LinePositionSpan(start, end < start ? start : end));
        return Diagnostic.Create(ById[diagnostic.Rule.Id], location, diagnostic.Message);
    }
}
