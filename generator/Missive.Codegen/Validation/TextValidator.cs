using Missive.Codegen.Diagnostics;
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

        var mentions = Mentions(functions, types, guide).ToList();
        if (mentions.Count == 0)
        {
            return;
        }

        var known = new HashSet<string>(Names(root, functions, types), StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (Problem(mention, root, known, names, catalog) is { } problem)
            {
                diagnostics.Add(ManifestDiagnostic.At(DiagnosticRules.UnknownTextName, mention.Path, mention.Span, $"'{mention.Name}' in {mention.Owner} {problem} If it is meant literally, put it in quotes."));
            }
        }
    }

    private static string? Problem(Mention mention, RootFile root, HashSet<string> known, FunctionNameTable functions, TypeCatalog catalog)
    {
        var parts = mention.Name.Split('.');
        if (parts.Length == 1)
        {
            var isFunction = mention.Name.StartsWith(root.Name + "_", StringComparison.Ordinal) && functions.Find(mention.Name.Substring(root.Name.Length + 1)) is not null;
            return known.Contains(mention.Name) || isFunction ? null : $"is no name of this manifest.{Near(mention.Name, known)}";
        }

        if (parts[0] == root.Name || parts[0] == "app")
        {
            var name = parts[parts.Length - 1];
            return name.IndexOf('_') < 0 || known.Contains(name) ? null : $"leads to no function.{Near(name, functions.Names)}";
        }

        return mention.Function is { } function && function.Parameters.Any(p => p.Name == parts[0]) && catalog.Resolve(function, mention.Name) is null
            ? $"is no argument of '{function.Name}'.{Near(parts[parts.Length - 1], FieldsOf(function, parts, catalog))}"
            : null;
    }

    private static string Near(string name, IEnumerable<string> candidates) => NearMiss.Find(name, candidates) is { } near ? $" Did you mean '{near}'?" : "";

    private static IEnumerable<string> FieldsOf(FunctionDefinition function, string[] parts, TypeCatalog catalog)
    {
        var owner = catalog.Resolve(function, string.Join(".", parts.Take(parts.Length - 1)));
        return owner is not null && catalog.FindObject((owner.Type.Items ?? owner.Type).Name) is { } type ? catalog.FieldsOf(type).Select(f => f.Name) : [];
    }

    private static IEnumerable<Mention> Mentions(IReadOnlyList<FunctionFile> functions, IReadOnlyList<TypeFile> types, GuideFile? guide)
    {
        foreach (var file in functions)
        {
            foreach (var function in file.Functions)
            {
                IEnumerable<Mention> Of(string? text, string what, SourceSpan span) => Find(text, file.Path, what, span, function);
                IEnumerable<Declaration> members = [.. function.Parameters, .. function.Response?.Adds ?? []];
                foreach (var mention in Of(function.Description, $"the description of '{function.Name}'", function.NameSpan)
                    .Concat(Of(function.Notes, $"the notes of '{function.Name}'", function.NameSpan))
                    .Concat(members.SelectMany(m => Of(m.Description, $"the description of '{m.Name}'", m.NameSpan))))
                {
                    yield return mention;
                }
            }
        }

        foreach (var file in types)
        {
            foreach (var type in file.Types)
            {
                IEnumerable<Mention> Of(string? text, string what, SourceSpan span) => Find(text, file.Path, what, span, function: null);
                foreach (var mention in Of(type.Description, $"the description of '{type.Name}'", type.NameSpan)
                    .Concat(type.Fields.SelectMany(f => Of(f.Description, $"the description of '{f.Name}'", f.NameSpan)))
                    .Concat(type.Values.SelectMany(v => Of(v.Description, $"the description of '{v.Value}'", v.Span)))
                    .Concat(type.Rules.SelectMany(r => Of(r.Description, "the description of the rule", r.Span))))
                {
                    yield return mention;
                }
            }
        }

        if (guide is null)
        {
            yield break;
        }

        foreach (var text in guide.Sections.SelectMany(s => s.Content).Select(b => b.Text).Prepend(guide.Introduction).OfType<GuideText>())
        {
            foreach (var mention in Find(text.Markdown, guide.Path, "the text", text.Span, function: null))
            {
                yield return mention;
            }
        }
    }

    private static IEnumerable<Mention> Find(string? text, string path, string owner, SourceSpan span, FunctionDefinition? function) =>
        text is null ? [] : TextNames.In(text).Distinct().Select(name => new Mention(name, path, owner, span, function));

    private static IEnumerable<string> Names(RootFile root, IReadOnlyList<FunctionFile> functions, IReadOnlyList<TypeFile> types)
    {
        var all = functions.SelectMany(f => f.Functions).ToList();
        var members = all.SelectMany(f => f.Parameters.Cast<Declaration>().Concat(f.Response?.Adds ?? [])).Concat(types.SelectMany(f => f.Types).SelectMany(t => t.Fields));
        return BuiltIn
            .Concat(all.SelectMany(f => f.Aliases.Select(a => a.Name).Prepend(f.Name)))
            .Concat(members.Select(m => m.Name))
            .Concat(types.SelectMany(f => f.Types).SelectMany(t => t.Values).Select(v => v.Value))
            .Concat(all.SelectMany(f => f.Parameters.Select(p => p.Envelope).Append(f.Response?.Envelope)).OfType<string>())
            .Concat(all.SelectMany(f => f.Examples).Select(e => e.Error?.Code).OfType<string>())
            .Concat(root.Settings.Select(s => s.Name))
            .Concat(root.Auth.Credentials.Select(c => c.Name))
            .Concat(root.Groups.Select(g => g.Name).Prepend(root.Name));
    }

    /// <summary>What looks like a name in a text, and whose text that is.</summary>
    private sealed record Mention(string Name, string Path, string Owner, SourceSpan Span, FunctionDefinition? Function);
}
