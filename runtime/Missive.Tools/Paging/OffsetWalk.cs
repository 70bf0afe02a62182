using System.Globalization;
using System.Text.Json;

namespace Missive.Tools;

/// <summary>Walks a list by the number of items to skip.</summary>
/// <param name="call">The call.</param>
/// <param name="target">Path and query without limit and offset.</param>
/// <param name="envelope">The key of the answer that holds the items.</param>
/// <param name="pageSize">The page size to ask for.</param>
/// <param name="offset">The number of items to skip at the start.</param>
internal sealed class OffsetWalk(ToolCall call, string target, string envelope, int pageSize, long offset = 0) : ItemWalk
{
    private readonly string _target = QueryEdit.With(target, "limit", pageSize.ToString(CultureInfo.InvariantCulture));
    private readonly Queue<JsonElement> _fetched = new();
    private long _offset = offset;
    private WalkEnd _end;
    private MissiveResponse? _firstAnswer;

    public override WalkEnd End => _end;

    public override MissiveResponse FirstAnswer => _firstAnswer.GetValueOrDefault();

    public override bool TryTake(out WalkItem item)
    {
        var isThere = _fetched.TryDequeue(out var json);
        item = new WalkItem(json, null);
        return isThere;
    }

    public override async ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
    {
        if (_end != WalkEnd.None)
        {
            return false;
        }

        var page = _offset == 0 ? _target : QueryEdit.With(_target, "offset", _offset.ToString(CultureInfo.InvariantCulture));
        var response = await call.GetAsync(page, cancellationToken).ConfigureAwait(false);
        _firstAnswer ??= response;
        var items = ListItems.Of(call, response, envelope);
        foreach (var item in items.EnumerateArray())
        {
            _fetched.Enqueue(item);
        }

        var count = items.GetArrayLength();
        _offset += count;
        _end = count < pageSize ? WalkEnd.Reached : WalkEnd.None;
        return true;
    }
}
