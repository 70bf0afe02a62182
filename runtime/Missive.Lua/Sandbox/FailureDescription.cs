using System.Text.Json;
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
        var call = new ProposedCall(target).InsteadOf(arguments, refusal.Errors, refusal.CorrectedArguments);
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
