namespace Missive.Lua;

/// <summary>Why a run or a call failed.</summary>
/// <param name="Message">What happened, in words; what <c>pcall</c> gives the script.</param>
/// <param name="Code">The kind of failure, a stable word; null for errors of the script's own.</param>
/// <param name="Path">The argument that the failure is about, as the caller wrote it; null for none.</param>
/// <param name="Hint">What to do about it; null for nothing in particular.</param>
public sealed record LuaFailure(string Message, string? Code = null, string? Path = null, string? Hint = null);
