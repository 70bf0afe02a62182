using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Missive.Codegen.Runtime;

/// <summary>The tools of one namespace, by name. Definitions are made when they are first asked for.</summary>
public sealed class ToolRegistry
{
    private const int MaxSuggestions = 5;

    private readonly Dictionary<string, ToolRegistration> _byName = new(StringComparer.Ordinal);

    /// <summary>Gathers tools.</summary>
    /// <param name="name">The namespace.</param>
    /// <param name="tools">The tools, in order.</param>
    /// <exception cref="ArgumentException">Two tools share a name or an alias.</exception>
    public ToolRegistry(string name, ImmutableArray<ToolRegistration> tools)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Tools = tools;
        foreach (var tool in tools)
        {
            Add(tool.Name, tool);
            foreach (var alias in tool.Aliases)
            {
                Add(alias, tool);
            }
        }

        void Add(string key, ToolRegistration tool)
        {
            if (!_byName.TryAdd(key, tool))
            {
                throw new ArgumentException($"Two tools are named '{key}'.", nameof(tools));
            }
        }
    }

    /// <summary>The namespace.</summary>
    public string Name { get; }

    /// <summary>The tools, in order.</summary>
    public ImmutableArray<ToolRegistration> Tools { get; }

    /// <summary>Finds a tool.</summary>
    /// <param name="name">
    /// A name or an alias, alone or as <c>&lt;namespace&gt;.&lt;name&gt;</c> or <c>&lt;namespace&gt;.&lt;namespace&gt;_&lt;name&gt;</c>.
    /// </param>
    /// <param name="tool">The tool.</param>
    /// <returns>False when no tool has that name.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out ToolRegistration? tool)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_byName.TryGetValue(name, out tool))
        {
            return true;
        }

        if (!HasPrefix(name, Name, '.'))
        {
            return false;
        }

        var local = name[(Name.Length + 1)..];
        return _byName.TryGetValue(local, out tool)
            || (HasPrefix(local, Name, '_') && _byName.TryGetValue(local[(Name.Length + 1)..], out tool));
    }

    /// <summary>Finds a tool.</summary>
    /// <param name="name">The name, as in <see cref="TryGet"/>.</param>
    /// <returns>The tool.</returns>
    /// <exception cref="UnknownToolException">No tool has that name.</exception>
    public ToolRegistration Get(string name) => TryGet(name, out var tool) ? tool : throw new UnknownToolException(name, Suggest(name));

    /// <summary>The definition of a tool.</summary>
    /// <inheritdoc cref="Get"/>
    /// <returns>The definition.</returns>
    public ToolDefinition GetDefinition(string name) => Get(name).Definition;

    /// <summary>Makes a tool.</summary>
    /// <param name="name">The name, as in <see cref="TryGet"/>.</param>
    /// <param name="invoker">Carries its calls out.</param>
    /// <returns>The tool.</returns>
    /// <exception cref="UnknownToolException">No tool has that name.</exception>
    public Tool Create(string name, IToolInvoker invoker) => Get(name).Create(invoker);

    private static bool HasPrefix(string name, string prefix, char separator)
        => name.Length > prefix.Length && name[prefix.Length] == separator && name.StartsWith(prefix, StringComparison.Ordinal);

    private ImmutableArray<string> Suggest(string name)
    {
        var local = HasPrefix(name, Name, '.') ? name[(Name.Length + 1)..] : name;
        local = HasPrefix(local, Name, '_') ? local[(Name.Length + 1)..] : local;
        return NearestName.FindAll(local, _byName.Keys, MaxSuggestions);
    }
}
