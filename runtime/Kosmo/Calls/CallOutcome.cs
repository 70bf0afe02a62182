using System.Text.Json;
using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Calls;

/// <summary>What became of a call: an answer, the requests that it would send, or an error.</summary>
/// <param name="Data">The answer; undefined for none.</param>
/// <param name="Rehearsal">What it would send; null unless it was a dry run.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
internal sealed record CallOutcome(JsonElement Data, MissiveRehearsal? Rehearsal, CallFailure? Failure)
{
    /// <summary>Makes a call, or rehearses it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">Carries it out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What became of it. What nobody foresaw is thrown.</returns>
    public static async ValueTask<CallOutcome> OfAsync(FunctionCall call, ToolCaller caller, CancellationToken cancellationToken)
    {
        try
        {
            return call.IsDryRun
                ? new CallOutcome(default, await caller.RehearseAsync(call.Tool, call.Arguments, call.Account, cancellationToken).ConfigureAwait(false), null)
                : new CallOutcome((await caller.CallAsync(call.Tool, call.Arguments, call.Account, cancellationToken).ConfigureAwait(false)).Json, null, null);
        }
        catch (Exception error) when (error is KosmoException or MissiveException or ToolValidationException)
        {
            // Whoever breaks a call off does not want to hear how it broke.
            cancellationToken.ThrowIfCancellationRequested();
            return new CallOutcome(default, null, new CallFailure(error));
        }
    }
}
