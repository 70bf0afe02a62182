namespace Missive.Codegen.Runtime;

/// <summary>A moment, passed as Unix seconds or ISO 8601 text and sent as Unix seconds. Made by <see cref="DataType.Timestamp"/>.</summary>
public sealed class TimestampType : DataType
{
    internal TimestampType(DateOnlyRule dateOnly, string? timeZoneFrom)
        : base("timestamp")
    {
        DateOnly = dateOnly;
        TimeZoneFrom = timeZoneFrom;
    }

    /// <summary>What a date without a time means.</summary>
    public DateOnlyRule DateOnly { get; }

    /// <summary>The sibling field whose time zone counts for texts without one; null for none.</summary>
    public string? TimeZoneFrom { get; }
}
