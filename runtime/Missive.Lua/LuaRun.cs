using System.Collections.Immutable;
using System.Text.Json;

namespace Missive.Lua;

/// <summary>What came of one run.</summary>
public sealed record LuaRun
{
    /// <summary>Whether the chunk ran to its end.</summary>
    public bool Success => Error is null;

    /// <summary>What was printed and dumped, entries joined by line feeds, without one at the end.</summary>
    public required string Output { get; init; }

    /// <summary>Whether <see cref="Output"/> was cut at its limit; its last line says so too.</summary>
    public bool OutputTruncated { get; init; }

    /// <summary>Why the run failed; null when it did not.</summary>
    public LuaFailure? Error { get; init; }

    /// <summary>The chunk's return values, an array; null when the run failed.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>How long the run took, calls included.</summary>
    public TimeSpan ExecutionTime { get; init; }

    /// <summary>The most memory that the Lua state took during the run, in bytes; null when it could not be asked.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>The calls that were made, in order: the first ten thousand.</summary>
    public ImmutableArray<LuaCall> Calls { get; init; } = [];

    /// <summary>The number of calls that were made.</summary>
    public int CallCount { get; init; }
}
