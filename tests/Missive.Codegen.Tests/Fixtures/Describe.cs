using Missive.Codegen.Diagnostics;

namespace Missive.Codegen.Tests.Fixtures;

/// <summary>Diagnostics as short texts, for assertions that read well.</summary>
internal static class Describe
{
    /// <summary>Rule and place: <c>MSV007 functions/tasks.yaml:3</c>.</summary>
    public static string Place(ManifestDiagnostic diagnostic) => $"{diagnostic.Rule.Id} {diagnostic.Path}:{diagnostic.Line}";

    /// <summary>All of it, for a failing test's message.</summary>
    public static string Full(ManifestDiagnostic diagnostic) =>
        $"{diagnostic.Path}({diagnostic.Line},{diagnostic.Column}): {diagnostic.Rule.Id}: {diagnostic.Message}";
}
