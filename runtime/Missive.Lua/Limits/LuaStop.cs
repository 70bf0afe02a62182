namespace Missive.Lua;

/// <summary>Why a run is told to stop.</summary>
internal enum LuaStop
{
    None,

    /// <summary>The script itself ran for too long.</summary>
    Cpu,

    /// <summary>The run took too long, calls included.</summary>
    WallClock,

    /// <summary>The caller's token was cancelled.</summary>
    Cancelled,
}
