using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>One call that a script made.</summary>
public sealed record LuaCall
{
    /// <summary>The function as it was called, without <c>app.</c>: <c>integrations.&lt;namespace&gt;.&lt;function&gt;</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The named account; null for the default one.</summary>
    public string? Account { get; init; }

    /// <summary>How long the call took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The function; null when there is none of that name.</summary>
    public ToolDefinition? Tool { get; init; }
}
