using System.Collections.Immutable;

namespace Missive.Codegen.Runtime;

/// <summary>One tool of a registry: its name, and how to make its definition and the tool itself when they are asked for.</summary>
public sealed class ToolRegistration
{
    private readonly Func<ToolDefinition> _definition;
    private readonly Func<IToolInvoker, Tool> _create;

    /// <summary>Registers a tool.</summary>
    /// <param name="name">The tool's name.</param>
    /// <param name="definition">Gives the tool's definition.</param>
    /// <param name="create">Makes the tool.</param>
    public ToolRegistration(string name, Func<ToolDefinition> definition, Func<IToolInvoker, Tool> create)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(create);
        Name = name;
        _definition = definition;
        _create = create;
    }

    /// <summary>The tool's name.</summary>
    public string Name { get; }

    /// <summary>Former or alternative names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The tool's definition, made when it is first asked for.</summary>
    public ToolDefinition Definition => field ??= _definition();

    /// <summary>Makes the tool.</summary>
    /// <param name="invoker">Carries its calls out.</param>
    /// <returns>The tool.</returns>
    public Tool Create(IToolInvoker invoker) => _create(invoker);
}
