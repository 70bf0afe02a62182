namespace Missive.Codegen.Runtime;

/// <summary>What a tool's parameters, an object's fields and an account's settings have in common: a named, typed value.</summary>
public abstract class FieldDefinition
{
    private protected FieldDefinition()
    {
    }

    /// <summary>The key under which callers pass the value.</summary>
    public required string Name { get; init; }

    /// <summary>What the value may be.</summary>
    public required DataType Type { get; init; }

    /// <summary>Whether a call without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>Whether null is a value of its own. Elsewhere null means the same as leaving the key out.</summary>
    public bool Nullable { get; init; }

    /// <summary>What the value means, in plain text.</summary>
    public string? Description { get; init; }

    /// <summary>What the API or the host takes when it is absent, as JSON text. Documentation only: it is never sent.</summary>
    public string? Default { get; init; }

    /// <summary>The name of the setting that fills it when it is absent.</summary>
    public string? DefaultFrom { get; init; }

    /// <summary>Why it should not be used any more, in a sentence; null when it may.</summary>
    public string? Deprecation { get; init; }

    /// <summary>How well it is founded, where this differs from its tool or type.</summary>
    public Evidence? Source { get; init; }
}
