using System.Diagnostics.CodeAnalysis;

namespace Missive.Lua;

/// <summary>
/// The names of fields as Lua strings that exist already. Lua would look each up by a hash over all its bytes; here the name
/// that followed the last one last time is compared with the one at hand, and mostly is it.
/// </summary>
internal sealed class KeyCache
{
    private const int Capacity = 1024;

    // Longer strings Lua does not share anyway.
    private const int LongestName = 40;

    // Beyond what Lua and its library, and the marks of tables, use of the registry.
    private const int Slot = 103;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<byte[], int> _byName = new(new NameComparer());
    private Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private LuaStack _stack;
    private int _table;
    private int _last;

    public KeyCache() => _lookup = _byName.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Makes the table that holds the strings.</summary>
    public static void Initialize(LuaStack stack)
    {
        stack.PushTable(0, 0);
        stack.SetItem(LuaApi.RegistryIndex, Slot);
    }

    /// <summary>Pushes what <see cref="Push"/> needs to find on the stack.</summary>
    public void Begin(LuaStack stack)
    {
        stack.GetItem(LuaApi.RegistryIndex, Slot);
        _stack = stack;
        _table = stack.Top;
        _last = 0;
    }

    /// <summary>Pushes a name.</summary>
    public void Push(ReadOnlySpan<byte> name)
    {
        var entries = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries);
        if (_last < entries.Length)
        {
            var next = entries[_last].Next;
            if (name.SequenceEqual(entries[next].Name))
            {
                _last = next;
                _stack.GetItem(_table, next + 1);
                return;
            }
        }

        PushOther(name);
    }

    private void PushOther(ReadOnlySpan<byte> name)
    {
        if (!_lookup.TryGetValue(name, out var index))
        {
            if (name.Length > LongestName || _entries.Count == Capacity)
            {
                _stack.Push(name);
                return;
            }

            index = Add(name);
        }

        if (_last < _entries.Count)
        {
            _entries[_last] = _entries[_last] with { Next = index };
        }

        _last = index;
        _stack.GetItem(_table, index + 1);
    }

    private int Add(ReadOnlySpan<byte> name)
    {
        var index = _entries.Count;
        var copy = name.ToArray();
        _entries.Add(new Entry(copy, index));
        _byName.Add(copy, index);
        _stack.Push(name);
        _stack.SetItem(_table, index + 1);
        return index;
    }

    /// <summary>A name, and the entry that followed it last time.</summary>
    private readonly record struct Entry(byte[] Name, int Next);

    private sealed class NameComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] name) => GetHashCode(name.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
