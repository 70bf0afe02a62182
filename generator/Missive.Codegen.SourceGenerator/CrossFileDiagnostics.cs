using System.Collections.Immutable;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using Missive.Codegen.Validation;

namespace Missive.Codegen.SourceGenerator;

/// <summary>What only shows when all files are seen together, with the paths that messages show.</summary>
/// <param name="All">The problems and their files.</param>
internal sealed record CrossFileDiagnostics(EquatableArray<(ManifestDiagnostic Diagnostic, string Path)> All)
{
    /// <summary>The problems of types, which no function file has to do with.</summary>
    public static CrossFileDiagnostics OfTypes(ImmutableArray<LocatedFile> files) => Of(files, ManifestChecker.CheckTypes);

    /// <summary>The problems between all files.</summary>
    public static CrossFileDiagnostics OfAll(ImmutableArray<LocatedFile> files, TypeCatalog catalog, ClassClashes clashes) => Of(files, read => ManifestChecker.CheckAcross(read, catalog, clashes));

    private static CrossFileDiagnostics Of(ImmutableArray<LocatedFile> files, Func<IReadOnlyList<ReadFile>, List<ManifestDiagnostic>> check)
    {
        if (files.IsEmpty)
        {
            return new(default(EquatableArray<(ManifestDiagnostic, string)>));
        }

        var paths = files.ToDictionary(f => f.Read.Path, f => f.FullPath, StringComparer.Ordinal);
        var diagnostics = check([.. files.Select(f => f.Read)]);
        return new(diagnostics.Select(d => (d, paths.TryGetValue(d.Path, out var path) ? path : d.Path)).ToEquatableArray());
    }
}
