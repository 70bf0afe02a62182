using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

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
        var root = FindRoot(read, diagnostics);
        var types = read.Select(f => f.Content).OfType<TypeFile>().ToEquatableArray();
        var functions = read.Select(f => f.Content).OfType<FunctionFile>().ToList();
        var guide = read.Select(f => f.Content).OfType<GuideFile>().FirstOrDefault();
        var catalog = new TypeCatalog(types);

        foreach (var file in types)
        {
            diagnostics.AddRange(TypeFileValidator.Validate(file, catalog, root));
        }

        var sound = new List<FunctionFile>();
        foreach (var file in functions)
        {
            var (soundFile, problems) = FunctionFileValidator.Validate(file, catalog, root);
            sound.Add(soundFile);
            diagnostics.AddRange(problems);
        }

        diagnostics.AddRange(CrossFileValidator.Validate(root, functions, types, guide, catalog));
        var manifest = root is null ? null : new Manifest(root, InOrderOf(root, sound), types, guide);
        return new(manifest, Sort(diagnostics).ToEquatableArray());
    }

    /// <summary>The function files in the order of the root's groups; files of no group at the end.</summary>
    internal static EquatableArray<FunctionFile> InOrderOf(RootFile root, IEnumerable<FunctionFile> files)
    {
        var order = root.Groups.Select((g, i) => (g.Name, i)).GroupBy(g => g.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().i, StringComparer.Ordinal);
        return files.Where(f => order.ContainsKey(f.Group)).OrderBy(f => order[f.Group]).ThenBy(f => f.Path, StringComparer.Ordinal).ToEquatableArray();
    }

    internal static RootFile? FindRoot(IReadOnlyList<ReadFile> files, List<ManifestDiagnostic> diagnostics)
    {
        var roots = files.Where(f => Reading.FileKinds.Of(f.Path) == Reading.FileKind.Root).ToList();
        if (roots.Count == 1)
        {
            return roots[0].Content as RootFile;
        }

        diagnostics.Add(ManifestDiagnostic.At(
            DiagnosticRules.MissingRoot, roots.Count == 0 ? "." : roots[1].Path, SourceSpan.FileStart,
            roots.Count == 0
                ? "The manifest has no root file: one <name>.yaml with schema_version, name, groups and so on. See docs/manifest.md."
                : $"The manifest has {roots.Count} root files ({string.Join(", ", roots.Select(r => r.Path))}); it has exactly one beside guide.yaml."));
        return null;
    }

    private static IEnumerable<ManifestDiagnostic> Sort(IEnumerable<ManifestDiagnostic> diagnostics) => diagnostics
        .OrderBy(d => d.Path, StringComparer.Ordinal)
        .ThenBy(d => d.Line)
        .ThenBy(d => d.Column)
        .ThenBy(d => d.Rule.Id, StringComparer.Ordinal);
}
