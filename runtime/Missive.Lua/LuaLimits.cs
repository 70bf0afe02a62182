namespace Missive.Lua;

/// <summary>
/// What one run may use. When a limit is reached, the run ends and what it printed until then is kept. Making a
/// <see cref="LuaSession"/> refuses values out of their ranges.
/// </summary>
public sealed record LuaLimits
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(365);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromDays(1);

    /// <summary>Memory of the Lua state, in bytes, from 1 up; 32 MiB unless said otherwise. What a session keeps between runs counts.</summary>
    public long MemoryBytes { get; init; } = 33_554_432;

    /// <summary>
    /// How long the script itself may run, above zero and up to 365 days; 30 seconds unless said otherwise. Time in which it waits
    /// for calls does not count. <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan Cpu { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the run may take, calls included, above zero and up to 365 days; ten minutes unless said otherwise.
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    public TimeSpan WallClock { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How much output is kept, in bytes, from 0 up; 1 MiB unless said otherwise. What comes beyond is dropped, and the output's end
    /// says so.
    /// </summary>
    public int OutputBytes { get; init; } = 1_048_576;

    /// <summary>
    /// How long the run may go on after <see cref="Cpu"/> or <see cref="WallClock"/> before <see cref="LuaSession.Unresponsive"/>
    /// is raised, from zero to a day; one second unless said otherwise.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What is out of its range, as a sentence; null when nothing is.</summary>
    internal string? FindFault()
        => MemoryBytes < 1 ? $"{nameof(MemoryBytes)} must be at least 1."
            : !IsTime(Cpu) ? $"{nameof(Cpu)} must be above zero and up to 365 days, or infinite."
            : !IsTime(WallClock) ? $"{nameof(WallClock)} must be above zero and up to 365 days, or infinite."
            : OutputBytes < 0 ? $"{nameof(OutputBytes)} must not be negative."
            : Grace < TimeSpan.Zero || Grace > LongestGrace ? $"{nameof(Grace)} must be from zero to a day."
            : null;

    private static bool IsTime(TimeSpan value) => value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value <= LongestTime);
}
