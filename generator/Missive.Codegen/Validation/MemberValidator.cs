using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>Checks parameters, fields and settings by themselves: their types, limits and defaults.</summary>
internal sealed class MemberValidator(TypeCatalog catalog, RootFile? root, DiagnosticSink sink)
{
    /// <summary>Checks the parameters of a function or the fields of a type.</summary>
    /// <param name="members">What to check.</param>
    /// <param name="siblings">What stands beside each of them: these, and inherited ones.</param>
    /// <param name="owner">Whose they are, for messages.</param>
    /// <param name="ownerClass">The C# class that they become properties of.</param>
    public void Validate(IReadOnlyList<MemberDefinition> members, IReadOnlyList<MemberDefinition> siblings, string owner, string ownerClass)
    {
        foreach (var member in members)
        {
            ValidateValue(member);
            ValidateReferences(member, siblings);
        }

        ValidateNames(members, siblings, owner, ownerClass);
    }

    /// <summary>Checks what a parameter, a field or a setting may be, apart from what stands beside it.</summary>
    public void ValidateValue(MemberDefinition member)
    {
        ValidateType(member.Type);
        ValidateKeys(member);
        ValidateLimits(member);
    }

    public void ValidateType(TypeReference reference)
    {
        if (reference.Name is "array" or "map")
        {
            if (reference.Items is null)
            {
                sink.Report(DiagnosticRules.MisplacedKey, reference.Span, $"The type {reference.Name} says what it holds: add 'items'.");
            }
            else if (reference.Items.Name is "array" or "map")
            {
                sink.Report(DiagnosticRules.MisplacedKey, reference.Items.Span, "An array of arrays or maps is not supported; give the inner one a type of its own, or use 'any'.");
            }
            else
            {
                ValidateType(reference.Items);
            }
        }
        else if (reference.Items is not null)
        {
            sink.Report(DiagnosticRules.MisplacedKey, reference.Span, $"'items' belongs to the types array and map, not to {reference.Name}.");
        }
        else if (catalog.Find(reference.Name) is null && catalog.IsComplete && !TypeCatalog.IsBuiltIn(reference.Name))
        {
            sink.Report(
                DiagnosticRules.UnknownType, reference.Span,
                $"There is no type '{MessageText.Shorten(reference.Name)}'.", () => AdviceFor(reference.Name));
        }
        else if (!catalog.IsUsable(reference.Name))
        {
            sink.CountElsewhere();
        }
    }

    // What to write in place of a type that does not exist.
    private string AdviceFor(string type)
    {
        var near = NearMiss.Suggest(type, catalog.Names);
        return near.Length > 0
            ? near + " Types are declared in types/<topic>.yaml."
            : $" Built in are {string.Join(", ", TypeCatalog.BuiltInNames)}; others are declared in types/<topic>.yaml.";
    }

    private void ValidateNames(IReadOnlyList<MemberDefinition> members, IReadOnlyList<MemberDefinition> siblings, string owner, string ownerClass)
    {
        var own = new HashSet<string>(members.Select(m => m.Name), StringComparer.Ordinal);
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var inherited in siblings.Where(s => !own.Contains(s.Name)))
        {
            taken[Naming.Property(inherited.Name, ownerClass)] = inherited.Name;
        }

        foreach (var member in members)
        {
            var property = Naming.Property(member.Name, ownerClass);
            if (!taken.TryGetValue(property, out var other))
            {
                taken.Add(property, member.Name);
                continue;
            }

            sink.Report(
                DiagnosticRules.NameCollision, member.NameSpan,
                string.Equals(other, member.Name, StringComparison.Ordinal)
                    ? $"{owner} has '{member.Name}' twice; remove one of them."
                    : $"'{member.Name}' and '{other}' of {owner} both become {property} in C#; rename one of them.");
        }
    }

    private void ValidateKeys(MemberDefinition member)
    {
        var item = member.Type.Name is "array" ? member.Type.Items?.Name ?? "" : member.Type.Name;
        void Belong(bool present, string rule, string type, params string[] types)
        {
            // Of a type that does not exist nobody knows what belongs to it.
            if (present && !types.Contains(type, StringComparer.Ordinal) && (TypeCatalog.IsBuiltIn(type) || catalog.Find(type) is not null))
            {
                sink.Report(DiagnosticRules.MisplacedKey, member.NameSpan, $"{rule}; the type of '{member.Name}' is {member.Type.Name}.");
            }
        }

        Belong(member.Min is not null || member.Max is not null, "min and max belong to numbers", item, "integer", "number");
        Belong(member.MinLength is not null || member.MaxLength is not null, "min_length and max_length belong to texts", item, "string");
        Belong(member.DateOnly is not null || member.TimeZoneFrom is not null, "date_only and time_zone_from belong to timestamps", item, "timestamp");
        Belong(member.Format is not null, "format belongs to texts", item, "string");
        Belong(member.MinItems is not null || member.MaxItems is not null, "min_items and max_items belong to arrays", member.Type.Name, "array");
    }

    private void ValidateLimits(MemberDefinition member)
    {
        void LeaveSome(long? least, long? most, string words)
        {
            if (least > most)
            {
                sink.Report(DiagnosticRules.InvalidLimits, member.NameSpan, FormattableString.Invariant($"{words} of '{member.Name}' leave nothing: {least} and {most}."));
            }
        }

        LeaveSome(member.Min, member.Max, "min and max");
        LeaveSome(member.MinLength, member.MaxLength, "min_length and max_length");
        LeaveSome(member.MinItems, member.MaxItems, "min_items and max_items");
        foreach (var problem in (member.Default is { } value ? ArgumentChecker.Check(catalog, member, value) : null) ?? [])
        {
            sink.Report(DiagnosticRules.InvalidLimits, problem.Span, $"The default does not fit: {problem.Message}");
        }
    }

    private void ValidateReferences(MemberDefinition member, IReadOnlyList<MemberDefinition> siblings)
    {
        if (member.DefaultFrom is { } setting && root is not null && !root.Settings.Any(s => string.Equals(s.Name, setting.Name, StringComparison.Ordinal)))
        {
            sink.Report(
                DiagnosticRules.UnknownSetting, setting.Span,
                $"There is no setting '{setting.Name}'.{NearMiss.Suggest(setting.Name, [.. root.Settings.Select(s => s.Name)])} Settings are declared in the root file.");
        }

        foreach (var sibling in new[] { member.TimeZoneFrom, member.Deprecated?.Use })
        {
            if (sibling is not null && !siblings.Any(s => string.Equals(s.Name, sibling.Name, StringComparison.Ordinal)))
            {
                sink.Report(
                    DiagnosticRules.UnknownField, sibling.Span,
                    $"There is no '{sibling.Name}' beside '{member.Name}'.{NearMiss.Suggest(sibling.Name, [.. siblings.Select(s => s.Name)])}");
            }
        }
    }
}
