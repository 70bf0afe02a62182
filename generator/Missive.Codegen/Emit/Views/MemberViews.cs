using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;
using Scriban.Runtime;

namespace Missive.Codegen.Emit.Views;

/// <summary>Views of parameters, fields and types in use.</summary>
internal static class MemberViews
{
    /// <summary>A type in use; an enveloped list counts as an array of its items.</summary>
    public static ScriptObject Type(TypeReference type, TypeKinds kinds) => View.Of(
        ("kind", kinds.KindOf(type)),
        ("name", type.Name),
        ("items", type.Items is null ? null : Type(type.Items, kinds)));

    public static ScriptObject Parameter(ParameterDefinition parameter, TypeKinds kinds, string owner, IEnumerable<string> limits, bool needed)
    {
        var view = Member(parameter, parameter.IsEnvelopedArray ? new("array", parameter.Type, default) : parameter.Type, kinds, owner, limits);
        view["needed"] = needed;
        view["location"] = parameter.In;
        view["comma_list"] = parameter.List is not null;
        view["envelope"] = parameter.Envelope;
        view["envelope_shape"] = parameter.Envelope is null ? null : parameter.Shape ?? "object";
        view["per_id"] = parameter.PerId?.Name;
        return view;
    }

    public static ScriptObject Field(FieldDefinition field, TypeKinds kinds, string owner, IEnumerable<string> limits) => Member(field, field.Type, kinds, owner, limits);

    public static ScriptObject Rule(RuleDefinition rule) => View.Of(
        ("text", Words.Rule(rule)),
        ("with", View.Names(rule.With)),
        ("when", FieldValues(rule.When)),
        ("unless", FieldValues(rule.Unless)),
        ("require", View.Names(rule.Require)),
        ("forbid", View.Names(rule.Forbid)),
        ("values", View.List(rule.Values, FieldValues)),
        ("at_most_one", View.Names(rule.AtMostOne)),
        ("at_least_one", View.Names(rule.AtLeastOne)),
        ("exactly_one", View.Names(rule.ExactlyOne)),
        ("description", rule.Description));

    private static ScriptObject Member(MemberDefinition member, TypeReference codeType, TypeKinds kinds, string owner, IEnumerable<string> limits)
    {
        var phrases = limits.ToList();
        return View.Of(
            ("name", member.Name),
            ("pascal", Naming.Property(member.Name, owner)),
            ("camel", Naming.Camel(member.Name)),
            ("kebab", Naming.Kebab(member.Name)),
            ("type", Type(member.Type, kinds)),
            ("cs_type", Type(codeType, kinds)),
            ("display_type", Words.DisplayType(kinds.KindOf(member.Type))),
            ("full_type", Words.FullType(member.Type)),
            ("description", member.Description),
            ("required", member.Required),
            ("nullable", member.Nullable),
            ("min", member.Min),
            ("max", member.Max),
            ("min_length", member.MinLength),
            ("max_length", member.MaxLength),
            ("min_items", member.MinItems),
            ("max_items", member.MaxItems),
            ("default_json", member.Default is null ? null : JsonText.Compact(member.Default)),
            ("default_from", member.DefaultFrom?.Name),
            ("date_only", member.DateOnly),
            ("time_zone_from", member.TimeZoneFrom?.Name),
            ("limits", View.Texts(phrases)),
            ("limits_sentence", Words.Sentence(phrases)),
            ("deprecation", member.Deprecated is null ? null : Words.Deprecated(member.Deprecated)));
    }

    private static ScriptObject? FieldValues(FieldValues? limit) =>
        limit is null ? null : View.Of(("field", limit.Field.Name), ("values", View.Texts(limit.Values)));
}
