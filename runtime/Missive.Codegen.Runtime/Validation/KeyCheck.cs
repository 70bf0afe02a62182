using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Checks an object's keys: those that are missing, and those that nobody knows.</summary>
internal static class KeyCheck
{
    // More names would say less.
    private const int MaxRelated = 5;

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

    // The sentence that names the way through, with a blank before it: for keys that nothing here resembles.
    private static string HintOf(ArgumentWalker walker) => walker.Options.UnknownKeyHint is { } hint ? " " + hint : "";

    private static void AddUnknown(ArgumentWalker walker, JsonProperty property, in ObjectBinding fields)
    {
        var name = property.Name;
        var absentFields = AbsentFields(fields);
        var absent = NamesOf(absentFields, property.Value);
        var home = FindHome(walker, property, fields);
        if ((FindEnveloped(name, absentFields) ?? NearestName.Find(name, absent) ?? (home is null ? FindLonger(name, absent) ?? FindFormatted(name, absentFields) : null)) is { } nearest)
        {
            Add(walker, property, fields, $"Did you mean {nearest}?", nearest, new Correction(Key: nearest));

            // What was meant is given, so it is neither missing nor free for the next misspelt key.
            fields[fields.Table.IndexOf(nearest)] = property.Value;
        }
        else if (home is { } place)
        {
            var path = $"{place.Parameter}.{place.Field}";
            var isSame = string.Equals(place.Field, name, StringComparison.Ordinal);
            Add(
                walker,
                property,
                fields,
                isSame ? $"It belongs in {place.Parameter}: pass {path}." : $"Did you mean {path}?",
                path,
                place.CanTake ? new Correction(Key: place.Field, Home: place.Parameter) : null);
            var position = fields.Table.IndexOf(place.Parameter);
            if (place.CanTake && !fields.IsPresent(position))
            {
                // What was meant has it.
                fields[position] = ArgumentWalker.EmptyObject;
            }
        }
        else if (FindItem(name, fields) is { } item)
        {
            Add(walker, property, fields, $"It belongs in {item}.", null, null);
        }
        else
        {
            var related = NearestName.FindAll(name, absent, MaxRelated);
            var advice = related.IsEmpty ? $"Expected {Known(fields)}." : $"Did you mean {string.Join(" or ", related)}?";
            Add(walker, property, fields, advice + HintOf(walker), null, null);
        }
    }

    private static void Add(ArgumentWalker walker, JsonProperty property, in ObjectBinding fields, string advice, string? suggestion, Correction? correction)
    {
        var path = walker.Path.Of(property.Name);
        walker.Problems.Add(
            ToolValidationCodes.Unknown,
            path,
            Known(fields),
            Excerpt.Quoted(property.Name),
            $"{path} is not a known key. {advice}",
            suggestion,
            correction);
    }

    private static string Known(in ObjectBinding fields)
        => fields.Table.Count == 0 ? "no keys" : "one of " + string.Join(", ", fields.Table.Fields.Select(static field => field.Name));

    // The absent parameter whose content was given under the envelope's name, as it is sent: contacts for body.
    private static string? FindEnveloped(string name, IEnumerable<FieldDefinition> absent)
        => absent.OfType<ToolParameter>().FirstOrDefault(parameter => string.Equals(parameter.Envelope, name, StringComparison.Ordinal))?.Name;

    // The only name that says more than the one that was given: task_id for id, from_field for from.
    private static string? FindLonger(string name, IEnumerable<string> names)
        => OnlyOf(names.Where(longer => longer.EndsWith($"_{name}", StringComparison.OrdinalIgnoreCase) || longer.StartsWith($"{name}_", StringComparison.OrdinalIgnoreCase)));

    // The only absent field that holds what the name says: address, whose format is email, for email.
    private static string? FindFormatted(string name, IEnumerable<FieldDefinition> absent)
        => OnlyOf(absent
            .Where(field => field.Type is StringType { Format: { } format } && string.Equals(format, name, StringComparison.OrdinalIgnoreCase))
            .Select(static field => field.Name));

    private static string? OnlyOf(IEnumerable<string> names) => names.Take(2).ToArray() is [var only] ? only : null;

    // The list whose items are of several kinds, where the name is one of these: infos, as an item with the kind phone_number.
    private static string? FindItem(string name, in ObjectBinding fields)
    {
        foreach (var list in fields.Table.Fields)
        {
            if (list.Type is ArrayType { Items: ObjectType items }
                && items.Table.Fields.FirstOrDefault(field => field.Required && field.Type is EnumType kinds && kinds.Values.Contains(name)) is { } kind)
            {
                return $"{list.Name}, as an item with the {kind.Name} {name}";
            }
        }

        return null;
    }

    private static List<FieldDefinition> AbsentFields(in ObjectBinding fields)
    {
        var absent = new List<FieldDefinition>();
        for (var i = 0; i < fields.Table.Count; i++)
        {
            if (!fields.IsPresent(i))
            {
                absent.Add(fields.Table.Fields[i]);
            }
        }

        return absent;
    }

    // Those that take such a value come first, since of names that are equally near the first counts.
    private static List<string> NamesOf(IEnumerable<FieldDefinition> absent, JsonElement value)
        => [.. absent.OrderByDescending(field => Takes(field, value.ValueKind)).Select(static field => field.Name)];

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

    // The parameter whose object has a field of that name, or of one that resembles it: callers who know a field tend to pass
    // it one level too high.
    private static Home? FindHome(ArgumentWalker walker, JsonProperty property, in ObjectBinding fields)
    {
        Home? nearest = null;
        for (var i = 0; i < fields.Table.Count; i++)
        {
            if (fields.Table.Fields[i] is not ToolParameter { Type: ObjectType known } parameter)
            {
                continue;
            }

            if (known.Table.IndexOf(property.Name) >= 0)
            {
                return new Home(parameter.Name, property.Name, CanTake(walker, parameter.Name, fields[i], property.Name));
            }

            List<string> names = [.. known.Table.Fields.Select(static field => field.Name)];
            if (nearest is null && (NearestName.Find(property.Name, names) ?? FindLonger(property.Name, names)) is { } name)
            {
                nearest = new Home(parameter.Name, name, CanTake(walker, parameter.Name, fields[i], name));
            }
        }

        return nearest;
    }

    // Whether a parameter's object, as it is or as it is corrected, can take one more key.
    private static bool CanTake(ArgumentWalker walker, string parameter, JsonElement value, string name)
    {
        if (walker.HasProblems)
        {
            var corrections = walker.Problems.Corrections;
            if (corrections.GetValueOrDefault(walker.Path.Of(parameter))?.Json is { } json)
            {
                value = JsonElement.Parse(json, CallCorrector.AnyDepth);
            }

            // Another key may have been meant for the same field.
            if (corrections.Values.Any(correction => string.Equals(correction.Home, parameter, StringComparison.Ordinal) && string.Equals(correction.Key, name, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return value.ValueKind == JsonValueKind.Undefined
            || ArgumentWalker.IsEmptyArray(value)
            || (value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name, out _));
    }

    /// <summary>Where a key belongs that stands one level too high.</summary>
    private readonly record struct Home(string Parameter, string Field, bool CanTake);
}
