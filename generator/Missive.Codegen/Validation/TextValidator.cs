using Missive.Codegen.Diagnostics;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Checks that descriptions, notes and the guide's prose mention only names that exist: a renamed one would live on there.</summary>
internal static class TextValidator
{
    /// <summary>What an answer has beside the list, and how a call is refused.</summary>
    private static readonly string[] BuiltIn = ["has_more", "next_until", .. ArgumentChecker.Codes];

    public static void Validate(
        RootFile root, IReadOnlyList<FunctionFile> functions, IReadOnlyList<TypeFile> types, GuideFile? guide, FunctionNameTable names, TypeCatalog catalog, List<ManifestDiagnostic> diagnostics)
    {
        // What was misread may well be what seems to be missing.
        if (!names.IsComplete || !catalog.IsComplete || functions.Any(f => f.Functions.Any(d => d.IsBroken)) || types.Any(f => f.Types.Any(t => t.IsBroken)))
        {
            return;
        }

        List<ManifestFile> files = [root, .. functions, .. types];
        List<Mention> mentions = [.. files.SelectMany(file => FileNames.Of(file).Mentioned), .. guide is null ? [] : FileNames.Of(guide).Mentioned];
        if (mentions.Count == 0)
        {
            return;
        }

        // The manifest has many names and few are mentioned; all of them are put together only where one is to be suggested.
        IEnumerable<string> Names() => files.SelectMany(file => FileNames.Of(file).Declared).Concat(BuiltIn);
        var mentioned = new HashSet<string>(mentions.Select(m => LastPart(m.Name)), StringComparer.Ordinal);
        var known = new HashSet<string>(Names().Where(mentioned.Contains), StringComparer.Ordinal);
        var all = new Lazy<HashSet<string>>(() => new(Names(), StringComparer.Ordinal));
        foreach (var mention in mentions)
        {
            if (Problem(mention, root, known, all, names, catalog) is { } problem)
            {
                diagnostics.Add(ManifestDiagnostic.At(DiagnosticRules.UnknownTextName, mention.Path, mention.Span, $"'{mention.Name}' in {mention.Owner} {problem} If it is meant literally, put it in quotes."));
            }
        }
    }

    private static string? Problem(Mention mention, RootFile root, HashSet<string> known, Lazy<HashSet<string>> all, FunctionNameTable functions, TypeCatalog catalog)
    {
        var parts = mention.Name.Split('.');
        if (parts.Length == 1)
        {
            var isFunction = mention.Name.StartsWith(root.Name + "_", StringComparison.Ordinal) && functions.Find(mention.Name.Substring(root.Name.Length + 1)) is not null;
            return known.Contains(mention.Name) || isFunction ? null : $"is no name of this manifest.{NearMiss.SuggestForSlip(mention.Name, all.Value)}";
        }

        if (parts[0] == root.Name || parts[0] == LuaText.HostTable)
        {
            var name = LastPart(mention.Name);
            return name.IndexOf('_') < 0 || known.Contains(name) ? null : $"leads to no function.{NearMiss.SuggestForSlip(name, functions.Names)}";
        }

        return mention.Function is { } function && function.Parameters.Any(p => p.Name == parts[0]) && catalog.Resolve(function, mention.Name) is null
            ? $"is no argument of '{function.Name}'.{NearMiss.SuggestForSlip(parts[parts.Length - 1], FieldsOf(function, parts, catalog))}"
            : null;
    }

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private static IEnumerable<string> FieldsOf(FunctionDefinition function, string[] parts, TypeCatalog catalog)
    {
        var owner = catalog.Resolve(function, string.Join(".", parts.Take(parts.Length - 1)));
        return owner is not null && catalog.FindObject((owner.Type.Items ?? owner.Type).Name) is { } type ? catalog.FieldsOf(type).Select(f => f.Name) : [];
    }
}
