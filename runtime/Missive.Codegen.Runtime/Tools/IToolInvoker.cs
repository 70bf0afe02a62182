using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Carries calls out: what stands between the tools and the API.</summary>
public interface IToolInvoker
{
    /// <summary>How arguments are validated before a call reaches this invoker.</summary>
    ToolValidationOptions ValidationOptions => ToolValidationOptions.Default;

    /// <summary>Calls a tool.</summary>
    /// <param name="definition">The tool.</param>
    /// <param name="arguments">Its arguments, an object, validated.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, in the form that the tool's <see cref="ToolDefinition.Response"/> describes. It belongs to the caller.</returns>
    ValueTask<ToolAnswer> InvokeAsync(ToolDefinition definition, JsonElement arguments, CancellationToken cancellationToken);

    /// <summary>Calls a list tool and walks its pages.</summary>
    /// <param name="definition">The tool; its <see cref="ToolDefinition.Paging"/> is set.</param>
    /// <param name="arguments">Its arguments, an object, validated.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The items, one by one; a page is fetched when its first item is asked for.</returns>
    IAsyncEnumerable<JsonElement> StreamAsync(ToolDefinition definition, JsonElement arguments, CancellationToken cancellationToken);
}
