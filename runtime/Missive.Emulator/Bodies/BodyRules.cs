using System.Text.Json.Nodes;

namespace Missive.Emulator.Bodies;

internal static class BodyRules
{
    /// <summary>Any of some attributes needs another one. A flag counts only when it is true.</summary>
    public static BodyRule Needs(string needed, params string[] any) => item =>
        any.FirstOrDefault(name => IsSet(item, name)) is { } first && !item.ContainsKey(needed)
            ? $"'{needed}' is required with '{first}'"
            : null;

    public static BodyRule NotBoth(string one, string other) => item =>
        IsSet(item, one) && IsSet(item, other) ? $"'{one}' and '{other}' exclude each other" : null;

    public static BodyRule ExactlyOne(string one, string other) => item =>
        item.ContainsKey(one) == item.ContainsKey(other) ? $"exactly one of '{one}' and '{other}' is required" : null;

    public static BodyRule AtLeastOne(params string[] names) => item =>
        names.Any(name => HasContent(item[name])) ? null : $"at least one of {string.Join(", ", names)} is required";

    /// <summary>Attributes that go only with one value of another attribute.</summary>
    public static BodyRule OnlyWith(string name, string value, params string[] names) => item =>
        names.FirstOrDefault(item.ContainsKey) is { } given && item.Text(name) != value
            ? $"'{given}' goes only with {name} '{value}'"
            : null;

    public static bool IsSet(JsonObject item, string name) =>
        item.ContainsKey(name) && item[name]?.GetValueKind() != System.Text.Json.JsonValueKind.False;

    private static bool HasContent(JsonNode? node) => node switch
    {
        JsonArray array => array.Count > 0,
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length > 0,
        _ => node is not null,
    };
}
