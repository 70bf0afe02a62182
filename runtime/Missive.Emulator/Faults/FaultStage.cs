namespace Missive.Emulator.Faults;

/// <summary>Whether the request had its effect when the fault strikes.</summary>
public enum FaultStage
{
    /// <summary>The request is not carried out.</summary>
    BeforeEffect,

    /// <summary>The request was carried out; only its answer suffers.</summary>
    AfterEffect,
}
