using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Checks what only shows when all files are seen together: names that meet, groups and files that do not.</summary>
internal static class CrossFileValidator
{
    public static List<ManifestDiagnostic> Validate(
        RootFile? root, IReadOnlyList<FunctionFile> functions, IReadOnlyList<TypeFile> types, GuideFile? guide, TypeCatalog catalog, ClassClashes clashes)
    {
        var diagnostics = new List<ManifestDiagnostic>();
        var names = new FunctionNameTable(functions);
        ValidateFunctionNames(functions, names, diagnostics);
        ValidateTypeNames(root, types, clashes, diagnostics);
        if (root is not null)
        {
            diagnostics.AddRange(RootFileValidator.Validate(root, catalog).Diagnostics);
            ValidateGroups(root, functions, diagnostics);
            OutputPathValidator.Validate(root, functions, types, guide, diagnostics);
            ValidateUse(root, functions, types, catalog, diagnostics);
            TextValidator.Validate(root, functions, types, guide, names, catalog, diagnostics);
        }

        if (guide is not null)
        {
            diagnostics.AddRange(GuideValidator.Validate(guide, names));
        }

        return diagnostics;
    }

    private static void ValidateFunctionNames(IReadOnlyList<FunctionFile> files, FunctionNameTable names, List<ManifestDiagnostic> diagnostics)
    {
        var owners = new Dictionary<string, NameOwner>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            foreach (var function in file.Functions.Where(f => f.Name.Length > 0))
            {
                foreach (var name in new[] { new Reference(function.Name, function.NameSpan) }.Concat(function.Aliases))
                {
                    var pascal = Naming.Pascal(name.Name);
                    if (!owners.TryGetValue(pascal, out var other))
                    {
                        owners.Add(pascal, new(name.Name, file.Path));
                        continue;
                    }

                    var same = string.Equals(other.Name, name.Name, StringComparison.Ordinal);
                    diagnostics.Add(ManifestDiagnostic.At(
                        same ? DiagnosticRules.DuplicateFunction : DiagnosticRules.NameCollision, file.Path, name.Span,
                        same
                            ? $"The function or alias '{name.Name}' is already declared in {other.Path}; names are unique across all groups."
                            : $"'{name.Name}' and '{other.Name}' ({other.Path}) both become {pascal} in C#; rename one."));
                }
            }
        }

