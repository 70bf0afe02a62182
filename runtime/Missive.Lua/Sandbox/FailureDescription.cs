using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>Says what a script receives of an exception.</summary>
internal static class FailureDescription
{
    public static LuaFailure Of(LuaHost host, ToolDefinition tool, Exception exception) => exception switch
    {
        LuaException own => own.Failure,
        _ when host.DescribeError?.Invoke(exception) is { } described => described,
        ToolValidationException refusal => Of(refusal),
        OperationCanceledException => new LuaFailure($"{tool.Name}: the call was cancelled.", LuaFailureCodes.Cancelled),

        // The message was not written for scripts, and may hold what they must not see.
        _ => new LuaFailure($"{tool.Name}: the call failed ({exception.GetType().Name}).", LuaFailureCodes.HostError),
    };

    private static LuaFailure Of(ToolValidationException refusal)
    {
        var first = refusal.Errors[0];
        var hint = refusal.CorrectedArguments is { } corrected ? $"Corrected arguments: {corrected.GetRawText()}"
            : first.Suggestion is { } suggestion ? $"Did you mean {suggestion}?"
            : $"Expected: {first.Expected}.";
        return new LuaFailure(refusal.Message, first.Code, first.Path.Length == 0 ? null : first.Path, hint);
    }
}
