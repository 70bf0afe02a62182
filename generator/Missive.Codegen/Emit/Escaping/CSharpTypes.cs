using System.Text;
using Missive.Codegen.Emit.Views;
using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes types of the manifest as C# has them.</summary>
internal static class CSharpTypes
{
    private const string Runtime = "global::Missive.Codegen.Runtime.";

    /// <summary>The type of a value; never nullable by itself.</summary>
    public static string Name(TypeInUse type) => type.Kind switch
    {
        "string" => "string",
        "integer" => "long",
        "number" => "double",
        "boolean" => "bool",
        "timestamp" => Runtime + "Timestamp",
        "object" => "global::System.Text.Json.Nodes.JsonObject",
        "any" => "global::System.Text.Json.Nodes.JsonNode",
        "array" => $"global::System.Collections.Generic.IReadOnlyList<{Name(type.Items)}>",
        "map" => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Name(type.Items)}>",
        _ => CSharpText.Name(type.Type.Name),
    };

    /// <summary>Whether a value that is absent needs a question mark of its own kind.</summary>
    public static bool IsStruct(string kind) => kind is "integer" or "number" or "boolean" or "timestamp" or "enum";

    /// <summary>The method of JsonRecord that reads a value; <paramref name="suffix"/> is empty, <c>List</c> or <c>Map</c>.</summary>
    public static string Accessor(TypeInUse type, string suffix) => type.Kind switch
    {
        "string" => "GetString" + suffix,
        "integer" => "GetInteger" + suffix,
        "number" => "GetNumber" + suffix,
        "boolean" => "GetBoolean" + suffix,
        "timestamp" => "GetTimestamp" + suffix,
        "object" => "GetObject" + suffix,
        "any" => "GetNode" + suffix,
        "enum" => $"GetText{suffix}<{Name(type)}>",
        "array" => Accessor(type.Items, "List"),
        "map" => Accessor(type.Items, "Map"),
        _ => $"GetRecord{suffix}<{Name(type)}>",
    };

    /// <summary>What defines a parameter or field, as the members of an object initializer: its name, type, limits and default.</summary>
    public static string Definition(TypeInUse type, MemberDefinition member, string ns)
    {
        var text = new StringBuilder("Name = ").Append(CSharpText.Literal(member.Name)).Append(", Type = ").Append(DataType(type, member, ns));
        text.Append(member.Required ? ", Required = true" : "").Append(member.Nullable ? ", Nullable = true" : "");
        void AddText(string name, string? value) => text.Append(value is null ? "" : $", {name} = {CSharpText.Literal(value)}");
        AddText("Default", member.Default is { } value ? JsonText.Compact(value) : null);
        AddText("DefaultFrom", member.DefaultFrom?.Name);
        AddText("Deprecation", Words.Deprecated(member.Deprecated));
        return text.ToString();
    }

    private static string DataType(TypeInUse type, MemberDefinition member, string ns) => type.Kind switch
    {
        "string" => Make("String", Number("minLength", member.MinLength), Number("maxLength", member.MaxLength), Text("format", member.Format)),
        "integer" => Make("Integer", Number("min", member.Min), Number("max", member.Max), Text("unit", member.Unit)),
        "number" => Make("Number", Number("min", member.Min), Number("max", member.Max), Text("unit", member.Unit)),
        "boolean" => Make("Boolean"),
        "timestamp" => Make("Timestamp", DateOnly(member.DateOnly), Text("timeZoneFrom", member.TimeZoneFrom?.Name)),
        "object" => Make("Object"),
        "any" => Make("Any"),
        "array" => Make("Array", DataType(type.Items, member, ns), Number("minItems", member.MinItems), Number("maxItems", member.MaxItems)),
        "map" => Make("Map", DataType(type.Items, member, ns)),
        _ => $"global::{CSharpText.Name(ns)}.{Name(type)}.Definition",
    };

    // What is null is left out.
    private static string Make(string type, params string?[] arguments) =>
        $"{Runtime}DataType.{type}({string.Join(", ", arguments.Where(a => a is not null))})";

    private static string? Number(string name, long? value) => value is { } number ? FormattableString.Invariant($"{name}: {number}") : null;

    private static string? Text(string name, string? value) => value is null ? null : $"{name}: {CSharpText.Literal(value)}";

    private static string? DateOnly(string? rule) => rule switch
    {
        "start_of_day" => Runtime + "DateOnlyRule.StartOfDay",
        "end_of_day" => Runtime + "DateOnlyRule.EndOfDay",
        _ => null,
    };
}
