using System.Buffers;
using System.Globalization;
using System.Text;

namespace Missive.Lua;

/// <summary>
/// The entries of a table that is no list, in the one order in which they are shown and written: integer keys from the
/// smallest, then other numbers, then texts by their bytes, then what is left as Lua has it. Fields that were null in JSON
/// and still are absent come with it.
/// </summary>
/// <remarks>Keys and values lie on the stack until it is disposed.</remarks>
internal readonly unsafe ref struct TableEntries : IDisposable
{
    private readonly LuaStack _stack;
    private readonly Entry[] _entries;
    private readonly int _base;

    private TableEntries(LuaStack stack, int first, Entry[] entries, int count)
    {
        _stack = stack;
        _base = first;
        _entries = entries;
        Count = count;
    }

    public int Count { get; }

    /// <summary>Reads a table's entries.</summary>
    /// <exception cref="LuaException">Lua's stack has no room for them.</exception>
    public static TableEntries Read(LuaStack stack, int table)
    {
        var first = stack.Top;
        var entries = ArrayPool<Entry>.Shared.Rent(16);
        var count = 0;
        Reserve(stack, 4);
        stack.PushNil();
        while (stack.Next(table))
        {
            Add(stack, ref entries, ref count);

            // The key stays, and goes on as a copy.
            Reserve(stack, 4);
            stack.PushValue(-2);
        }

        AddNulls(stack, table, ref entries, ref count);
        entries.AsSpan(0, count).Sort(static (left, right) => left.CompareTo(right));
        return new TableEntries(stack, first, entries, count);
    }

    /// <summary>Where the key of an entry lies.</summary>
    public int KeyIndex(int entry) => _entries[entry].Index;

    /// <summary>Where the value of an entry lies.</summary>
    public int ValueIndex(int entry) => _entries[entry].Index + 1;

    public LuaType KeyType(int entry) => _entries[entry].Kind switch
    {
        KeyKind.Integer or KeyKind.Float => LuaType.Number,
        KeyKind.Text => LuaType.String,
        _ => _stack.Type(KeyIndex(entry)),
    };

    /// <summary>A text or number as the text that JSON has for it; anything else as Lua shows it.</summary>
    public ReadOnlySpan<byte> KeyText(int entry) => _entries[entry].Kind switch
    {
        KeyKind.Text => _entries[entry].Bytes,
        KeyKind.Integer => Encoding.UTF8.GetBytes(_entries[entry].Integer.ToString(CultureInfo.InvariantCulture)),
        _ => ScalarText.Of(_stack, KeyIndex(entry)),
    };

    public void Dispose()
    {
        ArrayPool<Entry>.Shared.Return(_entries);
        _stack.SetTop(_base);
    }

    private static void AddNulls(LuaStack stack, int table, ref Entry[] entries, ref int count)
    {
        if (TableMarks.Push(stack, table) == TableMark.None)
        {
            return;
        }

        var mark = stack.Top;
        for (var i = 1; i <= stack.RawLength(mark); i++)
        {
            Reserve(stack, 4);
            stack.GetItem(mark, i);
            stack.PushValue(-1);
            if (LuaApi.lua_rawget(stack.State, table) == LuaType.Nil)
            {
                stack.Pop();
                stack.PushNull();
                Add(stack, ref entries, ref count);
            }
            else
            {
                stack.Pop(2);
            }
        }
    }

    private static void Add(LuaStack stack, ref Entry[] entries, ref int count)
    {
        if (count == entries.Length)
        {
            var larger = ArrayPool<Entry>.Shared.Rent(count * 2);
            entries.AsSpan(0, count).CopyTo(larger);
            ArrayPool<Entry>.Shared.Return(entries);
            entries = larger;
        }

        entries[count] = Entry.Of(stack, stack.Top - 1, count);
        count++;
    }

    private static void Reserve(LuaStack stack, int slots)
    {
        if (!stack.TryReserve(slots))
        {
            throw new LuaException("a table has too many keys to be put in order");
        }
    }

    private enum KeyKind : byte
    {
        Integer,
        Float,
        Text,
        Other,
    }

    private readonly struct Entry
    {
        private readonly byte* _start;
        private readonly int _length;
        private readonly int _order;

        private Entry(KeyKind kind, int index, int order, long integer, double number, ReadOnlySpan<byte> text)
        {
            Kind = kind;
            Index = index;
            Integer = integer;
            Number = number;
            _order = order;
            _start = (byte*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetReference(text));
            _length = text.Length;
        }

        public KeyKind Kind { get; }

        public int Index { get; }

        public long Integer { get; }

        public double Number { get; }

        public ReadOnlySpan<byte> Bytes => new(_start, _length);

        public static Entry Of(LuaStack stack, int index, int order) => stack.Type(index) switch
        {
            LuaType.Number when stack.IsInteger(index) => new(KeyKind.Integer, index, order, stack.Integer(index), 0, []),
            LuaType.Number => new(KeyKind.Float, index, order, 0, stack.Number(index), []),
            LuaType.String => new(KeyKind.Text, index, order, 0, 0, stack.Text(index)),
            _ => new(KeyKind.Other, index, order, 0, 0, []),
        };

        public int CompareTo(in Entry other)
        {
            if (Kind != other.Kind)
            {
                return Kind.CompareTo(other.Kind);
            }

            var difference = Kind switch
            {
                KeyKind.Integer => Integer.CompareTo(other.Integer),
                KeyKind.Float => Number.CompareTo(other.Number),
                KeyKind.Text => Bytes.SequenceCompareTo(other.Bytes),
                _ => 0,
            };
            return difference != 0 ? difference : _order.CompareTo(other._order);
        }
    }
}
