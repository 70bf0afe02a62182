namespace Missive.Tools;

/// <summary>Walks two lists as one, the newest item of both first; of equally new ones that of the first list.</summary>
internal sealed class MergedWalk(ItemWalk first, ItemWalk second) : ItemWalk
{
    private readonly Side _first = new(first);
    private readonly Side _second = new(second);

    public override WalkEnd End
    {
        get
        {
            // Behind the end of one list, the order of the other's items is no longer known.
            foreach (var end in (ReadOnlySpan<WalkEnd>)[first.End, second.End])
            {
                if (end is WalkEnd.OutOfRequests or WalkEnd.Unknown)
                {
                    return end;
                }
            }

            return first.End == WalkEnd.Reached ? second.End : WalkEnd.None;
        }
    }

    public override MissiveResponse FirstAnswer => first.FirstAnswer;

    public override bool TryTake(out WalkItem item)
    {
        item = default;
        if (!_first.IsSettled || !_second.IsSettled)
        {
            return false;
        }

        var side = (_first.Head, _second.Head) switch
        {
            (null, null) => null,
            (null, _) => _second,
            (_, null) => _first,
            var (one, other) => IsOlder(one.Value, other.Value) ? _second : _first,
        };
        item = side?.Take() ?? default;
        return side is not null;
    }

    public override ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
        => (_first.IsSettled ? second : first).FetchAsync(cancellationToken);

    // What has no cursor value is newer than all that has one.
    private static bool IsOlder(WalkItem item, WalkItem other) => item.Cursor < (other.Cursor ?? decimal.MaxValue);

    /// <summary>One list with its next item.</summary>
    private sealed class Side(ItemWalk walk)
    {
        private WalkItem? _head;

        /// <summary>The next item; null when there is none, or none yet.</summary>
        public WalkItem? Head => _head ??= walk.TryTake(out var item) ? item : null;

        /// <summary>Whether it is known which item comes next, or that none does.</summary>
        public bool IsSettled => Head is not null || walk.End == WalkEnd.Reached;

        public WalkItem Take()
        {
            var head = Head!.Value;
            _head = null;
            return head;
        }
    }
}
