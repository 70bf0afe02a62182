using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Views;

/// <summary>A declared type, and what its view is made for.</summary>
internal sealed record TypeSubject(TypeDefinition Type, TypeCatalog Catalog, TypeKinds Kinds, Use Use);

/// <summary>Views of declared types.</summary>
internal static class TypeViews
{
    private static readonly ViewShape<EnumValueSubject> Value = new(
        new("value", v => v.Value.Value),
        new("pascal", v => Naming.EnumMember(v.Value.Value, v.Owner)),
        new("description", v => v.Value.Description));

    private static readonly ViewShape<TypeSubject> Shape = new(
        new("name", t => t.Type.Name),
        new("anchor", t => t.Type.Name.ToLowerInvariant()),
        new("description", t => t.Type.Description),
        new("source", t => Words.Source(t.Type.Source)),
        new("is_enum", t => t.Type.IsEnum),
        new("fields", t => View.List(t.Type.IsEnum ? [] : t.Catalog.FieldsOf(t.Type), f => MemberViews.Field(f, t.Kinds, t.Type.Name, t.Catalog, t.Use))),
        new("is_answer", t => t.Use == Use.Answer),
        new("rules", t => View.List(t.Catalog.RulesOf(t.Type), MemberViews.Rule)),
        new("values", t => View.List(t.Type.Values, v => Value.Of(new(v, t.Type.Name)))),
        new("deprecation", t => Words.Deprecated(t.Type.Deprecated)));

    public static View Of(TypeDefinition type, TypeCatalog catalog, TypeKinds kinds, Use use) => Shape.Of(new(type, catalog, kinds, use));

    private sealed record EnumValueSubject(EnumValue Value, string Owner);
}
