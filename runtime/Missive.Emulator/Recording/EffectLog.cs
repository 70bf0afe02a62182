namespace Missive.Emulator.Recording;

internal sealed class EffectLog
{
    private readonly Lock _gate = new();
    private readonly List<RecordedEffect> _effects = [];

    public void Add(RecordedEffect effect)
    {
        lock (_gate)
        {
            _effects.Add(effect);
        }
    }

    public IReadOnlyList<RecordedEffect> Snapshot()
    {
        lock (_gate)
        {
            return [.. _effects];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _effects.Clear();
        }
    }
}
