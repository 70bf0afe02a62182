namespace Missive.Emulator.Paging;

/// <summary>
/// Pages by <c>until</c> (official): newest first, the cursor's second included, so that a page repeats the end of the
/// one before. A page exceeds its limit where it would otherwise end inside a second, or hold nothing but one second
/// while older items exist; only so are the documented ends of a walk (a short page, a page of one cursor value) true.
/// </summary>
internal static class CursorPage
{
    public static IReadOnlyList<T> Of<T>(
        IEnumerable<T> items, Func<T, long?> cursor, Func<T, string> id, CursorRequest request)
    {
        // An item without a cursor value, such as a draft that was never sent, is newer than every value.
        var sorted = items.OrderByDescending(item => cursor(item) ?? long.MaxValue).ThenBy(id, StringComparer.Ordinal).ToArray();
        var first = request.Until is { } until ? Array.FindIndex(sorted, item => cursor(item) is { } value && value <= until) : 0;
        if (first < 0)
        {
            return [];
        }

        var end = Math.Min(sorted.Length, first + request.Limit + request.Excess);
        if (request.KeepsSecondsWhole)
        {
            end = EndOfSecond(end);
            if (end < sorted.Length && cursor(sorted[first]) is { } only && cursor(sorted[end - 1]) == only)
            {
                end = EndOfSecond(end + 1);
            }
        }

        var start = request.Until is null ? 0 : Math.Max(0, first - request.Overlap);
        return sorted[start..end];

        int EndOfSecond(int index)
        {
            while (index > 0 && index < sorted.Length && cursor(sorted[index - 1]) is { } last && cursor(sorted[index]) == last)
            {
                index++;
            }

            return index;
        }
    }
}
