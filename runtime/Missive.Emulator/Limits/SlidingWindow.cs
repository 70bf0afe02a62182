namespace Missive.Emulator.Limits;

/// <summary>Counts moments in the window that ends now. Not thread-safe: its limiter holds the lock.</summary>
internal sealed class SlidingWindow(long length)
{
    private readonly Queue<long> _moments = new();

    public int Largest { get; private set; }

    public int CountAt(long now)
    {
        while (_moments.TryPeek(out var oldest) && now - oldest >= length)
        {
            _moments.Dequeue();
        }

        return _moments.Count;
    }

    public void Add(long now)
    {
        _moments.Enqueue(now);
        Largest = Math.Max(Largest, CountAt(now));
    }

    public long WaitAt(long now) => _moments.TryPeek(out var oldest) ? Math.Max(0, oldest + length - now) : 0;
}
