using System.Collections.Immutable;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using Missive.Codegen.Validation;

namespace Missive.Codegen.SourceGenerator;

/// <summary>What only shows when all files are seen together, with the paths that messages show.</summary>
/// <param name="All">The problems and their files.</param>
internal sealed record CrossFileDiagnostics(EquatableArray<(ManifestDiagnostic Diagnostic, string Path)> All)
{
    public static CrossFileDiagnostics Of(ImmutableArray<LocatedFile> files)
    {
        if (files.IsEmpty)
        {
            return new(default(EquatableArray<(ManifestDiagnostic, string)>));
        }

        var paths = files.ToDictionary(f => f.Read.Path, f => f.FullPath, StringComparer.Ordinal);
        var diagnostics = ManifestChecker.CheckAcross([.. files.Select(f => f.Read)]);
        return new(diagnostics.Select(d => (d, paths.TryGetValue(d.Path, out var path) ? path : d.Path)).ToEquatableArray());
    }
}
