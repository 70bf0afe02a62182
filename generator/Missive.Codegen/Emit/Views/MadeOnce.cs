using System.Collections.Concurrent;

namespace Missive.Codegen.Emit.Views;

/// <summary>What several files show alike, by its name. Several threads may ask.</summary>
internal sealed class MadeOnce<T>
    where T : class
{
    /// <summary>More than most manifests have of anything; one that has more is better off making some again than keeping them all.</summary>
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, T> _made = new(StringComparer.Ordinal);

    private int _count;

    /// <summary>What was made for the name before, or is made now.</summary>
    public T Get<TSubject>(string name, TSubject subject, Func<TSubject, T> make)
    {
        if (_made.TryGetValue(name, out var known))
        {
            return known;
        }

        var made = make(subject);
        return Interlocked.Increment(ref _count) <= Most ? _made.GetOrAdd(name, made) : made;
    }
}
