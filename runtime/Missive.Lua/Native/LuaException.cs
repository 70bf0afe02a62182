namespace Missive.Lua;

/// <summary>What the script did cannot be done. Its message is written for the script.</summary>
internal sealed class LuaException(LuaFailure failure) : Exception(failure.Message)
{
    public LuaException(string message, string? code = null)
        : this(new LuaFailure(message, code))
    {
    }

    public LuaFailure Failure { get; } = failure;

    /// <summary>The memory limit, in Lua's own words.</summary>
    public static LuaException OutOfMemory() => new("not enough memory", LuaFailureCodes.MemoryLimit);
}
