using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Where a page stands in its list: what the host puts beside the items of a paged answer.</summary>
public sealed class Pagination : JsonRecord, IJsonRecord<Pagination>
{
    /// <summary>Makes an empty one, to be filled by its initializer.</summary>
    public Pagination()
    {
    }

    private Pagination(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The number of items that were skipped.</summary>
    public long? Offset { get => GetInteger("offset"); init => Set("offset", value); }

    /// <summary>The number of items that were asked for; null for one page.</summary>
    public long? Limit { get => GetInteger("limit"); init => Set("limit", value, nullable: true); }

    /// <summary>The number of items that were returned.</summary>
    public long? Returned { get => GetInteger("returned"); init => Set("returned", value); }

    /// <summary>Whether the list goes on; null when that cannot be known.</summary>
    public bool? HasMore { get => GetBoolean("has_more"); init => Set("has_more", value, nullable: true); }

    /// <summary>The cursor of the last item returned, from which the next page starts; null where the list has no cursor.</summary>
    public Timestamp? NextUntil { get => GetTimestamp("next_until"); init => Set("next_until", value, nullable: true); }

    /// <summary>Whether the walk stopped before it found all that was asked for.</summary>
    public bool? Incomplete { get => GetBoolean("incomplete"); init => Set("incomplete", value); }

    static Pagination IJsonRecord<Pagination>.Create(JsonElement json) => new(json);
}
