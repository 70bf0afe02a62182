using Missive.Codegen.Emit.Views;
using Missive.Codegen.Model;

namespace Missive.Codegen.Emit.Escaping;

/// <summary>Writes arguments as the typed C# that a developer would write.</summary>
internal static class CSharpInitializer
{
    private const int Width = 100;

    /// <summary>The statement that makes the call: <c>var result = await client.Tasks.GetTaskAsync(new() { … });</c></summary>
    public static string Invocation(string group, string method, CSharpCall call)
    {
        var start = $"var result = await client.{group}.{method}Async(";
        var arguments = call.Args.Entries.Count == 0
            ? ""
            : Record(call.Args, [.. call.Function.Parameters], Naming.Pascal(call.Function.Name) + "Arguments", call.Catalog, 0, start.Length);
        return $"{start}{arguments});";
    }

    /// <param name="map">The values.</param>
    /// <param name="members">What may be given.</param>
    /// <param name="owner">The class.</param>
    /// <param name="catalog">The types.</param>
    /// <param name="indent">How far its lines are indented; null when all of it has to stand on one line.</param>
    /// <param name="before">How many characters stand before it on its line.</param>
    private static string Record(DataMap map, IReadOnlyList<MemberDefinition> members, string owner, TypeCatalog catalog, int? indent, int before = 0)
    {
        if (map.Entries.Count == 0)
        {
            return "new()";
        }

        string Part(DataEntry entry, int? at) =>
            $"{Naming.Property(entry.Name, owner)} = {Member(entry.Value, members.FirstOrDefault(m => string.Equals(m.Name, entry.Name, StringComparison.Ordinal)), catalog, at)}";

        var inline = "new() { " + string.Join(", ", map.Entries.Select(e => Part(e, null))) + " }";
        if (indent is not { } depth || inline.Length + depth + before <= Width)
        {
            return inline;
        }

        var blanks = new string(' ', depth);
        return $"new()\n{blanks}{{\n"
            + string.Concat(map.Entries.Select(e => $"{blanks}    {Part(e, depth + 4)},\n"))
            + blanks + "}";
    }

    private static string Member(DataValue value, MemberDefinition? member, TypeCatalog catalog, int? indent)
    {
        if (member is not ParameterDefinition { Envelope: { } envelope } parameter)
        {
            return Value(value, member?.Type, catalog, indent);
        }

        // C# takes the content only; the envelope is added when the request is built.
        var content = value is DataMap map && map[envelope] is { } inner ? inner : value;
        if (!parameter.IsEnvelopedArray)
        {
            return Value(content, parameter.Type, catalog, indent);
        }

        var items = content is DataList list ? list : new DataList([content]);
        return Value(items, new("array", parameter.Type, default), catalog, indent);
    }

    private static string Value(DataValue value, TypeReference? type, TypeCatalog catalog, int? indent)
    {
        var declared = type is null ? null : catalog.Find(type.Name);
        switch (value)
        {
            case DataMap map when declared is { IsEnum: false }:
                return Record(map, catalog.FieldsOf(declared), declared.Name, catalog, indent);
            case DataMap map when type is { Name: "map" }:
                return $"new Dictionary<string, {TypeName(type.Items)}> {{ " + string.Join(", ", map.Entries.Select(e => $"[{CSharpText.Literal(e.Name)}] = {Value(e.Value, type.Items, catalog, indent)}")) + " }";
            case DataMap map:
                return map.Entries.Count == 0 ? "new JsonObject()" : "new JsonObject { " + string.Join(", ", map.Entries.Select(e => $"[{CSharpText.Literal(e.Name)}] = {Value(e.Value, null, catalog, indent)}")) + " }";
            case DataList list when type is { Name: "array" }:
                return List(list, type.Items, catalog, indent);
            case DataList list:
                // A lone null would pass for the whole array of arguments.
                return list.Items is [{ Kind: "null" }]
                    ? "new JsonArray([null])"
                    : "new JsonArray(" + string.Join(", ", list.Items.Select(i => Value(i, null, catalog, indent))) + ")";
            case DataScalar { Kind: "string" } text when declared is { IsEnum: true }:
                return declared.Values.Any(v => string.Equals(v.Value, text.Text, StringComparison.Ordinal))
                    ? $"{declared.Name}.{Naming.EnumMember(text.Text, declared.Name)}"
                    : $"new {declared.Name}({CSharpText.Literal(text.Text)})";
            case DataScalar { Kind: "string" } text when type is { Name: "timestamp" }:
                return $"Timestamp.Parse({CSharpText.Literal(text.Text)})";
            case DataScalar { Kind: "string" } text:
                return CSharpText.Literal(text.Text);
            default:
                return ((DataScalar)value).Text;
        }
    }

    private static string TypeName(TypeReference? type) => type?.Name switch
    {
        "string" => "string",
        "integer" => "long",
        "number" => "double",
        "boolean" => "bool",
        "timestamp" => "Timestamp",
        "object" => "JsonObject",
        "any" or null => "JsonNode?",
        var declared => declared,
    };

    private static string List(DataList list, TypeReference? items, TypeCatalog catalog, int? indent)
    {
        var inline = "[" + string.Join(", ", list.Items.Select(i => Value(i, items, catalog, null))) + "]";
        if (indent is not { } depth || inline.Length + depth <= Width)
        {
            return inline;
        }

        var blanks = new string(' ', depth);
        return "[\n" + string.Concat(list.Items.Select(i => $"{blanks}    {Value(i, items, catalog, depth + 4)},\n")) + blanks + "]";
    }
}
