using System.Text.Json;

namespace Missive.Tools;

/// <summary>What a list call reads: a walk, and which of its items.</summary>
internal sealed record ListPlan
{
    /// <summary>The walk.</summary>
    public required ItemWalk Walk { get; init; }

    /// <summary>The number of matching items to skip.</summary>
    public long Offset { get; init; }

    /// <summary>The most items to return; null for one page of a call, or all items of a stream.</summary>
    public long? Limit { get; init; }

    /// <summary>The page size that is asked for; null when that is left to the API.</summary>
    public int? PageSize { get; init; }

    /// <summary>Which items count; null for all.</summary>
    public Func<JsonElement, bool>? Filter { get; init; }

    /// <summary>Whether an item counts.</summary>
    public bool Includes(WalkItem item) => Filter is null || Filter(item.Json);
}
