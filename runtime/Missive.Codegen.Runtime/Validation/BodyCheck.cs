using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Checks a body that is sent under an envelope, in each of the forms that callers may write.</summary>
internal static class BodyCheck
{
    public static void Check(ArgumentWalker walker, ToolParameter parameter, JsonElement value, in ObjectBinding arguments)
    {
        var content = BodyContent.Of(parameter, value);
        var envelope = content.IsEnveloped ? parameter.Envelope : null;
        if (content.IsEnveloped)
        {
            CheckBesideEnvelope(walker, parameter, value);
        }
        else if (FindMisspeltEnvelope(parameter, value) is { } misspelt)
        {
            AddMisspelt(walker, parameter, misspelt.Name);
            envelope = misspelt.Name;
            content = BodyContent.Inside(parameter, misspelt.Value);
        }

        if (envelope is not null)
        {
            walker.Path.Push(envelope);
        }

        CheckContent(walker, parameter, content, arguments);
        if (envelope is not null)
        {
            walker.Path.Pop();
        }
    }

    private static void CheckContent(ArgumentWalker walker, ToolParameter parameter, BodyContent content, in ObjectBinding arguments)
    {
        if (content.Count == 0)
        {
            walker.Problems.AddValue(
                content.IsList ? ToolValidationCodes.TooFew : ToolValidationCodes.Missing,
                walker.PathText,
                content.IsList ? "at least one object" : TypeText.Of(parameter.Type),
                Excerpt.Of(content.Content));
        }
        else if (parameter.EnvelopeShape == EnvelopeShape.Object)
        {
            walker.CheckValue(parameter.Type, content.Content, arguments);
        }
        else
        {
            CheckItems(walker, parameter, content, arguments);
        }

        if (parameter.PerId is not null)
        {
            PlacementCheck.CheckIds(walker, parameter, content, arguments);
        }
    }

    private static void CheckItems(ArgumentWalker walker, ToolParameter parameter, BodyContent content, in ObjectBinding arguments)
    {
        var index = 0;
        foreach (var item in content)
        {
            if (content.IsList)
            {
                walker.Path.Push(index++);
            }

            if (parameter.PerId is not null
                && parameter.Type is ObjectType known
                && (item.ValueKind == JsonValueKind.Object || ArgumentWalker.IsEmptyArray(item)))
            {
                walker.CheckFields(known.Table, item, ObjectPlace.BulkItem);
            }
            else
            {
                walker.CheckValue(parameter.Type, item, arguments);
            }

            if (content.IsList)
            {
                walker.Path.Pop();
            }
        }
    }

    private static void CheckBesideEnvelope(ArgumentWalker walker, ToolParameter parameter, JsonElement value)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (!property.NameEquals(parameter.Envelope))
            {
                var path = walker.Path.Of(property.Name);
                walker.Problems.Add(
                    ToolValidationCodes.Unknown,
                    path,
                    $"only {parameter.Envelope}",
                    Excerpt.Quoted(property.Name),
                    $"{path} stands beside the envelope {parameter.Envelope}. Put it inside, or leave the envelope out.");
            }
        }
    }

    // An only key that no field has, that holds an object or a list, and that resembles the envelope's.
    private static JsonProperty? FindMisspeltEnvelope(ToolParameter parameter, JsonElement value)
    {
        if (parameter.Type is not ObjectType known || value.ValueKind != JsonValueKind.Object || value.GetPropertyCount() != 1)
        {
            return null;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (known.Table.IndexOf(property, 0) < 0
                && property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                && NearestName.Find(property.Name, [parameter.Envelope!]) is not null)
            {
                return property;
            }
        }

        return null;
    }

    private static void AddMisspelt(ArgumentWalker walker, ToolParameter parameter, string name)
    {
        var path = walker.Path.Of(name);
        walker.Problems.Add(
            ToolValidationCodes.Unknown,
            path,
            parameter.Envelope!,
            Excerpt.Quoted(name),
            $"{path} is not a known key. Did you mean {parameter.Envelope}?",
            parameter.Envelope,
            new Correction(Key: parameter.Envelope));
    }
}
