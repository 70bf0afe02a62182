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
        var read = InOrder(files);
        var diagnostics = new List<ManifestDiagnostic>();
        read.ForEach(f => diagnostics.AddRange(f.Diagnostics));
        var root = FindRoot(read);
        var types = Contents<TypeFile>(read).ToEquatableArray();
        var clashes = ClassClashes.Of(root, Contents<FunctionFile>(read), types);
        var catalog = new TypeCatalog(types.Select(clashes.Mark).ToEquatableArray());
        diagnostics.AddRange(CheckTypes(read, root, catalog));
        diagnostics.AddRange(CheckAcross(read, root, catalog, clashes));
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
        return new(manifest, diagnostics.Count == 0 ? default : Sort(diagnostics).ToEquatableArray());
    }

    /// <summary>The problems of types, which all refer to each other and to the root file, but to no function.</summary>
    internal static List<ManifestDiagnostic> CheckTypes(IReadOnlyList<ReadFile> files)
    {
        var read = InOrder(files);
        return CheckTypes(read, FindRoot(read), new(Contents<TypeFile>(read).ToEquatableArray()));
    }

    /// <summary>What only shows when all files are seen together.</summary>
    /// <param name="files">All files.</param>
    /// <param name="catalog">The types of these files; where they stand does not matter.</param>
    /// <param name="clashes">The clashes of their names in C#.</param>
    internal static List<ManifestDiagnostic> CheckAcross(IReadOnlyList<ReadFile> files, TypeCatalog catalog, ClassClashes clashes)
    {
        var read = InOrder(files);
        return CheckAcross(read, FindRoot(read), catalog, clashes);
    }

    private static List<ManifestDiagnostic> CheckTypes(List<ReadFile> read, RootFile? root, TypeCatalog catalog)
    {
        var circular = CircularTypes.Find(catalog);
        return [.. Contents<TypeFile>(read).SelectMany(file => TypeFileValidator.Validate(file, catalog, circular, root))];
    }

    private static List<ManifestDiagnostic> CheckAcross(List<ReadFile> read, RootFile? root, TypeCatalog catalog, ClassClashes clashes)
    {
        var diagnostics = new List<ManifestDiagnostic>();
        CheckRoots(read, diagnostics);
        diagnostics.AddRange(CrossFileValidator.Validate(root, Contents<FunctionFile>(read), Contents<TypeFile>(read), Contents<GuideFile>(read).FirstOrDefault(), catalog, clashes));
        return diagnostics;
    }

    /// <summary>The function files in the order of the root's groups, without files that no group owns.</summary>
    internal static EquatableArray<FunctionFile> InOrderOf(RootFile root, IEnumerable<FunctionFile> files)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in root.Groups)
        {
            if (!places.ContainsKey(group.Name))
            {
                places.Add(group.Name, places.Count);
            }
        }

        var owned = new FunctionFile?[places.Count];
        foreach (var file in files)
        {
            // Of one group there is one file: it is named after it.
            if (places.TryGetValue(file.Group, out var place) && string.Equals(FileKinds.NameOf(file.Path), file.Group, StringComparison.Ordinal))
            {
                owned[place] ??= file;
            }
        }

        return owned.OfType<FunctionFile>().ToEquatableArray();
    }

    private static List<ReadFile> InOrder(IEnumerable<ReadFile> files)
    {
        var read = files.ToList();
        read.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return read;
    }

    private static List<T> Contents<T>(List<ReadFile> files)
        where T : ManifestFile
    {
        var contents = new List<T>();
        foreach (var file in files)
        {
            if (file.Content is T content)
            {
                contents.Add(content);
            }
        }

        return contents;
    }

    private static RootFile? FindRoot(List<ReadFile> files) => Contents<RootFile>(files) is [var root] ? root : null;

    private static void CheckRoots(List<ReadFile> files, List<ManifestDiagnostic> diagnostics)
    {
        // One that stands elsewhere was reported, and may be the root file.
        static bool IsMisplaced(ReadFile file) => file.Diagnostics.Any(d => d.Rule == DiagnosticRules.MisplacedFile);
        var misplaced = files.Where(IsMisplaced).ToList();
        var roots = files.Where(f => FileKinds.Of(f.Path) == FileKind.Root && !IsMisplaced(f)).ToList();
        if (roots.Count > 1 || (roots.Count == 0 && misplaced.All(f => f.Content is not null)))
        {
            diagnostics.Add(ManifestDiagnostic.At(
                DiagnosticRules.MissingRoot, roots.Count == 0 ? "." : roots[1].Path, SourceSpan.FileStart,
                roots.Count == 0
                    ? "The manifest has no root file: one <name>.yaml with schema_version, name, title, description, csharp, command, api, auth and groups."
                    : $"The manifest has {roots.Count} root files ({string.Join(", ", roots.Select(r => r.Path))}); it has exactly one beside guide.yaml."));
        }
    }

    private static IEnumerable<ManifestDiagnostic> Sort(IEnumerable<ManifestDiagnostic> diagnostics) => diagnostics
        .OrderBy(d => d.Path, StringComparer.Ordinal)
        .ThenBy(d => d.Line)
        .ThenBy(d => d.Column)
        .ThenBy(d => d.Rule.Id, StringComparer.Ordinal);
}
