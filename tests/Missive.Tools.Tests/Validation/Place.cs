using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Missive.Codegen.Runtime;

namespace Missive.Tools.Tests.Validation;

/// <summary>A declared key of a call.</summary>
/// <param name="Arguments">The call.</param>
/// <param name="Path">The way to the key: names and indexes.</param>
/// <param name="Field">What is declared of it.</param>
/// <param name="Siblings">The names that may stand beside it.</param>
internal sealed record Place(JsonObject Arguments, object[] Path, FieldDefinition Field, IReadOnlyList<string> Siblings)
{
    private string Key => (string)Path[^1];

    private string PathText => TextOf(Path);

    public static JsonNode? At(JsonObject arguments, object[] path)
    {
        JsonNode? node = arguments;
        foreach (var step in path)
        {
            node = step is int index ? node?[index] : node?[(string)step];
        }

        return node;
    }

    public Mutation Dropped() => new("drop", PathText, Changed(static (parent, key) => parent.Remove(key)), Field.Required, Meant: null);

    public IEnumerable<Mutation> Misspelt()
    {
        foreach (var name in Misspellings(Key).Where(name => !IsAnotherName(name)).Distinct(StringComparer.Ordinal))
        {
            yield return new("misspell", TextOf([.. Path[..^1], name]), Changed((parent, key) =>
            {
                var value = parent[key];
                parent.Remove(key);
                parent[name] = value?.DeepClone();
            }), MustFail: true, Meant: Arguments);
        }
    }

    public IEnumerable<Mutation> Retyped()
    {
        var value = At(Arguments, Path)!;
        foreach (var (kind, wrong, meant) in Wrong(Field.Type, value))
        {
            yield return new(
                kind,
                PathText,
                Changed((parent, key) => parent[key] = wrong),
                MustFail: true,
                meant is null ? null : Changed((parent, key) => parent[key] = meant.DeepClone()));
        }
    }

    // due_dat is as near to due_at as to due_date: what was meant, nobody can tell.
    private bool IsAnotherName(string name)
        => ((JsonObject)Parent(Arguments)).ContainsKey(name)
            || Siblings.Any(sibling => sibling != Key && Enumerable.Range(0, name.Length).Any(index => name.Remove(index, 1) == sibling));

    private static IEnumerable<string> Misspellings(string name)
    {
        yield return name + name[^1];
        if (name.Length > 3)
        {
            yield return name[..^1];
            yield return name[..1] + name[2] + name[1] + name[3..];
            yield return name.ToUpperInvariant();
        }
    }

    private static IEnumerable<(string Kind, JsonNode Wrong, JsonNode? Meant)> Wrong(DataType type, JsonNode value)
    {
        switch (type)
        {
            case StringType:
                yield return ("number for text", 12345, "12345");
                yield return ("list for text", new JsonArray(value.DeepClone()), value);
                yield return ("object for text", new JsonObject { ["x"] = 1 }, null);
                yield return ("boolean for text", true, null);
                break;
            case IntegerType:
                yield return ("text for number", value.ToJsonString(), value);
                yield return ("list for number", new JsonArray(value.DeepClone()), value);
                yield return ("fraction for number", 1.5, null);
                yield return ("word for number", "many", null);
                break;
            case BooleanType:
                yield return ("text for boolean", value.ToJsonString(), value);
                yield return ("number for boolean", 1, null);
                break;
            case EnumType:
                yield return ("wrong enum", value.GetValue<string>() + "x", value);
                yield return ("foreign enum", "something_else_entirely", null);
                yield return ("number for enum", 7, null);
                break;
            case TimestampType:
                yield return ("swapped date", "31.12.2025", null);
                yield return ("swapped date", "12/31/2025", null);
                yield return ("swapped date", "2025-31-12", null);
                yield return ("milliseconds", 1_777_593_600_000_000, null);
                yield return ("boolean for date", true, null);
                break;
            case ArrayType { Items: not ObjectType } when value is JsonArray { Count: 1 } single:
                yield return ("item for list", single[0]!.DeepClone(), single[0]!.GetValueKind() is JsonValueKind.Array or JsonValueKind.Object ? null : value);
                yield return ("text for list", value.ToJsonString(), value);
                break;
            case ObjectType or AnyObjectType:
                yield return ("text for object", value.ToJsonString(), value);
                yield return ("number for object", 7, null);
                break;
        }
    }

    private JsonNode Parent(JsonObject arguments) => At(arguments, Path[..^1])!;

    private JsonObject Changed(Action<JsonObject, string> change)
    {
        var copy = (JsonObject)Arguments.DeepClone();
        change((JsonObject)Parent(copy), Key);
        return copy;
    }

    private static string TextOf(object[] path)
    {
        var text = "";
        foreach (var step in path)
        {
            text += step is int index ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : text.Length == 0 ? (string)step : $".{step}";
        }

        return text;
    }
}
