using System.Diagnostics.CodeAnalysis;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>What the words about a value are for.</summary>
internal enum Use
{
    /// <summary>A caller passes the value.</summary>
    Argument,

    /// <summary>The API answers with it: nothing is filled in, and a moment is Unix seconds.</summary>
    Answer,

    /// <summary>Code whose types say already what an enum and a moment may be.</summary>
    Code,

    /// <summary>JSON Schema, whose keywords say already what can be checked.</summary>
    Schema,
}

/// <summary>Sentences that documentation is made of.</summary>
internal static class Words
{
    /// <summary>The type as the reference's tables show it: <c>object</c> for every typed object, <c>string</c> for enums and dates.</summary>
    public static string DisplayType(string kind) => kind switch
    {
        "record" or "map" => "object",
        "enum" or "timestamp" => "string",
        _ => kind,
    };

    /// <summary>The type as a page on an object's fields shows it: with names.</summary>
    public static string FullType(TypeReference type) => type switch
    {
        { Name: "array", Items: { } items } => "array of " + items.Name,
        { Name: "map", Items: { } items } => "map of " + items.Name,
        _ => type.Name,
    };

    /// <summary>What limits a value beyond its type, as short phrases.</summary>
    public static IEnumerable<string> Limits(MemberDefinition member, TypeCatalog? catalog, Use use)
    {
        if (use is Use.Argument or Use.Answer && catalog?.Find(member.Type.Items?.Name ?? member.Type.Name) is { IsEnum: true } enumeration)
        {
            yield return "one of " + string.Join(", ", enumeration.Values.Select(v => v.Value));
        }

        if (use != Use.Schema)
        {
            foreach (var range in Ranges(member))
            {
                yield return range;
            }
        }

        if (member.Type.Name == "timestamp")
        {
            if (use != Use.Code)
            {
                yield return use == Use.Answer ? "Unix seconds" : "Unix seconds or ISO 8601";
            }

            if (use != Use.Answer && member.DateOnly is { } moment)
            {
                yield return $"a date alone means the {(moment == "end_of_day" ? "end" : "start")} of that day";
            }

            if (use != Use.Answer && member.TimeZoneFrom is { } zone)
            {
                yield return $"without a zone, in that of {zone.Name}";
            }
        }

        if (member.Unit is { } unit)
        {
            yield return "in " + unit;
        }

        if (member.Format is { } format)
        {
            yield return format.Replace('_', ' ').Replace("uuid", "UUID").Replace("url", "URL").Replace("html", "HTML").Replace("markdown", "Markdown");
        }

        if (member.Nullable && use != Use.Schema)
        {
            yield return use == Use.Answer ? "may be null" : "null allowed";
        }

        if (use is Use.Argument or Use.Code && member.Default is { } value)
        {
            yield return "default " + (value is DataScalar scalar ? scalar.Text : JsonText.Compact(value));
        }

        if (use != Use.Answer && member.DefaultFrom is { } setting)
        {
            yield return $"filled from the setting {setting.Name} when absent";
        }

        if (member.Source is { } source and not "documented")
        {
            yield return Source(source);
        }
    }

    /// <summary>Short phrases as a sentence; null when there are none.</summary>
    public static string? Sentence(IEnumerable<string> phrases) =>
        string.Join("; ", phrases) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text.Substring(1) + "." : null;

    /// <summary>What a parameter or field is, and its limits.</summary>
    public static string Explanation(MemberDefinition member, IEnumerable<string> limits) =>
        string.Join("; ", limits) is { Length: > 0 } all ? $"{member.Description} ({all})" : member.Description;

    /// <summary>All that is said of a parameter or field where one text has to hold it.</summary>
    public static string Summary(MemberDefinition member, IEnumerable<string> limits)
    {
        var text = Explanation(member, limits);
        return member.Deprecated is { } deprecation ? $"{text} {Deprecated(deprecation)}" : text;
    }

