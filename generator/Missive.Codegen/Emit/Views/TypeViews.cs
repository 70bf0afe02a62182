using Missive.Codegen.Model;
using Scriban.Runtime;

namespace Missive.Codegen.Emit.Views;

/// <summary>Views of declared types.</summary>
internal static class TypeViews
{
    public static ScriptObject Of(TypeDefinition type, TypeCatalog catalog, TypeKinds kinds, Use use) => View.Of(
        ("name", type.Name),
        ("description", type.Description),
        ("source", Words.Source(type.Source)),
        ("is_enum", type.IsEnum),
        ("fields", View.List(type.IsEnum ? [] : catalog.FieldsOf(type), field => MemberViews.Field(field, kinds, type.Name, Words.Limits(field, catalog, use)))),
        ("is_answer", use == Use.Answer),
        ("rules", View.List(catalog.RulesOf(type), MemberViews.Rule)),
        ("values", View.List(type.Values, value => View.Of(
            ("value", value.Value),
            ("pascal", Naming.EnumMember(value.Value, type.Name)),
            ("description", value.Description)))),
        ("deprecation", type.Deprecated is null ? null : Words.Deprecated(type.Deprecated)));
}
