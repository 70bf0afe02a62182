namespace Missive.Tools;

/// <summary>How one list is walked by its cursor.</summary>
internal sealed record CursorPages
{
    /// <summary>The key of the answer that holds the items.</summary>
    public required string Envelope { get; init; }

    /// <summary>The field of an item that is its cursor value.</summary>
    public required string Field { get; init; }

    /// <summary>The page size to ask for; null to leave it to the API.</summary>
    public int? Limit { get; init; }

    /// <summary>The page size that the API gives when none is asked for; null when it names none.</summary>
    public int? DefaultSize { get; init; }

    /// <summary>The newest cursor value wanted, itself included; null for the list's begin.</summary>
    public decimal? Until { get; init; }

    /// <summary>
    /// Whether the API may cut a page inside a second. Then a page of one cursor value does not end the list, and a page
    /// without a new item is passed by one second.
    /// </summary>
    public bool CutsSeconds { get; init; }
}
