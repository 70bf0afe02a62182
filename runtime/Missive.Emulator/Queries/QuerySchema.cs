namespace Missive.Emulator.Queries;

/// <summary>The query parameters that one documented GET knows.</summary>
internal sealed class QuerySchema(params IEnumerable<QueryParameter> parameters)
{
    /// <summary>The limits of offset lists (official: default 50, at most 200).</summary>
    public const int OffsetDefault = 50;

    public static readonly QuerySchema None = new();

    private static readonly QueryParameter[] OffsetParameters =
        [QueryParameter.Number("limit", 1, 200), QueryParameter.Number("offset", 0)];

    public IReadOnlyList<QueryParameter> Parameters { get; } = [.. parameters];

    public static QuerySchema OffsetList(params IEnumerable<QueryParameter> others) => new([.. others, .. OffsetParameters]);

    /// <summary>The smallest limit is 2: official for tasks, secondary for the others.</summary>
    public static QuerySchema CursorList(int maxLimit, params IEnumerable<QueryParameter> others) =>
        new([.. others, QueryParameter.Number("limit", 2, maxLimit), QueryParameter.Instant("until")]);
}
