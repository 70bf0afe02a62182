namespace Missive.Lua;

/// <summary>What one run may use. When a limit is reached, the run ends and what it printed until then is kept.</summary>
public sealed record LuaLimits
{
    /// <summary>Memory of the Lua state, in bytes; 32 MiB unless said otherwise. What a session keeps between runs counts.</summary>
    public long MemoryBytes { get; init; } = 33_554_432;

    /// <summary>How long the script itself may run; 30 seconds unless said otherwise. Time in which it waits for calls does not count.</summary>
    public TimeSpan Cpu { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the run may take, calls included; ten minutes unless said otherwise. <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan WallClock { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How much output is kept, in bytes; 1 MiB unless said otherwise. What comes beyond is dropped, and the output's end says so.</summary>
    public int OutputBytes { get; init; } = 1_048_576;

    /// <summary>
    /// How long the run may go on after <see cref="Cpu"/> or <see cref="WallClock"/> before <see cref="LuaSession.Unresponsive"/>
    /// is raised; one second unless said otherwise.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);
}
