using Missive.Codegen.Model;
using Scriban.Runtime;

namespace Missive.Codegen.Emit.Views;

/// <summary>Views of declared types.</summary>
internal static class TypeViews
{
    public static ScriptObject Of(TypeDefinition type, TypeCatalog catalog, TypeKinds kinds) => View.Of(
        ("name", type.Name),
        ("description", type.Description),
        ("source", Words.Source(type.Source)),
        ("is_enum", type.IsEnum),
        ("fields", View.List(type.IsEnum ? [] : catalog.FieldsOf(type), field => Field(field, catalog, kinds, type.Name))),
        ("rules", View.List(catalog.RulesOf(type), MemberViews.Rule)),
        ("values", View.List(type.Values, value => View.Of(
            ("value", value.Value),
            ("pascal", Naming.Pascal(value.Value)),
            ("description", value.Description)))),
        ("deprecation", type.Deprecated is null ? null : Words.Deprecated(type.Deprecated)));

    /// <summary>A field with what limits it, as documentation shows it.</summary>
    public static ScriptObject Field(FieldDefinition field, TypeCatalog catalog, TypeKinds kinds, string owner)
    {
        var view = MemberViews.Field(field, kinds, owner);
        view["limits"] = View.Texts(Words.Limits(field, catalog.Find(field.Type.Items?.Name ?? field.Type.Name) is { IsEnum: true } values ? values : null));
        return view;
    }
}
