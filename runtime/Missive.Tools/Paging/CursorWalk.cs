using System.Globalization;
using System.Text.Json;

namespace Missive.Tools;

/// <summary>
/// Walks a list back in time. Each page begins at the smallest cursor value seen, which is asked for again: other
/// items with the same cursor value may not have fitted on the previous page. So pages repeat items; the walk drops them.
/// </summary>
/// <remarks>
/// All items above the smallest cursor value have been seen, since pages leave no gap; only the ids at that value have to
/// be remembered to tell new items from repeated ones. That keeps the memory of a walk the same however long it is.
/// </remarks>
internal sealed class CursorWalk(ToolCall call, string target, CursorPages pages, RequestBudget budget) : ItemWalk
{
    private readonly Queue<WalkItem> _fetched = new();

    // Drafts that were never sent have no cursor value. They come first, on one page as a rule.
    private readonly HashSet<string> _withoutCursor = new(StringComparer.Ordinal);
    private HashSet<string> _atBoundary = new(StringComparer.Ordinal);
    private decimal? _boundary = pages.Until;
    private decimal? _until = pages.Until;
    private bool _steppedBack;
    private WalkEnd _end;
    private MissiveResponse? _firstAnswer;

    public override WalkEnd End => _end;

    public override MissiveResponse FirstAnswer => _firstAnswer.GetValueOrDefault();

    /// <summary>The number of ids that the walk remembers.</summary>
    public int RememberedIds => _atBoundary.Count + _withoutCursor.Count;

    public override bool TryTake(out WalkItem item) => _fetched.TryDequeue(out item);

    public override async ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
    {
        if (_end != WalkEnd.None)
        {
            return false;
        }

        if (!budget.TryTake())
        {
            _end = WalkEnd.OutOfRequests;
            return false;
        }

        var response = await call.GetAsync(PageTarget(), cancellationToken).ConfigureAwait(false);
        _firstAnswer ??= response;
        var page = new Page();
        Read(ListItems.Of(call, response, pages.Envelope), page);
        MoveOn(page);
        return true;
    }

    private string PageTarget()
    {
        var page = target;
        if (pages.Limit is { } limit)
        {
            page = QueryEdit.With(page, "limit", limit.ToString(CultureInfo.InvariantCulture));
        }

        return _until is { } until ? QueryEdit.With(page, "until", until.ToString(CultureInfo.InvariantCulture)) : page;
    }

    private void Read(JsonElement items, Page page)
    {
        foreach (var json in items.EnumerateArray())
        {
            var item = new WalkItem(json, ListItems.CursorOf(json, pages.Field));
            page.Add(item.Cursor);
            if (IsNew(item, ListItems.KeyOf(json), page))
            {
                page.NewItems++;
                _fetched.Enqueue(item);
            }
        }
    }

    private bool IsNew(WalkItem item, string key, Page page)
    {
        if (item.Cursor is not { } cursor)
        {
            return _withoutCursor.Add(key);
        }

        if (cursor > _boundary || (cursor == _boundary && _atBoundary.Contains(key)) || !page.Keys.Add(key))
        {
            return false;
        }

        page.Remember(key, cursor);
        return true;
    }

    private void MoveOn(Page page)
    {
        if (page.Smallest is { } smallest && (_boundary is null || smallest <= _boundary))
        {
            if (smallest == _boundary)
            {
                _atBoundary.UnionWith(page.AtSmallest);
            }
            else
            {
                _atBoundary = page.AtSmallest;
                _boundary = smallest;
            }
        }

        _end = EndOf(page);
        if (_end == WalkEnd.None)
        {
            ChooseNext(page);
        }
    }

    private WalkEnd EndOf(Page page)
    {
        if (page.Count == 0 || page.Count < (pages.Limit ?? pages.DefaultSize))
        {
            return WalkEnd.Reached;
        }

        if (page.EndsWithoutCursor)
        {
            return WalkEnd.Unknown;
        }

        if (pages.CutsSeconds)
        {
            return page.NewItems == 0 && _steppedBack ? WalkEnd.Reached : WalkEnd.None;
        }

        return page.NewItems == 0 || page.IsOneSecond ? WalkEnd.Reached : WalkEnd.None;
    }

    private void ChooseNext(Page page)
    {
        if (page.NewItems > 0)
        {
            _until = _boundary;
            _steppedBack = false;
        }
        else
        {
            _until = _boundary - 1;
            _steppedBack = true;
        }
    }

    /// <summary>What one page says about the walk.</summary>
    private sealed class Page
    {
        private decimal? _first;

        public int Count { get; private set; }

        public int NewItems { get; set; }

        public bool EndsWithoutCursor { get; private set; }

        /// <summary>Whether all items have one and the same cursor value.</summary>
        public bool IsOneSecond { get; private set; } = true;

        public decimal? Smallest { get; private set; }

        /// <summary>The keys of new items.</summary>
        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        /// <summary>The keys of the new items at the smallest cursor value.</summary>
        public HashSet<string> AtSmallest { get; } = new(StringComparer.Ordinal);

        public void Add(decimal? cursor)
        {
            _first = Count == 0 ? cursor : _first;
            IsOneSecond &= cursor is not null && cursor == _first;
            EndsWithoutCursor = cursor is null;
            Count++;
            if (cursor is not null && (Smallest is null || cursor < Smallest))
            {
                Smallest = cursor;
                AtSmallest.Clear();
            }
        }

        public void Remember(string key, decimal cursor)
        {
            if (cursor == Smallest)
            {
                AtSmallest.Add(key);
            }
        }
    }
}
