namespace Missive.Codegen.Runtime;

/// <summary>What calling a tool may do, for those who decide whether to allow it.</summary>
public sealed class ToolEffects
{
    /// <summary>No effects worth a word.</summary>
    public static ToolEffects None { get; } = new();

    /// <summary>Calling twice does the same as calling once.</summary>
    public bool Idempotent { get; init; }

    /// <summary>What it does cannot be undone.</summary>
    public bool Irreversible { get; init; }

    /// <summary>It relies on something that the API's text does not promise.</summary>
    public bool Undocumented { get; init; }

    /// <summary>It comes close to what its name says, but not all the way.</summary>
    public bool Approximate { get; init; }

    /// <summary>When it replaces or removes data; null for never.</summary>
    public EffectCondition? Destructive { get; init; }

    /// <summary>When it sends a message to people; null for never.</summary>
    public EffectCondition? SendsMessage { get; init; }
}