    /// <summary>The paragraphs of a text: in YAML, a line of a text with <c>|</c>, and what a blank line ends in one with <c>&gt;</c>.</summary>
    public static IEnumerable<string> Paragraphs(string? text) => (text ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    /// <summary>What is said of a function beyond its description: its notes, and what it does; null when there is neither.</summary>
    public static string? Remarks(FunctionDefinition function) =>
        string.Join(" ", new[] { function.Notes, Sentence(Effects(function.Effects)) }.Where(part => part is not null)) is { Length: > 0 } text ? text : null;

    /// <summary>All that is said of a function where one text has to hold it.</summary>
    public static string Summary(FunctionDefinition function) => string.Join(" ", new[]
    {
        function.Description,
        Remarks(function),
        Deprecated(function.Deprecated),
        function.Aliases.Count == 0 ? null : $"Also known as {Join(function.Aliases.Select(a => a.Name), "and")}.",
    }.Where(part => part is not null));

    /// <summary>A sentence about the deprecation, or null when there is none.</summary>
    [return: NotNullIfNotNull(nameof(deprecation))]
    public static string? Deprecated(Deprecation? deprecation)
    {
        if (deprecation is null)
        {
            return null;
        }

        var since = deprecation.Since is { } version ? $" since {version}" : "";
        var use = deprecation.Use is { } other ? $"; use {other.Name}" : "";
        var reason = deprecation.Reason is { } text ? " " + text.TrimEnd('.') + "." : "";
        return $"Deprecated{since}{use}.{reason}";
    }

    public static string Source(string source) => source switch
    {
        "documented" => "documented by the API",
        "secondary" => "not in the API's own documentation, known from other clients and live reports",
        _ => "undocumented by the API",
    };

    public static string Rule(RuleDefinition rule)
    {
        string Or(IEnumerable<string> names) => Join(names, "or");
        string And(IEnumerable<string> names) => Join(names, "and");
        IEnumerable<string> Names(EquatableArray<Reference> fields) => fields.Select(f => f.Name);
        string sentence;
        if (rule.AtMostOne.Count > 0)
        {
            sentence = $"At most one of {And(Names(rule.AtMostOne))}.";
        }
        else if (rule.AtLeastOne.Count > 0)
        {
            sentence = $"At least one of {And(Names(rule.AtLeastOne))}.";
        }
        else if (rule.ExactlyOne.Count > 0)
        {
            sentence = $"Exactly one of {And(Names(rule.ExactlyOne))}.";
        }
        else
        {
            var condition = rule switch
            {
                { With.Count: > 0 } => $"With {Or(Names(rule.With))}",
                { When: { } when } => $"When {when.Field.Name} is {Or(when.Values)}",
                { Unless: { } unless } => $"Unless {unless.Field.Name} is {Or(unless.Values)}",
                _ => "Always",
            };
            var consequences = new List<string>();
            if (rule.Require.Count > 0)
            {
                consequences.Add($"{And(Names(rule.Require))} {(rule.Require.Count > 1 ? "are" : "is")} required");
            }

            if (rule.Forbid.Count > 0)
            {
                consequences.Add($"{And(Names(rule.Forbid))} cannot be given");
            }

            consequences.AddRange(rule.Values.Select(v => $"{v.Field.Name} is {(v.Values.Count > 1 ? "one of " : "")}{string.Join(", ", v.Values)}"));
            sentence = $"{condition}: {string.Join("; ", consequences)}.";
        }

        return rule.Description is { } because ? $"{sentence} {because}" : sentence;
    }

    public static IEnumerable<string> Effects(EffectsDefinition effects)
    {
        string When(EffectCondition condition) =>
            condition.Arguments.Count == 0 ? "" : " when " + Join(condition.Arguments.Select(a => a.Name), "or") + " is given";
        if (effects.SendsMessage is { } sends)
        {
            yield return "sends a message" + When(sends);
        }

        if (effects.Destructive is { } destructive)
        {
            yield return "overwrites existing data" + When(destructive);
        }

        if (effects.Irreversible)
        {
            yield return "cannot be undone";
        }

        if (effects.Idempotent)
        {
            yield return "safe to repeat";
        }

        if (effects.Approximate)
        {
            yield return "approximate: the API lacks the thing itself, see the notes";
        }

        if (effects.Undocumented)
        {
            yield return "rests on a call that the API does not document";
        }
    }

    public static string Join(IEnumerable<string> items, string word)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all.Take(all.Count - 1)) + $" {word} " + all[all.Count - 1];
    }

    private static IEnumerable<string> Ranges(MemberDefinition member)
    {
        if (Range(member.Min, member.Max) is { } range)
        {
            yield return range;
        }

        if (Range(member.MinLength, member.MaxLength) is { } length)
        {
            yield return length + " characters";
        }

        if (Range(member.MinItems, member.MaxItems) is { } items)
        {
            yield return items + " items";
        }
    }

    private static string? Range(long? least, long? most) => (least, most) switch
    {
        ({ } min, { } max) => FormattableString.Invariant($"{min} to {max}"),
        ({ } min, null) => FormattableString.Invariant($"at least {min}"),
        (null, { } max) => FormattableString.Invariant($"at most {max}"),
        _ => null,
    };
}
