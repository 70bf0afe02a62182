using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Checks the types of one file against all types.</summary>
internal static class TypeFileValidator
{
    public static EquatableArray<ManifestDiagnostic> Validate(TypeFile file, TypeCatalog catalog, HashSet<string> circular, RootFile? root)
    {
        var sink = new DiagnosticSink(file.Path);
        foreach (var type in file.Types.Where(t => !t.IsBroken))
        {
            if (type.IsEnum)
            {
                ValidateEnum(type, sink);
            }
            else
            {
                ValidateObject(type, catalog, circular, root, sink);
            }
        }

        return sink.Diagnostics;
    }

    private static void ValidateEnum(TypeDefinition type, DiagnosticSink sink)
    {
        if (type.Fields.Count > 0 || type.Rules.Count > 0 || type.Extends is not null)
        {
            sink.Report(DiagnosticRules.MisplacedKey, type.NameSpan, $"'{type.Name}' has 'values', so it is an enum and cannot have 'fields', 'rules' or 'extends'.");
        }

        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in type.Values)
        {
            var member = Naming.EnumMember(value.Value, type.Name);
            if (names.TryGetValue(member, out var other))
            {
                sink.Report(
                    DiagnosticRules.NameCollision, value.Span,
                    string.Equals(other, value.Value, StringComparison.Ordinal)
                        ? $"'{type.Name}' has the value '{MessageText.Shorten(value.Value)}' twice; remove one of them."
                        : $"The values '{MessageText.Shorten(value.Value)}' and '{MessageText.Shorten(other)}' of '{type.Name}' both become {member} in C#; remove one of them.");
            }
            else
            {
                names.Add(member, value.Value);
            }
        }
    }

    private static void ValidateObject(TypeDefinition type, TypeCatalog catalog, HashSet<string> circular, RootFile? root, DiagnosticSink sink)
    {
        if (type.Fields.Count == 0 && type.Extends is null)
        {
            sink.Report(DiagnosticRules.MissingKey, type.NameSpan, $"'{type.Name}' has neither 'fields' nor 'values'; for any JSON object use the type 'object'.");
            return;
        }

        if (type.Extends is { } parent && catalog.FindObject(parent.Name) is null && (catalog.IsComplete || catalog.Find(parent.Name) is not null))
        {
            sink.Report(
                DiagnosticRules.UnknownType, parent.Span,
                $"'{type.Name}' extends '{parent.Name}', which is no object type.", () => NearMiss.Suggest(parent.Name, catalog.Names));
        }

        if (circular.Contains(type.Name))
        {
            sink.Report(DiagnosticRules.CircularType, type.NameSpan, $"'{type.Name}' extends or requires itself without end; make one of the fields on the way optional or nullable.");
        }

        if (catalog.IsLineageTooLong(type))
        {
            sink.Report(DiagnosticRules.TooDeep, type.NameSpan, $"'{type.Name}' extends more than {TypeCatalog.MaxLineage - 1} types in a row; write the fields out instead.");
        }

        var fields = catalog.FieldsOf(type);
        new MemberValidator(catalog, root, sink).Validate([.. type.Fields], fields, $"'{type.Name}'", type.Name);
        foreach (var rule in type.Rules)
        {
            ValidateRule(rule, type, fields, catalog, sink);
        }
    }

    private static void ValidateRule(RuleDefinition rule, TypeDefinition type, IReadOnlyList<FieldDefinition> fields, TypeCatalog catalog, DiagnosticSink sink)
    {
        foreach (var field in rule.Fields())
        {
            if (!fields.Any(f => string.Equals(f.Name, field.Name, StringComparison.Ordinal)))
            {
                sink.Report(DiagnosticRules.UnknownField, field.Span, $"'{type.Name}' has no field '{field.Name}'.", () => NearMiss.Suggest(field.Name, [.. fields.Select(f => f.Name)]));
            }
        }

        var conditions = (rule.With.Count > 0 ? 1 : 0) + (rule.When is null ? 0 : 1) + (rule.Unless is null ? 0 : 1);
        var consequences = rule.Require.Count + rule.Forbid.Count + rule.Values.Count;
        var counts = new[] { rule.AtMostOne, rule.AtLeastOne, rule.ExactlyOne }.Count(fields => fields.Count > 0);
        if (conditions + counts != 1 || conditions == 1 != consequences > 0)
        {
            sink.Report(
                DiagnosticRules.MisplacedKey, rule.Span,
                "A rule has one condition (with, when or unless) and what follows from it (require, forbid, values), or else one of at_most_one, at_least_one, exactly_one.");
        }

        foreach (var limit in new[] { rule.When, rule.Unless }.Concat(rule.Values))
        {
            var field = limit is null ? null : fields.FirstOrDefault(f => string.Equals(f.Name, limit.Field.Name, StringComparison.Ordinal));
            if (field is not null && field.Type.Name != "string" && (TypeCatalog.IsBuiltIn(field.Type.Name) || catalog.FindObject(field.Type.Name) is not null))
            {
                sink.Report(DiagnosticRules.MisplacedKey, limit!.Field.Span, $"A rule compares texts, and the type of '{field.Name}' is {field.Type.Name}; whether a field is given says 'with'.");
            }
            else if (field is not null && catalog.Find(field.Type.Name) is { IsEnum: true } values)
            {
                foreach (var value in limit!.Values.Where(v => !values.Values.Any(e => string.Equals(e.Value, v, StringComparison.Ordinal))))
                {
                    sink.Report(
                        DiagnosticRules.InvalidValue, limit.Field.Span,
                        $"'{value}' is no {values.Name}.", () => NearMiss.Suggest(value, [.. values.Values.Select(v => v.Value)]));
                }
            }
        }
    }
}
