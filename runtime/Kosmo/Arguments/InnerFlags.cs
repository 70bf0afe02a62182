using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Arguments;

/// <summary>Flags that name something within a parameter, such as <c>--body.subject=hi</c>. There are none; but it is clear what is meant.</summary>
internal static class InnerFlags
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonText.MaxDepth };

    /// <summary>Refuses such a flag, with the line that was meant.</summary>
    /// <param name="tool">The function.</param>
    /// <param name="arguments">The arguments that the flags make.</param>
    /// <param name="line">The command line.</param>
    /// <exception cref="ArgumentMapException">There is one.</exception>
    public static void ThrowIfAny(ToolDefinition tool, JsonElement arguments, CallLine line)
    {
        string[] inner = [.. arguments.EnumerateObject().Select(static argument => argument.Name).Where(name => IsInner(tool, name))];
        if (inner.Length == 0)
        {
            return;
        }

        var parameter = inner[0].Split('.')[0];
        throw new ArgumentMapException(
            $"{CommandText.FlagName(inner[0])}: a flag names a parameter, and what lies within {parameter} is given as JSON.",
            Merge(tool, arguments, inner) is { } meant ? line.With(tool, meant) : null);
    }

    private static bool IsInner(ToolDefinition tool, string name)
        => name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            && tool.FindParameter(name) is null
            && tool.FindParameter(name[..dot]) is { Type: ObjectType or AnyObjectType or MapType };

    // Null when the flags contradict each other.
    private static JsonElement? Merge(ToolDefinition tool, JsonElement arguments, string[] inner)
    {
        var merged = new JsonObject();
        foreach (var argument in arguments.EnumerateObject().Where(argument => !inner.Contains(argument.Name, StringComparer.Ordinal)))
        {
            merged[argument.Name] = JsonNode.Parse(argument.Value.GetRawText(), documentOptions: Options);
        }

        foreach (var name in inner)
        {
            if (!TrySet(merged, name.Split('.'), ValueOf(tool, name.Split('.'), arguments.GetProperty(name))))
            {
                return null;
            }
        }

        return JsonElement.Parse(Json.Compact(writer => merged.WriteTo(writer)), JsonText.Composed);
    }

    private static bool TrySet(JsonObject place, string[] steps, JsonNode? value)
    {
        foreach (var step in steps[..^1])
        {
            if (!place.TryGetPropertyValue(step, out var next))
            {
                place[step] = next = new JsonObject();
            }

            if (next is not JsonObject within)
            {
                return false;
            }

            place = within;
        }

        return place.TryAdd(steps[^1], value);
    }

    // A flag that no parameter describes was guessed; the field that is meant knows better.
    private static JsonNode? ValueOf(ToolDefinition tool, string[] steps, JsonElement guessed)
    {
        FieldDefinition? field = tool.FindParameter(steps[0]);
        foreach (var step in steps[1..])
        {
            field = (field?.Type as ObjectType)?.Fields.FirstOrDefault(known => known.Name == step);
        }

        return JsonNode.Parse(field is null ? guessed.GetRawText() : ValueCoercion.ToJson(field, CommandText.TextOf(guessed)), documentOptions: Options);
    }
}
