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

        var mentions = Mentions(functions, types, guide);
        if (mentions.Count == 0)
        {
            return;
        }

        // The manifest has many names and few are mentioned; all of them are put together only where one is to be suggested.
        var mentioned = new HashSet<string>(mentions.Select(m => LastPart(m.Name)), StringComparer.Ordinal);
        var known = new HashSet<string>(Names(root, functions, types).Where(mentioned.Contains), StringComparer.Ordinal);
        var all = new Lazy<HashSet<string>>(() => new(Names(root, functions, types), StringComparer.Ordinal));
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

        if (parts[0] == root.Name || parts[0] == "app")
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

    private static List<Mention> Mentions(IReadOnlyList<FunctionFile> functions, IReadOnlyList<TypeFile> types, GuideFile? guide)
    {
        var found = new List<Mention>();
        void Add(string? text, string path, string part, string? owner, SourceSpan span, FunctionDefinition? function = null)
        {
            // Most texts hold none, and there are many.
            if (text is not null && TextNames.MayBeIn(text))
            {
                found.AddRange(TextNames.In(text).Distinct().Select(name => new Mention(name, path, owner is null ? part : $"{part} of '{owner}'", span, function)));
            }
        }

        foreach (var file in functions)
        {
            foreach (var function in file.Functions)
            {
                Add(function.Description, file.Path, "the description", function.Name, function.NameSpan, function);
                Add(function.Notes, file.Path, "the notes", function.Name, function.NameSpan, function);
                foreach (var parameter in function.Parameters)
                {
                    Add(parameter.Description, file.Path, "the description", parameter.Name, parameter.NameSpan, function);
                }

                foreach (var field in function.Response?.Adds ?? [])
                {
                    Add(field.Description, file.Path, "the description", field.Name, field.NameSpan, function);
                }
            }
        }

        foreach (var file in types)
        {
            foreach (var type in file.Types)
            {
                Add(type.Description, file.Path, "the description", type.Name, type.NameSpan);
                foreach (var field in type.Fields)
                {
                    Add(field.Description, file.Path, "the description", field.Name, field.NameSpan);
                }

                foreach (var value in type.Values)
                {
                    Add(value.Description, file.Path, "the description", value.Value, value.Span);
                }

                foreach (var rule in type.Rules)
                {
                    Add(rule.Description, file.Path, "the description of the rule", owner: null, rule.Span);
                }
            }
        }

        if (guide is not null)
        {
            foreach (var text in guide.Sections.SelectMany(s => s.Content).Select(b => b.Text).Prepend(guide.Introduction).OfType<GuideText>())
            {
                Add(text.Markdown, guide.Path, "the text", owner: null, text.Span);
            }
        }

        return found;
    }

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
