namespace Missive.Emulator.Faults;

/// <summary>Faults that wait for the requests to come. Safe for use from several threads.</summary>
public sealed class PendingFaults
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];

    internal PendingFaults()
    {
    }

    /// <summary>How many faults still wait.</summary>
    public int Count
    {
        get { lock (_gate)
            {
                return _waiting.Sum(waiting => waiting.Times);
            }
        }
    }

    /// <summary>Lets the next requests meet a fault. Several additions are used up in their order.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="times">How many requests meet it; at least 1.</param>
    /// <param name="when">Which requests; all when null.</param>
    public void Add(Fault fault, int times = 1, Func<FaultContext, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate)
        {
            _waiting.Add(new Waiting(fault, when) { Times = times });
        }
    }

    /// <summary>Forgets all waiting faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    internal Fault? Take(FaultContext context)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(waiting => waiting.When?.Invoke(context) ?? true);
            if (index < 0)
            {
                return null;
            }

            var taken = _waiting[index];
            if (--taken.Times == 0)
            {
                _waiting.RemoveAt(index);
            }

            return taken.Fault;
        }
    }

    private sealed class Waiting(Fault fault, Func<FaultContext, bool>? when)
    {
        public Fault Fault => fault;

        public Func<FaultContext, bool>? When => when;

        public required int Times { get; set; }
    }
}
