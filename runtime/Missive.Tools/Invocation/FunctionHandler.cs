using System.Text.Json;

namespace Missive.Tools;

/// <summary>Carries out the calls of one function, or of all that are alike. Has no state, so one instance serves all calls.</summary>
internal abstract class FunctionHandler
{
    /// <summary>Carries out a call.</summary>
    /// <param name="call">The call; its arguments are validated.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The result.</returns>
    public abstract ValueTask<JsonElement> InvokeAsync(ToolCall call, CancellationToken cancellationToken);

    /// <summary>Walks a list.</summary>
    /// <param name="call">The call; its arguments are validated.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The items.</returns>
    public virtual IAsyncEnumerable<JsonElement> StreamAsync(ToolCall call, CancellationToken cancellationToken)
        => throw new InvalidOperationException($"{call.Definition.Name} has no pages to walk: call it instead.");
}
