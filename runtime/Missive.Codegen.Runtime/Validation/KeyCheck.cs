using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Checks an object's keys: those that are missing, and those that nobody knows.</summary>
internal static class KeyCheck
{
    public static void CheckMissing(ArgumentWalker walker, in ObjectBinding fields, ObjectPlace place)
    {
        foreach (var position in fields.Table.Required)
        {
            var field = fields.Table.Fields[position];
            if (fields.IsPresent(position) || (place == ObjectPlace.BulkItem && string.Equals(field.Name, BodyIds.Key, StringComparison.Ordinal)))
            {
                continue;
            }

            var path = walker.Path.Of(field.Name);
            var setting = field.DefaultFrom is null ? "" : $" The setting {field.DefaultFrom} would fill it.";
            walker.Problems.Add(
                ToolValidationCodes.Missing,
                path,
                TypeText.Of(field.Type),
                "nothing",
                $"{path} is missing. Expected {ArgumentWalker.Describe(field)}{setting}");
        }
    }

    public static void CheckUnknown(ArgumentWalker walker, in ObjectBinding fields, ObjectPlace place)
    {
        if (fields.Unknown is null)
        {
            return;
        }

        foreach (var property in fields.Unknown)
        {
            if (place == ObjectPlace.BulkItem && property.NameEquals(BodyIds.Key))
            {
                if (property.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                {
                    walker.Path.Push(BodyIds.Key);
                    new ValueCheck(walker, property.Value).Check(DataType.String(), fields);
                    walker.Path.Pop();
                }
            }
            else if (!walker.Options.AllowUndocumented || (place == ObjectPlace.Arguments && !string.Equals(walker.Definition.Method, "GET", StringComparison.Ordinal)))
            {
                AddUnknown(walker, property, fields);
            }
            else if (place != ObjectPlace.Content && place != ObjectPlace.BulkItem)
            {
                walker.Path.Push(property.Name);
                PlacementCheck.CheckQueryValue(walker, property.Value);
                walker.Path.Pop();
            }
        }
    }

    /// <summary>The sentence that names the way through for unknown keys, with a blank before it.</summary>
    public static string HintOf(ArgumentWalker walker) => walker.Options.UnknownKeyHint is { } hint ? " " + hint : "";

    private static void AddUnknown(ArgumentWalker walker, JsonProperty property, in ObjectBinding fields)
    {
        var name = property.Name;
        var path = walker.Path.Of(name);
        var absent = AbsentNames(fields, property.Value);
        var nearest = NearestName.Find(name, absent);
        var known = fields.Table.Count == 0 ? "no keys" : "one of " + string.Join(", ", fields.Table.Fields.Select(static field => field.Name));
        var home = nearest is null ? FindHome(name, fields.Table) : null;
        nearest ??= home is null ? FindLonger(name, absent) : null;
        var advice = (nearest, home) switch
        {
            ({ }, _) => $"Did you mean {nearest}?",
            (_, { }) => $"It belongs in {home}: pass {home}.{name}.",
            _ => $"Expected {known}.",
        };
        walker.Problems.Add(
            ToolValidationCodes.Unknown,
            path,
            known,
            Excerpt.Quoted(name),
            $"{path} is not a known key. {advice}{HintOf(walker)}",
            nearest ?? (home is null ? null : $"{home}.{name}"),
            nearest is null ? null : new Correction(Key: nearest));
        if (nearest is not null)
        {
            // What was meant is given, so it is neither missing nor free for the next misspelt key.
            fields[fields.Table.IndexOf(nearest)] = property.Value;
        }
    }

    // The only name that says more than the one that was given: task_id for id, from_field for from.
    private static string? FindLonger(string name, List<string> names)
    {
        string? found = null;
        foreach (var longer in names)
        {
            if (longer.EndsWith($"_{name}", StringComparison.OrdinalIgnoreCase) || longer.StartsWith($"{name}_", StringComparison.OrdinalIgnoreCase))
            {
                if (found is not null)
                {
                    return null;
                }

                found = longer;
            }
        }

        return found;
    }

    // Those that take such a value come first, since of names that are equally near the first counts.
    private static List<string> AbsentNames(in ObjectBinding fields, JsonElement value)
    {
        var fitting = new List<string>();
        var others = new List<string>();
        for (var i = 0; i < fields.Table.Count; i++)
        {
            if (!fields.IsPresent(i))
            {
                var field = fields.Table.Fields[i];
                (Takes(field, value.ValueKind) ? fitting : others).Add(field.Name);
            }
        }

        return [.. fitting, .. others];
    }

    private static bool Takes(FieldDefinition field, JsonValueKind kind) => field.Type switch
    {
        StringType or EnumType => kind == JsonValueKind.String,
        IntegerType or NumberType => kind == JsonValueKind.Number,
        BooleanType => kind is JsonValueKind.True or JsonValueKind.False,
        TimestampType => kind is JsonValueKind.String or JsonValueKind.Number,
        ArrayType => kind == JsonValueKind.Array,
        ObjectType => kind == JsonValueKind.Object || (kind == JsonValueKind.Array && field is ToolParameter { EnvelopeShape: EnvelopeShape.Array }),
        AnyObjectType or MapType => kind == JsonValueKind.Object,
        _ => true,
    };

    // The parameter whose object has a field of that name: callers who know a field tend to pass it one level too high.
    private static string? FindHome(string name, FieldTable table)
    {
        foreach (var field in table.Fields)
        {
            if (field is ToolParameter { Type: ObjectType known } && known.Table.IndexOf(name) >= 0)
            {
                return field.Name;
            }
        }

        return null;
    }
}
