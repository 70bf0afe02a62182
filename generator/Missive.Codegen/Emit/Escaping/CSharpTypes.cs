using System.Globalization;
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
        "string" => $"{Runtime}DataType.String({Limits("minLength", member.MinLength, "maxLength", member.MaxLength)}{Format(member)})",
        "integer" => $"{Runtime}DataType.Integer({Limits("min", member.Min, "max", member.Max)}{Unit(member)})",
        "number" => $"{Runtime}DataType.Number({Limits("min", member.Min, "max", member.Max)}{Unit(member)})",
        "boolean" => Runtime + "DataType.Boolean()",
        "timestamp" => Timestamp(member),
        "object" => Runtime + "DataType.Object()",
        "any" => Runtime + "DataType.Any()",
        "array" => $"{Runtime}DataType.Array({DataType(type.Items, member, ns)}{Limit(", ", "minItems", member.MinItems)}{Limit(", ", "maxItems", member.MaxItems)})",
        "map" => $"{Runtime}DataType.Map({DataType(type.Items, member, ns)})",
        _ => $"global::{CSharpText.Name(ns)}.{Name(type)}.Definition",
    };

    private static string Timestamp(MemberDefinition member)
    {
        var day = member.DateOnly switch
        {
            "start_of_day" => Runtime + "DateOnlyRule.StartOfDay",
            "end_of_day" => Runtime + "DateOnlyRule.EndOfDay",
            _ => "",
        };
        var zone = member.TimeZoneFrom is { } field ? $"{(day.Length > 0 ? ", " : "")}timeZoneFrom: {CSharpText.Literal(field.Name)}" : "";
        return $"{Runtime}DataType.Timestamp({day}{zone})";
    }

    private static string Limits(string least, long? min, string most, long? max) =>
        Limit("", least, min) + Limit(min is null ? "" : ", ", most, max);

    private static string Format(MemberDefinition member) =>
        member.Format is { } format ? $"{(member.MinLength is null && member.MaxLength is null ? "" : ", ")}format: {CSharpText.Literal(format)}" : "";

    private static string Unit(MemberDefinition member) =>
        member.Unit is { } unit ? $"{(member.Min is null && member.Max is null ? "" : ", ")}unit: {CSharpText.Literal(unit)}" : "";

    private static string Limit(string separator, string name, long? value) =>
        value is { } number ? $"{separator}{name}: {number.ToString(CultureInfo.InvariantCulture)}" : "";
}
