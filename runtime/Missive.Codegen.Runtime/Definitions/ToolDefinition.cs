using System.Collections.Immutable;

namespace Missive.Codegen.Runtime;

/// <summary>Everything that is known about one tool: what callers see, what they may pass, and the request that it makes.</summary>
public sealed class ToolDefinition
{
    /// <summary>The tool's name, unique within its registry.</summary>
    public required string Name { get; init; }

    /// <summary>The name with its namespace: <c>&lt;namespace&gt;.&lt;namespace&gt;_&lt;name&gt;</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>The name of the group that the tool belongs to.</summary>
    public required string Group { get; init; }

    /// <summary>Whether the tool reads or writes.</summary>
    public required ToolOperation Operation { get; init; }

    /// <summary>What the tool does, in plain text.</summary>
    public required string Description { get; init; }

    /// <summary>What has to be said beyond the description; null for nothing.</summary>
    public string? Notes { get; init; }

    /// <summary>Former or alternative names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Why the tool should not be used any more, in a sentence; null when it may.</summary>
    public string? Deprecation { get; init; }

    /// <summary>The HTTP method of the main request.</summary>
    public required string Method { get; init; }

    /// <summary>The path of the main request, below the API's base URL; <c>{x}</c> stands for the path parameter x.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the hand-written handler that makes the requests; null when they follow from this definition.</summary>
    public string? Handler { get; init; }

    /// <summary>The parameters, in order.</summary>
    public ImmutableArray<ToolParameter> Parameters { get; init; } = [];

    /// <summary>The form of the answer; null when the answer is <c>{ok, status}</c>.</summary>
    public ToolResponse? Response { get; init; }

    /// <summary>How the tool pages; null when it is no list.</summary>
    public ToolPaging? Paging { get; init; }

    /// <summary>What calling the tool may do.</summary>
    public ToolEffects Effects { get; init; } = ToolEffects.None;

    /// <summary>How well the tool is founded.</summary>
    public Evidence Source { get; init; }

    internal FieldTable ParameterTable => field ??= new FieldTable(ImmutableArray<FieldDefinition>.CastUp(Parameters), []);

    internal PathTemplate PathTemplate => field ??= PathTemplate.Parse(this);

    /// <summary>The parameter of that name.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <returns>The parameter, or null when the tool has none of that name.</returns>
    public ToolParameter? FindParameter(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (string.Equals(parameter.Name, name, StringComparison.Ordinal))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>The tool's full name.</summary>
    public override string ToString() => FullName;
}
