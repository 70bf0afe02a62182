using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>Says what a script receives of an exception that ended its call.</summary>
/// <param name="host">The host.</param>
/// <param name="target">What was called.</param>
internal sealed class FailureDescription(LuaHost host, CallTarget target)
{
    /// <param name="exception">The exception.</param>
    /// <param name="arguments">The call's arguments, as far as there were any.</param>
    public LuaFailure Of(Exception exception, JsonElement arguments) => exception switch
    {
        LuaException own => own.Failure,
        _ when host.DescribeError?.Invoke(exception) is { } described => described,
        ToolValidationException refusal => Of(refusal, arguments),
        OperationCanceledException => new LuaFailure($"{target.Tool.Name}: the call was cancelled.", LuaFailureCodes.Cancelled),

        // The message was not written for scripts, and may hold what they must not see.
        _ => new LuaFailure($"{target.Tool.Name}: the call failed ({exception.GetType().Name}).", LuaFailureCodes.HostError),
    };

    private LuaFailure Of(ToolValidationException refusal, JsonElement arguments)
    {
        var first = refusal.Errors[0];
        var reason = new ToolValidationException(refusal.ToolName, [.. refusal.Errors.Select(InLua)]).Reason;
        var call = refusal.CorrectedArguments is { } corrected ? Show("Corrected call", corrected) : Outline(refusal, arguments);
        return new LuaFailure(
            call is null ? reason : $"{reason}\n{call}",
            first.Code,
            first.Path.Length == 0 ? null : first.Path,
            call ?? Advice(first));
    }

    private string Advice(ToolValidationError error) => error switch
    {
        { Code: ToolValidationCodes.Unknown or ToolValidationCodes.NotAllowed, Suggestion: { } suggestion } => $"Did you mean {suggestion}?",
        _ when host.Documentation is not null => $"docs.read(\"{host.Registry.Name}.{target.Tool.Name}\") says what it takes.",
        _ => $"Expected: {error.Expected}.",
    };

    // The call with what is missing marked, when nothing else is wrong with it.
    private string? Outline(ToolValidationException refusal, JsonElement arguments)
    {
        if (!refusal.Errors.All(static error => error.Code == ToolValidationCodes.Missing && error.Got == "nothing"))
        {
            return null;
        }

        var call = arguments.ValueKind == JsonValueKind.Object ? JsonObject.Create(arguments)! : [];
        return refusal.Errors.All(error => TryMark(call, error)) ? Show("Form of the call", JsonElement.Parse(call.ToJsonString(), CallFunctions.ParseOptions)) : null;
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

    private string? Show(string what, JsonElement arguments) => CallText.Of(target.Path, arguments) is { } call ? $"{what}: {call}" : null;

    // Values to pass are written as JSON.
    private static ToolValidationError InLua(ToolValidationError error)
    {
        if (error.Suggestion is not (['{', ..] or ['[', ..]))
        {
            return error;
        }

        try
        {
            var value = LuaLiteral.Of(JsonElement.Parse(error.Suggestion));
            return error with { Message = error.Message.Replace($"Pass {error.Suggestion}.", $"Pass {value}.", StringComparison.Ordinal) };
        }
        catch (JsonException)
        {
            // It was too long to be shown in full.
            return error;
        }
    }
}
