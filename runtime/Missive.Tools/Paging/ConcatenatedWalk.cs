namespace Missive.Tools;

/// <summary>Walks several lists one after the other, as one.</summary>
internal sealed class ConcatenatedWalk(IReadOnlyList<ItemWalk> walks) : ItemWalk
{
    private int _current;

    public override WalkEnd End => walks[_current].End is var end && end == WalkEnd.Reached && _current < walks.Count - 1 ? WalkEnd.None : end;

    public override MissiveResponse FirstAnswer => walks[0].FirstAnswer;

    public override bool TryTake(out WalkItem item) => walks[_current].TryTake(out item);

    public override async ValueTask<bool> FetchAsync(CancellationToken cancellationToken)
    {
        while (!await walks[_current].FetchAsync(cancellationToken).ConfigureAwait(false))
        {
            if (End != WalkEnd.None)
            {
                return false;
            }

            _current++;
        }

        return true;
    }
}
