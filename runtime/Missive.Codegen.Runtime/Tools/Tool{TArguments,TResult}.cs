namespace Missive.Codegen.Runtime;

/// <summary>A tool with typed arguments and result.</summary>
/// <typeparam name="TArguments">The arguments' type.</typeparam>
/// <typeparam name="TResult">The result's type.</typeparam>
public abstract class Tool<TArguments, TResult> : Tool
    where TArguments : JsonRecord
    where TResult : JsonRecord, IJsonRecord<TResult>
{
    /// <inheritdoc/>
    protected Tool(ToolDefinition definition, IToolInvoker invoker)
        : base(definition, invoker)
    {
    }

    /// <summary>Validates the arguments and calls the tool.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer; its <see cref="JsonRecord.Json"/> is the whole of it.</returns>
    /// <exception cref="ToolValidationException">The arguments are refused; nothing was sent.</exception>
    public async Task<TResult> InvokeAsync(TArguments arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var json = arguments.Json;
        ToolValidator.ThrowIfInvalid(Definition, json, Invoker.ValidationOptions);
        return TResult.Create((await Invoker.InvokeAsync(Definition, json, cancellationToken).ConfigureAwait(false)).Json);
    }
}
