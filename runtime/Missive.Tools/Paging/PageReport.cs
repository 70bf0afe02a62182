using System.Text.Json;

namespace Missive.Tools;

/// <summary>The block <c>pagination</c> of a list's result.</summary>
internal sealed record PageReport
{
    public long Offset { get; init; }

    /// <summary>The number of items asked for; null for one page.</summary>
    public long? Limit { get; init; }

    public int Returned { get; init; }

    /// <summary>Whether the list goes on; null when that cannot be known.</summary>
    public bool? HasMore { get; init; }

    /// <summary>The cursor value of the last item returned.</summary>
    public decimal? NextUntil { get; init; }

    /// <summary>Whether less was found than asked for although the list may go on.</summary>
    public bool Incomplete { get; init; }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("pagination");
        writer.WriteNumber("offset", Offset);
        WriteNumber(writer, "limit", Limit);
        writer.WriteNumber("returned", Returned);
        if (HasMore is { } hasMore)
        {
            writer.WriteBoolean("has_more", hasMore);
        }
        else
        {
            writer.WriteNull("has_more");
        }

        WriteNumber(writer, "next_until", NextUntil);
        writer.WriteBoolean("incomplete", Incomplete);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
