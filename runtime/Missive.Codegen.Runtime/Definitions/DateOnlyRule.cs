namespace Missive.Codegen.Runtime;

/// <summary>Which moment of a day a date without a time means.</summary>
public enum DateOnlyRule
{
    /// <summary>00:00:00, the day's first second.</summary>
    StartOfDay,

    /// <summary>23:59:59, the day's last second.</summary>
    EndOfDay,
}
