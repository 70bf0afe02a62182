using Microsoft.Extensions.Time.Testing;

namespace Missive.Tools.Tests.Support;

/// <summary>A clock that moves only when a test moves it, and that tells when something waits for it.</summary>
internal sealed class ObservedClock : FakeTimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _set = [];
    private TaskCompletionSource _changed = NewSignal();

    public ObservedClock()
        : base(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ObservedTimer(this, base.CreateTimer(callback, state, dueTime, period));
        Record(dueTime);
        return timer;
    }

    /// <summary>Waits until a timer is set for a time that fits, counted since the last call of <see cref="Move"/>.</summary>
    public async Task<TimeSpan> TimerIsSet(Func<TimeSpan, bool> fits)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_set.FindIndex(due => fits(due)) is >= 0 and var index)
                {
                    return _set[index];
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public Task<TimeSpan> TimerIsSet(TimeSpan due) => TimerIsSet(set => set == due);

    /// <summary>Waits for the pause between two attempts, which varies, and lets it pass.</summary>
    public async Task PassPause()
    {
        await TimerIsSet(due => due > TimeSpan.Zero && due <= TimeSpan.FromSeconds(30));
        Move(TimeSpan.FromSeconds(30));
    }

    public void Move(TimeSpan by)
    {
        lock (_gate)
        {
            _set.Clear();
        }

        Advance(by);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Record(TimeSpan dueTime)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            _set.Add(dueTime);
            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }

    private sealed class ObservedTimer(ObservedClock clock, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = inner.Change(dueTime, period);
            clock.Record(dueTime);
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
