namespace Missive.Tools;

/// <summary>A value that is remembered for a minute. Safe for use by several callers at once: the last one to store wins.</summary>
internal sealed class Remembered<T>(TimeProvider timeProvider)
    where T : class
{
    // Users and books change seldom, and a call may need the same list several times in a row.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private Entry? _entry;

    /// <summary>The value; null when there is none, or it has become old.</summary>
    public T? Value => Volatile.Read(ref _entry) is { } entry && timeProvider.GetElapsedTime(entry.StoredAt) < Lifetime ? entry.Value : null;

    public T Store(T value)
    {
        Volatile.Write(ref _entry, new Entry(value, timeProvider.GetTimestamp()));
        return value;
    }

    private sealed record Entry(T Value, long StoredAt);
}
