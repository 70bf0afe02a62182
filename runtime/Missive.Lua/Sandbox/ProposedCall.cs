using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>The call that the message of a refused one ends with.</summary>
/// <param name="target">What was called.</param>
internal sealed class ProposedCall(CallTarget target)
{
    /// <summary>The call that is accepted.</summary>
    /// <param name="values">What stands between the parentheses.</param>
    /// <returns>The last line of the message; null when it would be too long.</returns>
    public string? Accepted(IEnumerable<JsonElement> values) => Text("Corrected call", values);

    /// <summary>The call that is accepted, or the one that was made with what is missing marked, when nothing else is wrong with it.</summary>
    /// <param name="arguments">The arguments that were refused.</param>
    /// <param name="errors">What is wrong with them.</param>
    /// <param name="corrected">The arguments that are accepted; null when they cannot be told.</param>
    /// <returns>The last line of the message; null when there is no such call, or it would be too long.</returns>
    public string? InsteadOf(JsonElement arguments, ImmutableArray<ToolValidationError> errors, JsonElement? corrected)
        => corrected is { } accepted ? Accepted([accepted]) : Outline(arguments, errors);

    private string? Outline(JsonElement arguments, ImmutableArray<ToolValidationError> errors)
    {
        if (!errors.All(static error => error.Code == ToolValidationCodes.Missing && error.Got == "nothing"))
        {
            return null;
        }

        var call = arguments.ValueKind == JsonValueKind.Object ? JsonObject.Create(arguments)! : [];
        return errors.All(error => TryMark(call, error)) ? Text("Form of the call", [JsonElement.Parse(call.ToJsonString(), CallFunctions.ParseOptions)]) : null;
    }

    private static bool TryMark(JsonNode place, ToolValidationError error)
    {
        // Names, and indexes in brackets: body[0].name.
        var steps = error.Path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1])
        {
            // An empty list stands for an object without fields.
            if (At(place, step) is null or JsonArray { Count: 0 } && !TrySet(place, step, new JsonObject()))
            {
                return false;
            }

            place = At(place, step)!;
        }

        return TrySet(place, steps[^1], $"<{error.Expected}>");
    }

    private static JsonNode? At(JsonNode place, string step) => place switch
    {
        JsonObject fields => fields[step],
        JsonArray items when IndexOf(step, items) is { } index => items[index],
        _ => null,
    };

    private static bool TrySet(JsonNode place, string step, JsonNode value)
    {
        switch (place)
        {
            // A name in brackets and quotes is none that a function has.
            case JsonObject fields when step is not ['[', ..]:
                fields[step] = value;
                return true;
            case JsonArray items when IndexOf(step, items) is { } index:
                items[index] = value;
                return true;
            default:
                return false;
        }
    }

    private static int? IndexOf(string step, JsonArray items)
        => step is ['[', .. var digits, ']'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count ? index : null;

    private string? Text(string what, IEnumerable<JsonElement> values) => CallText.Of(target.Path, values) is { } call ? $"{what}: {call}" : null;
}
