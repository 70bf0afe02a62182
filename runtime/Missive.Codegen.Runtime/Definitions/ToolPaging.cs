namespace Missive.Codegen.Runtime;

/// <summary>How a list tool pages.</summary>
public sealed class ToolPaging
{
    /// <summary>By offset or by cursor.</summary>
    public required PagingStyle Style { get; init; }

    /// <summary>The field of an item whose value is the cursor; null for offset lists.</summary>
    public string? CursorField { get; init; }

    /// <summary>The smallest page that the API takes, in items; null when it names none.</summary>
    public int? MinPage { get; init; }

    /// <summary>The page that the API gives when none is asked for, in items; null when it names none.</summary>
    public int? DefaultPage { get; init; }

    /// <summary>The largest page that the API takes, in items; null when it names none.</summary>
    public int? MaxPage { get; init; }

    /// <summary>The argument that holds the number of items wanted, such as <c>limit</c> or <c>params.limit</c>; null for none.</summary>
    public string? Limit { get; init; }

    /// <summary>The argument that holds the number of items to skip; null for none.</summary>
    public string? Offset { get; init; }

    /// <summary>The argument that holds the cursor to start from; null for none.</summary>
    public string? Until { get; init; }

    /// <summary>The number of items wanted when the call does not say; null for one page.</summary>
    public int? DefaultLimit { get; init; }

    /// <summary>The most requests that one call may make; null for no bound.</summary>
    public int? MaxRequests { get; init; }
}
