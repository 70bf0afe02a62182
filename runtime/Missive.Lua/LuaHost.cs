using System.Collections.Immutable;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>What scripts can reach. Made once; any number of sessions may share it.</summary>
public sealed class LuaHost
{
    /// <summary>The tools.</summary>
    public required ToolRegistry Registry { get; init; }

    /// <summary>The generated Lua that makes <c>app.integrations.&lt;namespace&gt;</c>: the text of <c>generated/lua/&lt;namespace&gt;.lua</c>.</summary>
    public required string Binding { get; init; }

    /// <summary>The names of the named accounts; the default account has none.</summary>
    public ImmutableArray<string> Accounts { get; init; } = [];

    /// <summary>Carries out the calls.</summary>
    public required ILuaToolCaller Caller { get; init; }

    /// <summary>What <c>docs</c> answers; null for no such global.</summary>
    public ILuaDocumentation? Documentation { get; init; }

    /// <summary>The clock that scripts read; the limits of a run have their own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Says what a script receives of an exception that <see cref="Caller"/> threw. Null, or null for an exception, leaves it to
    /// the host: a <see cref="ToolValidationException"/> is passed on in full, of any other nothing but its type.
    /// </summary>
    public Func<Exception, LuaFailure?>? DescribeError { get; init; }
}
