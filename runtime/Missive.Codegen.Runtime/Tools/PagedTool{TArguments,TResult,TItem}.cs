using System.Runtime.CompilerServices;

namespace Missive.Codegen.Runtime;

/// <summary>A list tool with typed arguments, result and items.</summary>
/// <typeparam name="TArguments">The arguments' type.</typeparam>
/// <typeparam name="TResult">The type of one page.</typeparam>
/// <typeparam name="TItem">The items' type.</typeparam>
public abstract class PagedTool<TArguments, TResult, TItem> : Tool<TArguments, TResult>
    where TArguments : JsonRecord
    where TResult : JsonRecord, IJsonRecord<TResult>
    where TItem : JsonRecord, IJsonRecord<TItem>
{
    /// <inheritdoc/>
    protected PagedTool(ToolDefinition definition, IToolInvoker invoker)
        : base(definition, invoker)
    {
    }

    /// <summary>Validates the arguments, calls the tool and walks its pages.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The items, one by one; a page is fetched when its first item is asked for.</returns>
    /// <exception cref="ToolValidationException">The arguments are refused; nothing was sent.</exception>
    public async IAsyncEnumerable<TItem> StreamAsync(
        TArguments arguments,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        await foreach (var item in StreamAsync(arguments.Json, cancellationToken).ConfigureAwait(false))
        {
            yield return TItem.Create(item);
        }
    }
}
