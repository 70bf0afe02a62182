using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>What to say of a field or an item that was used and is nil.</summary>
internal static class MissingValue
{
    // More names would bury what the message is about.
    private const int MaxNames = 20;

    private const string Show = "print(table) shows what a table holds.";

    /// <summary>Explains the use of something that is nil.</summary>
    /// <param name="machine">The machine: what its last call was answered is most often what was looked into.</param>
    /// <param name="field">The field's name; null for an item of a list, or when it is not known.</param>
    public static string Explain(LuaMachine machine, string? field)
    {
        var missing = field is null ? "" : $"There is no field {field}, or it is null. ";
        return machine.LastAnswer is ({ } tool, { ValueKind: JsonValueKind.Object } answer)
            ? $"{missing}{DidYouMean(field, answer)}The last answer, of {tool.Name}, has {Names(answer)}; {Show}"
            : $"{missing}{Show}";
    }

    private static string DidYouMean(string? field, JsonElement answer)
        => field is not null && NearestName.Find(field, FieldsIn(answer)) is { } near && near != field ? $"Did you mean {near}? " : "";

    private static string Names(JsonElement answer)
    {
        string[] names = [.. answer.EnumerateObject().Select(static property => property.Name)];
        return names.Length == 0 ? "no fields" : $"{string.Join(", ", names.Take(MaxNames))}{(names.Length > MaxNames ? " and others" : "")}";
    }

    // The first item of a list stands for all.
    private static IEnumerable<string> FieldsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(static property => FieldsIn(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => value.EnumerateArray().Take(1).SelectMany(FieldsIn),
        _ => [],
    };
}
