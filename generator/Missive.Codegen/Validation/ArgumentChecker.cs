using System.Globalization;
using Missive.Codegen.Diagnostics;
using Missive.Codegen.Model;
using Missive.Codegen.Runtime;

namespace Missive.Codegen.Validation;

/// <summary>Checks values written in the manifest, examples and defaults, against the types they claim to have.</summary>
internal sealed class ArgumentChecker(TypeCatalog catalog)
{
    /// <summary>The codes that a check of arguments can end with; other errors come from the API or a handler.</summary>
    public static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "missing", "unknown", "wrong_type", "not_allowed", "out_of_range", "too_short", "too_long", "too_few", "too_many", "conflict", "requires",
    };

    private const int MaxAdvised = 20;

    private readonly List<ArgumentProblem> _problems = [];

    /// <summary>Whether a value stands where none is possible. That is a problem of the limits, and hides any that the value may have.</summary>
    private bool _isUndecided;

    /// <summary>Every reason to refuse a call of <paramref name="function"/> with <paramref name="args"/>; null when nobody can tell, for limits that contradict each other.</summary>
    public static IReadOnlyList<ArgumentProblem>? Check(TypeCatalog catalog, FunctionDefinition function, DataMap args, SourceSpan callSpan)
    {
        var checker = new ArgumentChecker(catalog);
        checker.CheckMembers([.. function.Parameters], args with { Span = callSpan }, "");
        return checker._isUndecided ? null : checker._problems;
    }

    /// <summary>Every reason to refuse <paramref name="value"/> for <paramref name="member"/>; null when nobody can tell.</summary>
    public static IReadOnlyList<ArgumentProblem>? Check(TypeCatalog catalog, MemberDefinition member, DataValue value)
    {
        var checker = new ArgumentChecker(catalog);
        checker.CheckMember(member, value, member.Name);
        return checker._isUndecided ? null : checker._problems;
    }

    private void CheckMembers(IReadOnlyList<MemberDefinition> members, DataMap map, string path)
    {
        foreach (var entry in map.Entries)
        {
            var member = members.FirstOrDefault(m => string.Equals(m.Name, entry.Name, StringComparison.Ordinal));
            if (member is null)
            {
                Add("unknown", Join(path, entry.Name), entry.Span, $"'{entry.Name}' is not known here.{Suggest(entry.Name, members.Select(m => m.Name))}");
            }
            else
            {
                CheckMember(member, entry.Value, Join(path, entry.Name));
            }
        }

        foreach (var member in members.Where(m => !IsGiven(map[m.Name])))
        {
            if (member.Nullable && map[member.Name] is not null)
            {
                continue;
            }

            if (member.Required && member.DefaultFrom is null)
            {
                Add("missing", Join(path, member.Name), map.Span, $"'{Join(path, member.Name)}' is required: {member.Description}");
            }
            else if (member is ParameterDefinition { In: "query" } && catalog.FindObject(member.Type.Name) is { } type)
            {
                // Leaving the whole object out must not let a required field of it slip through.
                CheckDeclared(type, new DataMap(default(EquatableArray<DataEntry>)) { Span = map.Span }, Join(path, member.Name));
            }
        }
    }

    private void CheckMember(MemberDefinition member, DataValue value, string path)
    {
        if (value.Kind == "null")
        {
            return;
        }

        _isUndecided |= member.HasImpossibleLimits;
        if (member is ParameterDefinition { Envelope: { } envelope } parameter)
        {
            CheckEnveloped(parameter, envelope, value, path);
            return;
        }

        CheckValue(member, member.Type, value, path);
    }

    /// <summary>A body counts flat or in its envelope; a list body also as one item.</summary>
    private void CheckEnveloped(ParameterDefinition parameter, string envelope, DataValue value, string path)
    {
        if (value is DataMap map && map[envelope] is { } inner)
        {
            foreach (var entry in map.Entries)
            {
                if (entry.Name != envelope)
                {
                    Add("unknown", Join(path, entry.Name), entry.Span, $"'{entry.Name}' cannot stand beside the envelope '{envelope}'.");
                }
            }

            (value, path) = (inner, Join(path, envelope));
        }

        if (parameter.IsEnvelopedArray && value is DataList list)
        {
            if (list.Items.Count == 0)
            {
                Add("too_few", path, list.Span, $"'{path}' is empty; pass at least one item.");
            }

            CheckItems(parameter, parameter.Type, list, path);
            return;
        }

        CheckValue(parameter, parameter.Type, value, path);
    }

    private void CheckValue(MemberDefinition member, TypeReference type, DataValue value, string path)
    {
        switch (type.Name)
        {
            case "string":
                CheckText(member, value, path);
                break;
            case "integer" or "number":
                CheckNumber(member, type.Name, value, path);
                break;
            case "boolean":
                Expect(value.Kind == "boolean", "true or false", value, path);
                break;
            case "timestamp":
                Expect(
                    value is DataScalar { Kind: "integer" or "string" } moment && TimestampParser.TryParse(moment.Text, out _, out _),
                    "Unix seconds or ISO 8601 text such as 2025-12-31 or 2025-12-31T09:30:00Z", value, path);
                break;
            case "array" or "map" when type.Items is null:
                break;
            case "array" when value is DataList list:
                CheckItems(member, type.Items, list, path);
                break;
            case "array":
                Expect(false, "a list", value, path);
                break;
            case "map" when value is DataMap map:
                foreach (var entry in map.Entries)
                {
                    CheckValue(member, type.Items, entry.Value, Join(path, entry.Name));
                }

                break;
            case "map" or "object":
                Expect(value is DataMap, "a mapping", value, path);
                break;
            case "any":
                break;
            default:
                CheckDeclared(catalog.Find(type.Name), value, path);
                break;
        }
    }

    private void CheckDeclared(TypeDefinition? type, DataValue value, string path)
    {
        if (type is null)
        {
            return;
        }

        if (type.IsEnum)
        {
            if (value is not DataScalar { Kind: "string" } text)
            {
                Expect(false, "a text", value, path);
            }
            else if (!type.Values.Any(v => string.Equals(v.Value, text.Text, StringComparison.Ordinal)))
            {
                Add("not_allowed", path, value.Span, $"'{MessageText.Shorten(text.Text)}' is not allowed for '{path}'.{Suggest(text.Text, type.Values.Select(v => v.Value))}");
            }
        }
        else if (value is DataMap map)
        {
            CheckMembers(catalog.FieldsOf(type), map, path);
            foreach (var rule in catalog.RulesOf(type))
            {
                CheckRule(rule, map, path);
            }
        }
        else
        {
            Expect(false, "a mapping", value, path);
        }
    }

    private void CheckItems(MemberDefinition member, TypeReference items, DataList list, string path)
    {
        if (list.Items.Count < (member.MinItems ?? 0))
        {
            Add("too_few", path, list.Span, $"'{path}' needs at least {member.MinItems} items.");
        }

        if (list.Items.Count > (member.MaxItems ?? long.MaxValue))
        {
            Add("too_many", path, list.Span, $"'{path}' takes at most {member.MaxItems} items.");
        }

        for (var i = 0; i < list.Items.Count; i++)
        {
            CheckValue(member, items, list.Items[i], $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]");
        }
    }

    private void CheckText(MemberDefinition member, DataValue value, string path)
    {
        if (value is not DataScalar { Kind: "string" } text)
        {
            Expect(false, "a text", value, path);
            return;
        }

        var length = text.Text.Count(c => !char.IsLowSurrogate(c));
        if (length < (member.MinLength ?? 0))
        {
            Add("too_short", path, value.Span, $"'{path}' needs at least {member.MinLength} characters.");
        }

        if (length > (member.MaxLength ?? long.MaxValue))
        {
            Add("too_long", path, value.Span, $"'{path}' takes at most {member.MaxLength} characters.");
        }
    }

    private void CheckNumber(MemberDefinition member, string kind, DataValue value, string path)
    {
        if (value is not DataScalar { Kind: "integer" or "number" } number || (kind == "integer" && number.Kind != "integer"))
        {
            Expect(false, kind == "integer" ? "a whole number" : "a number", value, path);
            return;
        }

        if (!double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            || amount < (member.Min ?? double.MinValue) || amount > (member.Max ?? double.MaxValue))
        {
            Add("out_of_range", path, value.Span, $"'{path}' has to be {RangeWords(member)}; found {number.Text}.");
        }
    }

    private void CheckRule(RuleDefinition rule, DataMap map, string path)
    {
        bool Given(Reference field) => IsGiven(map[field.Name]) && map[field.Name] is not DataScalar { Kind: "boolean", Text: "false" };
        bool Matches(FieldValues condition) =>
            map[condition.Field.Name] is DataScalar { Kind: "string" } text && condition.Values.Contains(text.Text, StringComparer.Ordinal);

        var because = rule.Description is null ? "" : " " + rule.Description;
        var applies = rule.With.Count > 0 ? rule.With.Any(Given)
            : rule.When is { } when ? Matches(when)
            : rule.Unless is { } unless && !Matches(unless);
        if (applies)
        {
            foreach (var field in rule.Require.Where(f => !IsGiven(map[f.Name])))
            {
                Add("requires", Join(path, field.Name), map.Span, $"'{Join(path, field.Name)}' is needed here.{because}");
            }

            foreach (var field in rule.Forbid.Where(Given))
            {
                Add("conflict", Join(path, field.Name), map.Span, $"'{Join(path, field.Name)}' is not possible here.{because}");
            }

            foreach (var limit in rule.Values.Where(v => IsGiven(map[v.Field.Name]) && !Matches(v)))
            {
                Add("not_allowed", Join(path, limit.Field.Name), map.Span, $"'{Join(path, limit.Field.Name)}' has to be one of: {string.Join(", ", limit.Values)}.{because}");
            }
        }

        CheckCount(rule.AtMostOne, 0, 1, "at most one");
        CheckCount(rule.AtLeastOne, 1, int.MaxValue, "at least one");
        CheckCount(rule.ExactlyOne, 1, 1, "exactly one");

        void CheckCount(EquatableArray<Reference> fields, int least, int most, string words)
        {
            var count = fields.Count(Given);
            if (fields.Count > 0 && (count < least || count > most))
            {
                var code = count < least ? "requires" : "conflict";
                Add(code, path, map.Span, $"Of {string.Join(", ", fields.Select(f => $"'{f.Name}'"))} {words} has to be given.{because}");
            }
        }
    }

    private void Expect(bool condition, string expected, DataValue value, string path)
    {
        if (!condition)
        {
            Add("wrong_type", path, value.Span, $"'{path}' has to be {expected}; found {(value is DataScalar scalar ? $"{value.Kind} {MessageText.Shorten(scalar.Text)}" : value.Kind)}.");
        }
    }

    // Of many problems nobody reads all, and looking for what was meant takes long where there is much to choose from.
    private string Suggest(string word, IEnumerable<string> candidates) => _problems.Count < MaxAdvised ? NearMiss.Suggest(word, [.. candidates]) : "";

    private void Add(string code, string path, SourceSpan span, string message) => _problems.Add(new(code, path, span, message));

    private static bool IsGiven(DataValue? value) => value is not null && value.Kind != "null";

    private static string RangeWords(MemberDefinition member) => (member.Min, member.Max) switch
    {
        ({ } min, { } max) => FormattableString.Invariant($"from {min} to {max}"),
        ({ } min, null) => FormattableString.Invariant($"at least {min}"),
        (null, { } max) => FormattableString.Invariant($"at most {max}"),
        _ => "a number",
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
