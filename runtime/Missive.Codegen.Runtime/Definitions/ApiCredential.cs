namespace Missive.Codegen.Runtime;

/// <summary>One of the values that an account needs to reach its API.</summary>
public sealed class ApiCredential
{
    /// <summary>Its key.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Label { get; init; }

    /// <summary>What its text is.</summary>
    public CredentialKind Kind { get; init; }

    /// <summary>Whether nothing works without it.</summary>
    public bool Required { get; init; }

    /// <summary>The environment variable that carries it; null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>What it is and where it comes from, in plain text.</summary>
    public required string Description { get; init; }
}
