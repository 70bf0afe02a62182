namespace Missive.Emulator.Recording;

/// <summary>What a request did to a stored resource.</summary>
public enum EffectKind
{
    /// <summary>It was made.</summary>
    Created,

    /// <summary>It was changed.</summary>
    Updated,

    /// <summary>It was removed.</summary>
    Deleted,

    /// <summary>It was merged into another one.</summary>
    Merged,
}
