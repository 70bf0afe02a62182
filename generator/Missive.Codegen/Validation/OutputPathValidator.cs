using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;

namespace Missive.Codegen.Validation;

/// <summary>Checks that no two outputs have one file, on systems that do not tell capitals apart either.</summary>
internal static class OutputPathValidator
{
    public static void Validate(
        RootFile root, IReadOnlyList<FunctionFile> functions, IReadOnlyList<TypeFile> types, GuideFile? guide, List<ManifestDiagnostic> diagnostics)
    {
        var owners = new Dictionary<string, OutputKind>(StringComparer.OrdinalIgnoreCase);

        // A name can be changed, and a path without one cannot: these come first.
        foreach (var kind in OutputCatalog.All.Where(k => !k.RequiresGuide || guide is not null).OrderBy(k => k.HasName))
        {
            foreach (var (name, path, span) in NamesOf(kind.Per, root, functions, types))
            {
                var file = kind.PathFor(name);
                if (!owners.TryGetValue(file, out var other))
                {
                    owners.Add(file, kind);
                }
                else if (other != kind)
                {
                    diagnostics.Add(ManifestDiagnostic.At(
                        DiagnosticRules.NameCollision, path, span,
                        $"With the name '{name}' the outputs {other.Name} and {kind.Name} both become the file {file}; choose another name."));
                }
            }
        }
    }

    private static IEnumerable<(string Name, string Path, SourceSpan Span)> NamesOf(
        Per per, RootFile root, IReadOnlyList<FunctionFile> functions, IReadOnlyList<TypeFile> types) => per switch
    {
        Per.Group => functions.Select(f => (f.Group, f.Path, f.GroupSpan)),
        Per.Function => functions.SelectMany(f => f.Functions, (file, f) => (f.Name, file.Path, f.NameSpan)),
        Per.TypeFile => types.Select(f => (FileKinds.NameOf(f.Path), f.Path, SourceSpan.FileStart)),
        _ => [(root.Name, root.Path, root.NameSpan)],
    };
}
