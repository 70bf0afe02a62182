using System.Runtime.CompilerServices;

namespace Missive.Tools;

/// <summary>Reads the items that one call asks for, and says how far it got.</summary>
internal static class ListReader
{
    public static async ValueTask<(List<WalkItem> Items, PageReport Report)> ReadAsync(ListPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Limit is not { } limit)
        {
            return await ReadPageAsync(plan, cancellationToken).ConfigureAwait(false);
        }

        var items = new List<WalkItem>();
        await foreach (var item in WalkAsync(plan, cancellationToken).ConfigureAwait(false))
        {
            items.Add(item);
        }

        var isShort = items.Count < limit;
        return (items, Report(plan, items) with
        {
            HasMore = isShort ? HasMoreBehind(plan.Walk.End) : HasMore(plan),
            Incomplete = isShort && plan.Walk.End is (WalkEnd.OutOfRequests or WalkEnd.Unknown),
        });
    }

    /// <summary>The items that a plan asks for, one by one.</summary>
    public static async IAsyncEnumerable<WalkItem> WalkAsync(ListPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var skipped = 0L;
        var returned = 0L;
        while (returned < (plan.Limit ?? long.MaxValue))
        {
            if (plan.Walk.TryTake(out var item))
            {
                if (plan.Includes(item) && skipped++ >= plan.Offset)
                {
                    returned++;
                    yield return item;
                }
            }
            else if (!await plan.Walk.FetchAsync(cancellationToken).ConfigureAwait(false))
            {
                break;
            }
        }
    }

    private static async ValueTask<(List<WalkItem> Items, PageReport Report)> ReadPageAsync(ListPlan plan, CancellationToken cancellationToken)
    {
        var items = new List<WalkItem>();
        await plan.Walk.FetchAsync(cancellationToken).ConfigureAwait(false);
        while (plan.Walk.TryTake(out var item))
        {
            items.Add(item);
        }

        return (items, Report(plan, items) with { HasMore = HasMoreBehind(plan.Walk.End) });
    }

    private static PageReport Report(ListPlan plan, List<WalkItem> items) => new()
    {
        Offset = plan.Offset,
        Limit = plan.Limit,
        Returned = items.Count,
        NextUntil = items.Count == 0 ? null : items[^1].Cursor,
    };

    // Items that were fetched but not asked for are known to be there.
    private static bool? HasMore(ListPlan plan)
    {
        while (plan.Walk.TryTake(out var item))
        {
            if (plan.Includes(item))
            {
                return true;
            }
        }

        return HasMoreBehind(plan.Walk.End);
    }

    private static bool? HasMoreBehind(WalkEnd end) => end switch
    {
        WalkEnd.Reached => false,
        WalkEnd.Unknown => null,
        _ => true,
    };
}
