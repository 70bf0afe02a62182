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

    private static void AddUnknown(ArgumentWalker walker, JsonProperty property, in ObjectBinding fields)
    {
        var absent = new List<string>();
        for (var i = 0; i < fields.Table.Count; i++)
        {
            if (!fields.IsPresent(i))
            {
                absent.Add(fields.Table.Fields[i].Name);
            }
        }

        var name = property.Name;
        var path = walker.Path.Of(name);
        var nearest = NearestName.Find(name, absent);
        var known = fields.Table.Count == 0 ? "no keys" : "one of " + string.Join(", ", fields.Table.Fields.Select(static field => field.Name));
        var advice = nearest is null ? $"Expected {known}." : $"Did you mean {nearest}?";
        var hint = walker.Options.UnknownKeyHint is null ? "" : " " + walker.Options.UnknownKeyHint;
        walker.Problems.Add(
            ToolValidationCodes.Unknown,
            path,
            known,
            Excerpt.Quoted(name),
            $"{path} is not a known key. {advice}{hint}",
            nearest,
            nearest is null ? null : new Correction(Key: nearest));
        if (nearest is not null)
        {
            // What was meant is given, so it is neither missing nor free for the next misspelt key.
            fields[fields.Table.IndexOf(nearest)] = property.Value;
        }
    }
}