        foreach (var file in files)
        {
            foreach (var function in file.Functions)
            {
                if (function.Deprecated?.Use is { } use && names.IsComplete && names.Find(use.Name) is null)
                {
                    diagnostics.Add(ManifestDiagnostic.At(
                        DiagnosticRules.UnknownFunction, file.Path, use.Span,
                        $"'{function.Name}' points to '{use.Name}', which is no function.{NearMiss.Suggest(use.Name, names.Names)}"));
                }
            }
        }
    }

    private sealed record NameOwner(string Name, string Path);

    private static void ValidateTypeNames(RootFile? root, IReadOnlyList<TypeFile> types, ClassClashes clashes, List<ManifestDiagnostic> diagnostics)
    {
        if (clashes.ClientRival is { } rival)
        {
            diagnostics.Add(ManifestDiagnostic.At(
                DiagnosticRules.NameCollision, root!.Path, root.CSharp.ClientSpan, $"The client '{root.CSharp.Client}' has the C# name of {rival}; rename it."));
        }

        foreach (var (path, index, other) in clashes.Types)
        {
            var type = types.First(f => f.Path == path).Types[index];
            var duplicate = other.Kind.StartsWith("types/", StringComparison.Ordinal);
            diagnostics.Add(ManifestDiagnostic.At(
                duplicate ? DiagnosticRules.DuplicateType : DiagnosticRules.NameCollision, path, type.NameSpan,
                duplicate
                    ? $"The type '{type.Name}' is already declared in {other}; type names are unique."
                    : $"The type '{type.Name}' has the C# name of {other}; rename it."));
        }
    }

    private static void ValidateUse(
        RootFile root, IReadOnlyList<FunctionFile> functions, IReadOnlyList<TypeFile> types, TypeCatalog catalog, List<ManifestDiagnostic> diagnostics)
    {
        var roots = functions.SelectMany(f => f.Functions).SelectMany(TypesOf).Concat(root.Settings.Select(s => s.Type)).ToList();

        // What was misread or misspelt may well be the use that seems to be missing.
        if (functions.Any(f => !f.IsComplete || f.Functions.Any(d => d.IsBroken))
            || !catalog.IsComplete
            || !catalog.AreAllUsable
            || roots.Exists(r => !catalog.IsUsable((r.Items ?? r).Name)))
        {
            return;
        }

        var used = new HashSet<string>(catalog.Reachable(roots).Select(t => t.Name), StringComparer.Ordinal);
        var extended = new HashSet<string>(types.SelectMany(f => f.Types).Where(t => t.Extends is not null).Select(t => t.Extends!.Name), StringComparer.Ordinal);
        foreach (var file in types)
        {
            foreach (var type in file.Types)
            {
                if (!used.Contains(type.Name) && !extended.Contains(type.Name))
                {
                    diagnostics.Add(ManifestDiagnostic.At(DiagnosticRules.UnusedType, file.Path, type.NameSpan, $"No function uses the type '{type.Name}'; remove it, or use it."));
                }
            }
        }
    }

    private static IEnumerable<TypeReference> TypesOf(FunctionDefinition function)
    {
        IEnumerable<TypeReference> response = function.Response is { } answer ? [answer.Type, .. answer.Adds.Select(a => a.Type)] : [];
        return function.Parameters.Select(p => p.Type).Concat(response);
    }

    private static void ValidateGroups(RootFile root, IReadOnlyList<FunctionFile> files, List<ManifestDiagnostic> diagnostics)
    {
        var withFile = new HashSet<string>(files.Select(f => f.Group), StringComparer.Ordinal);
        var canTell = !files.Any(f => f.IsMisplaced);
        foreach (var group in root.Groups.Where(g => g.Name.Length > 0 && canTell))
        {
            if (!withFile.Contains(group.Name))
            {
                diagnostics.Add(ManifestDiagnostic.At(
                    DiagnosticRules.GroupMismatch, root.Path, group.NameSpan,
                    $"The group '{group.Name}' has no file functions/{group.Name}.yaml; add it, or remove the group."));
            }
        }

        var names = new HashSet<string>(root.Groups.Select(g => g.Name), StringComparer.Ordinal);
        foreach (var file in files.Where(f => !f.IsMisplaced))
        {
            var expected = $"functions/{file.Group}.yaml";
            if (!names.Contains(file.Group))
            {
                if (names.Contains(""))
                {
                    // A group whose name is refused may be this one.
                    continue;
                }

                diagnostics.Add(ManifestDiagnostic.At(
                    DiagnosticRules.GroupMismatch, file.Path, file.GroupSpan,
                    $"The group '{file.Group}' is not listed in {root.Path}.{NearMiss.Suggest(file.Group, names)}"));
            }
            else if (!string.Equals(file.Path, expected, StringComparison.Ordinal))
            {
                diagnostics.Add(ManifestDiagnostic.At(
                    DiagnosticRules.GroupMismatch, file.Path, file.GroupSpan, $"The group '{file.Group}' belongs in {expected}."));
            }
        }

        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in root.Groups.Where(g => g.Name.Length > 0))
        {
            var pascal = Naming.Group(group.Name);
            if (taken.TryGetValue(pascal, out var other))
            {
                diagnostics.Add(ManifestDiagnostic.At(
                    DiagnosticRules.NameCollision, root.Path, group.NameSpan, $"The groups '{other}' and '{group.Name}' have one name in C#; rename or remove one."));
            }
            else
            {
                taken.Add(pascal, group.Name);
            }
        }
    }
}
