using System.Text.Json.Nodes;
using Missive.Codegen.Runtime;

namespace Missive.Tools.Tests.Validation;

/// <summary>One way to break a call.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">The key or value that is broken, as an error has to name it.</param>
/// <param name="Arguments">The broken call.</param>
/// <param name="MustFail">Whether the call is wrong now whatever else it says.</param>
/// <param name="Meant">The call that was meant, where the broken one still tells; the error then has to offer it.</param>
internal sealed record Mutation(string Kind, string Path, JsonObject Arguments, bool MustFail, JsonObject? Meant);

/// <summary>Breaks a call in every single way.</summary>
internal static class Mutations
{
    public static IEnumerable<Mutation> Of(ToolDefinition definition, JsonObject arguments)
    {
        foreach (var place in PlacesOf(definition, arguments))
        {
            yield return place.Dropped();
            foreach (var misspelt in place.Misspelt())
            {
                yield return misspelt;
            }

            foreach (var retyped in place.Retyped())
            {
                yield return retyped;
            }
        }
    }

    /// <summary>Every key of a call whose type is declared.</summary>
    private static IEnumerable<Place> PlacesOf(ToolDefinition definition, JsonObject arguments)
    {
        foreach (var parameter in definition.Parameters)
        {
            if (!arguments.ContainsKey(parameter.Name))
            {
                continue;
            }

            yield return new Place(arguments, [parameter.Name], parameter, [.. definition.Parameters.Select(static sibling => sibling.Name)]);
            foreach (var place in Inside(arguments, parameter, [parameter.Name]))
            {
                yield return place;
            }
        }
    }

    private static IEnumerable<Place> Inside(JsonObject arguments, FieldDefinition field, object[] path)
    {
        var value = Place.At(arguments, path);
        if (field is ToolParameter { Envelope: { } envelope } && value is JsonObject body && body.ContainsKey(envelope))
        {
            path = [.. path, envelope];
            value = body[envelope];
        }

        var type = field.Type;
        if (type is ArrayType list)
        {
            type = list.Items;
        }

        if (type is not ObjectType known)
        {
            yield break;
        }

        var items = value is JsonArray array
            ? array.Select((_, index) => (object[])[.. path, index])
            : [path];
        foreach (var item in items)
        {
            foreach (var member in known.Fields.Where(member => Place.At(arguments, item) is JsonObject content && content.ContainsKey(member.Name)))
            {
                yield return new Place(arguments, [.. item, member.Name], member, [.. known.Fields.Select(static sibling => sibling.Name)]);
                foreach (var place in Inside(arguments, member, [.. item, member.Name]))
                {
                    yield return place;
                }
            }
        }
    }
}
