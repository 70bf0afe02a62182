using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;

namespace Missive.Codegen.Validation;

/// <summary>A manifest as far as it is sound, and every problem of every file.</summary>
/// <param name="Manifest">The sound part; null when there is no root file to start from.</param>
/// <param name="Diagnostics">All problems, by file and place.</param>
public sealed record CheckedManifest(Manifest? Manifest, EquatableArray<ManifestDiagnostic> Diagnostics)
{
    /// <summary>Whether a problem stops the generation.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}

/// <summary>Puts the files of a manifest together and checks them.</summary>
public static class ManifestChecker
{
    /// <summary>Checks all files of one manifest; their order does not matter.</summary>
    public static CheckedManifest Check(IEnumerable<ReadFile> files)
    {
        var read = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var diagnostics = read.SelectMany(f => f.Diagnostics).ToList();
        var root = FindRoot(read);
        var types = Contents<TypeFile>(read).ToEquatableArray();
        var catalog = new TypeCatalog(types);
        diagnostics.AddRange(CheckAcross(read, root, catalog));
        var sound = new List<FunctionFile>();
        foreach (var file in Contents<FunctionFile>(read))
        {
            var (soundFile, problems) = FunctionFileValidator.Validate(file, catalog, root);
            sound.Add(soundFile);
            diagnostics.AddRange(problems);
        }

        bool IsUsable(TypeDefinition type) => catalog.IsUsable(type.Name);
        var soundTypes = types.Select(f => f.Types.All(IsUsable) ? f : f with { Types = f.Types.Where(IsUsable).ToEquatableArray() }).ToEquatableArray();
        var manifest = root is null ? null : new Manifest(root, InOrderOf(root, sound), soundTypes, Contents<GuideFile>(read).FirstOrDefault());
        return new(manifest, Sort(diagnostics).ToEquatableArray());
    }

    /// <summary>What only shows when all files are seen together; the types among it, which all refer to each other.</summary>
    internal static List<ManifestDiagnostic> CheckAcross(IReadOnlyList<ReadFile> files)
    {
        var read = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        return CheckAcross(read, FindRoot(read), new(Contents<TypeFile>(read).ToEquatableArray()));
    }

    private static List<ManifestDiagnostic> CheckAcross(List<ReadFile> read, RootFile? root, TypeCatalog catalog)
    {
        var diagnostics = new List<ManifestDiagnostic>();
        CheckRoots(read, diagnostics);
        var types = Contents<TypeFile>(read).ToList();
        var circular = CircularTypes.Find(catalog);
        foreach (var file in types)
        {
            diagnostics.AddRange(TypeFileValidator.Validate(file, catalog, circular, root));
        }

        diagnostics.AddRange(CrossFileValidator.Validate(root, [.. Contents<FunctionFile>(read)], types, Contents<GuideFile>(read).FirstOrDefault(), catalog));
        return diagnostics;
    }

    /// <summary>The function files in the order of the root's groups, without files that no group owns.</summary>
    internal static EquatableArray<FunctionFile> InOrderOf(RootFile root, IEnumerable<FunctionFile> files)
    {
        var owned = files.Where(f => string.Equals(FileKinds.NameOf(f.Path), f.Group, StringComparison.Ordinal)).ToLookup(f => f.Group, StringComparer.Ordinal);
        return root.Groups.Select(g => g.Name).Distinct(StringComparer.Ordinal).SelectMany(name => owned[name]).ToEquatableArray();
    }

    private static IEnumerable<T> Contents<T>(IEnumerable<ReadFile> files)
        where T : ManifestFile => files.Select(f => f.Content).OfType<T>();

    private static RootFile? FindRoot(IReadOnlyList<ReadFile> files) => Contents<RootFile>(files).ToList() is [var root] ? root : null;

    private static void CheckRoots(IReadOnlyList<ReadFile> files, List<ManifestDiagnostic> diagnostics)
    {
        var roots = files.Where(f => FileKinds.Of(f.Path) == FileKind.Root).ToList();
        if (roots.Count != 1)
        {
            diagnostics.Add(ManifestDiagnostic.At(
                DiagnosticRules.MissingRoot, roots.Count == 0 ? "." : roots[1].Path, SourceSpan.FileStart,
                roots.Count == 0
                    ? "The manifest has no root file: one <name>.yaml with schema_version, name, groups and so on. See docs/manifest.md."
                    : $"The manifest has {roots.Count} root files ({string.Join(", ", roots.Select(r => r.Path))}); it has exactly one beside guide.yaml."));
        }
    }

    private static IEnumerable<ManifestDiagnostic> Sort(IEnumerable<ManifestDiagnostic> diagnostics) => diagnostics
        .OrderBy(d => d.Path, StringComparer.Ordinal)
        .ThenBy(d => d.Line)
        .ThenBy(d => d.Column)
        .ThenBy(d => d.Rule.Id, StringComparer.Ordinal);
}
