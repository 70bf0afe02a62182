using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>A tool that can be called. Calls from typed code, JSON, a script or a command line all pass through here.</summary>
public abstract class Tool
{
    private string? _schema;
    private string? _documentation;

    /// <summary>Joins a definition and what carries its calls out.</summary>
    /// <param name="definition">The tool's definition.</param>
    /// <param name="invoker">Carries the calls out.</param>
    protected Tool(ToolDefinition definition, IToolInvoker invoker)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(invoker);
        Definition = definition;
        Invoker = invoker;
    }

    /// <summary>The tool's definition.</summary>
    public ToolDefinition Definition { get; }

    /// <summary>The tool's name.</summary>
    public string Name => Definition.Name;

    /// <summary>What the tool does, in plain text.</summary>
    public string Description => Definition.Description;

    /// <summary>Whether the tool reads or writes.</summary>
    public ToolOperation Operation => Definition.Operation;

    /// <summary>The JSON Schema of the tool's arguments, as text: the resource <c>schemas/&lt;name&gt;.schema.json</c> of the tool's assembly.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such resource.</exception>
    public string Schema => _schema ??= ToolResources.Read(GetType().Assembly, $"schemas/{Name}.schema.json");

    /// <summary>The tool's page of documentation, as Markdown: the resource <c>docs/functions/&lt;name&gt;.md</c> of the tool's assembly.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such resource.</exception>
    public string Documentation => _documentation ??= ToolResources.Read(GetType().Assembly, $"docs/functions/{Name}.md");

    /// <summary>Carries the calls out.</summary>
    protected IToolInvoker Invoker { get; }

    /// <summary>Validates arguments without calling the tool.</summary>
    /// <param name="arguments">The arguments, an object.</param>
    /// <returns>Every problem found.</returns>
    public ToolValidationResult Validate(JsonElement arguments) => ToolValidator.Validate(Definition, arguments, Invoker.ValidationOptions);

    /// <summary>Validates the arguments and calls the tool.</summary>
    /// <param name="arguments">The arguments, an object.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, as JSON.</returns>
    /// <exception cref="ToolValidationException">The arguments are refused; nothing was sent.</exception>
    public async Task<JsonElement> InvokeAsync(JsonElement arguments, CancellationToken cancellationToken = default)
    {
        ToolValidator.ThrowIfInvalid(Definition, arguments, Invoker.ValidationOptions);
        return (await Invoker.InvokeAsync(Definition, arguments, cancellationToken).ConfigureAwait(false)).Json;
    }

    /// <summary>Validates the arguments, calls the list tool and walks its pages.</summary>
    /// <param name="arguments">The arguments, an object.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The items as JSON, one by one.</returns>
    /// <exception cref="InvalidOperationException">The tool has no pages.</exception>
    /// <exception cref="ToolValidationException">The arguments are refused; nothing was sent.</exception>
    public async IAsyncEnumerable<JsonElement> StreamAsync(
        JsonElement arguments,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Definition.Paging is null)
        {
            throw new InvalidOperationException($"{Name} has no pages to walk: call it instead.");
        }

        ToolValidator.ThrowIfInvalid(Definition, arguments, Invoker.ValidationOptions);
        await foreach (var item in Invoker.StreamAsync(Definition, arguments, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }
}
