using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Missive.Lua;

/// <summary>One entry of a table: where it lies on the stack, and what its key is compared by.</summary>
internal readonly unsafe struct TableEntry : IComparable<TableEntry>
{
    // An integer, the bits of another number, or where a text begins.
    private readonly long _value;
    private readonly int _length;

    private TableEntry(TableKeyKind kind, int index, long value, int length = 0)
    {
        Kind = kind;
        Index = index;
        _value = value;
        _length = length;
    }

    public TableKeyKind Kind { get; }

    /// <summary>Where the key lies; the value lies above it.</summary>
    public int Index { get; }

    public long Integer => _value;

    /// <summary>The bytes of a key that is text.</summary>
    public ReadOnlySpan<byte> Text => new((void*)_value, _length);

    public static TableEntry Of(LuaStack stack, int index)
    {
        switch (stack.Type(index))
        {
            case LuaType.String:
                var text = stack.Text(index);
                return new(TableKeyKind.Text, index, (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text)), text.Length);
            case LuaType.Number when stack.IsInteger(index):
                return new(TableKeyKind.Integer, index, stack.Integer(index));
            case LuaType.Number:
                return new(TableKeyKind.Float, index, BitConverter.DoubleToInt64Bits(stack.Number(index)));
            default:
                return new(TableKeyKind.Other, index, 0);
        }
    }

    public int CompareTo(TableEntry other)
    {
        if (Kind != other.Kind)
        {
            return Kind.CompareTo(other.Kind);
        }

        var difference = Kind switch
        {
            TableKeyKind.Text => Text.SequenceCompareTo(other.Text),
            TableKeyKind.Integer => _value.CompareTo(other._value),
            TableKeyKind.Float => BitConverter.Int64BitsToDouble(_value).CompareTo(BitConverter.Int64BitsToDouble(other._value)),
            _ => 0,
        };
        return difference != 0 ? difference : Index.CompareTo(other.Index);
    }
}

/// <summary>What kind of key an entry has, in the order in which they are shown.</summary>
internal enum TableKeyKind : byte
{
    Integer,
    Float,
    Text,
    Other,
}
