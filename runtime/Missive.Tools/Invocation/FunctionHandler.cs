using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Carries out the calls of one function, or of all that are alike. Has no state, so one instance serves all calls.</summary>
internal abstract class FunctionHandler
{
    /// <summary>Finds what the definition does not tell about a call's arguments, without sending anything.</summary>
    /// <param name="arguments">The arguments, an object that may have other problems.</param>
    /// <returns>The problem; null for none.</returns>
    public virtual ToolValidationError? FindProblem(JsonElement arguments) => null;

    /// <summary>Carries out a call.</summary>
    /// <param name="call">The call; its arguments are validated.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The result.</returns>
    public abstract ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken);

    /// <summary>Goes through a call whose requests are recorded, not sent; what other requests are built from is looked up.</summary>
    /// <param name="call">The call; its arguments are validated.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    /// <returns>
    /// What only the answers decide about further requests, as a sentence; null when the recorded requests are all.
    /// </returns>
    public virtual async ValueTask<string?> RehearseAsync(ToolCall call, CancellationToken cancellationToken)
    {
        await InvokeAsync(call, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Walks a list.</summary>
    /// <param name="call">The call; its arguments are validated.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The items.</returns>
    public virtual IAsyncEnumerable<JsonElement> StreamAsync(ToolCall call, CancellationToken cancellationToken)
        => throw new InvalidOperationException($"{call.Definition.Name} has no pages to walk: call it instead.");
}
