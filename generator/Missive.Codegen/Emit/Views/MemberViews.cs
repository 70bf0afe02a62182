using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>A type in use, and whether a declared one is an enum or an object.</summary>
internal sealed record TypeInUse(TypeReference Type, TypeKinds Kinds)
{
    public string Kind { get; } = Kinds.KindOf(Type);

    /// <summary>The type of an array's items or a map's values.</summary>
    public TypeInUse Items => new(Type.Items!, Kinds);
}

/// <summary>Views of parameters, fields, types in use and rules.</summary>
internal static class MemberViews
{
    // What defines a setting is the same for an enum and an object.
    private static readonly TypeKinds NoKinds = new(default(EquatableArray<string>));

    private static readonly ViewShape<TypeInUse> InUse = new(
        new("kind", t => t.Kind),
        new("name", t => t.Type.Name),
        new("is_struct", t => CSharpTypes.IsStruct(t.Kind)),
        new("items", t => t.Type.Items is null ? null : InUse!.Of(t.Items)));

    private static readonly ViewShape<MemberSubject> FieldShape = new(
        new("name", m => m.Member.Name),
        new("pascal", m => Naming.Property(m.Member.Name, m.Owner)),
        new("camel", m => Naming.Camel(m.Member.Name)),
        new("kebab", m => Naming.Kebab(m.Member.Name)),
        new("type", m => Type(m.Member.Type, m.Kinds)),
        new("cs_type", m => Type(m.CodeType, m.Kinds)),
        new("display_type", m => Words.DisplayType(m.Kinds.KindOf(m.Member.Type))),
        new("full_type", m => Words.FullType(m.Member.Type)),
        new("description", m => m.Member.Description),
        new("required", m => m.Member.Required),
        new("needed", m => m.Needed),
        new("nullable", m => m.Member.Nullable),
        new("min", m => m.Member.Min),
        new("max", m => m.Member.Max),
        new("min_length", m => m.Member.MinLength),
        new("max_length", m => m.Member.MaxLength),
        new("min_items", m => m.Member.MinItems),
        new("max_items", m => m.Member.MaxItems),
        new("default_json", m => m.Member.Default is { } value ? JsonText.Compact(value) : null),
        new("default_from", m => m.Member.DefaultFrom?.Name),
        new("date_only", m => m.Member.DateOnly),
        new("time_zone_from", m => m.Member.TimeZoneFrom?.Name),
        new("explanation", m => Words.Explanation(m.Member, m.Limits)),
        new("summary", m => Words.Summary(m.Member, m.Limits)),
        new("limits", m => View.Texts(m.Limits)),
        new("limits_sentence", m => Words.Sentence(m.Limits)),
        new("deprecation", m => Words.Deprecated(m.Member.Deprecated)));

    private static readonly ViewShape<MemberSubject> ParameterShape = FieldShape.With(
        new("location", m => m.Parameter.In),
        new("comma_list", m => m.Parameter.List is not null),
        new("envelope", m => m.Parameter.Envelope),
        new("envelope_shape", m => m.Parameter.Envelope is null ? null : m.Parameter.Shape ?? "object"),
        new("per_id", m => m.Parameter.PerId?.Name));

    private static readonly ViewShape<MemberSubject> SettingShape = FieldShape.With(
        new ViewMember<MemberSubject>("label", m => FunctionTitle.Of(m.Member.Name)));

    private static readonly ViewShape<FieldValues> Condition = new(
        new("field", v => v.Field.Name),
        new("values", v => View.Texts(v.Values)));

    private static readonly ViewShape<RuleDefinition> RuleShape = new(
        new("text", Words.Rule),
        new("with", r => View.Names(r.With)),
        new("when", r => r.When is { } when ? Condition.Of(when) : null),
        new("unless", r => r.Unless is { } unless ? Condition.Of(unless) : null),
        new("require", r => View.Names(r.Require)),
        new("forbid", r => View.Names(r.Forbid)),
        new("values", r => View.List(r.Values, Condition.Of)),
        new("at_most_one", r => View.Names(r.AtMostOne)),
        new("at_least_one", r => View.Names(r.AtLeastOne)),
        new("exactly_one", r => View.Names(r.ExactlyOne)),
        new("description", r => r.Description));

    /// <summary>A type in use.</summary>
    public static View Type(TypeReference type, TypeKinds kinds) => InUse.Of(new(type, kinds));

    public static View Parameter(ParameterDefinition parameter, TypeKinds kinds, string owner, TypeCatalog? catalog, Use use, bool needed) =>
        ParameterShape.Of(new(parameter, kinds, owner, catalog, use, needed));

    public static View Field(FieldDefinition field, TypeKinds kinds, string owner, TypeCatalog? catalog, Use use) =>
        FieldShape.Of(new(field, kinds, owner, catalog, use, ArgumentSchemas.IsNeeded(field)));

    public static View Setting(SettingDefinition setting) =>
        SettingShape.Of(new(setting, NoKinds, Owner: "", Catalog: null, Use.Code, Needed: false));

    public static View Rule(RuleDefinition rule) => RuleShape.Of(rule);

    /// <summary>A member, its owner, and what its view is made for.</summary>
    internal sealed record MemberSubject(MemberDefinition Member, TypeKinds Kinds, string Owner, TypeCatalog? Catalog, Use Use, bool Needed)
    {
        public ParameterDefinition Parameter => (ParameterDefinition)Member;

        /// <summary>The type in code, where an enveloped list is an array of its items.</summary>
        public TypeReference CodeType => Member is ParameterDefinition { IsEnvelopedArray: true } ? new("array", Member.Type, default) : Member.Type;

        public TypeInUse Type => new(Member.Type, Kinds);

        public IEnumerable<string> Limits => Words.Limits(Member, Catalog, Use);
    }
}
