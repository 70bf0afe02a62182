using System.Buffers;

namespace Missive.Lua;

/// <summary>
/// Tables as <c>print</c>, <c>dump</c> and <c>tostring</c> show them: lists in brackets, others in braces, an entry a line,
/// indented by two blanks, texts as they are. A table that was shown before is not shown again.
/// </summary>
internal sealed class TableText
{
    private const int MaxDepth = 200;

    // What may be kept for the next text.
    private const int LargestKept = 1 << 20;

    private readonly List<TableEntry> _entries = [];
    private readonly HashSet<nint> _shown = [];
    private ArrayBufferWriter<byte> _text = new();
    private LuaStack _stack;
    private long _limit;

    /// <summary>The text of a value.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="index">Where the value lies.</param>
    /// <param name="limit">How many bytes are wanted at most. The text may be a little longer, and then is not whole.</param>
    /// <returns>The text, valid until the next.</returns>
    public ReadOnlySpan<byte> Of(LuaStack stack, int index, long limit)
    {
        _text.ResetWrittenCount();
        _text = _text.Capacity > LargestKept ? new ArrayBufferWriter<byte>() : _text;
        _entries.Clear();
        _shown.Clear();
        _stack = stack;
        _limit = limit;
        Append(LuaApi.lua_absindex(stack.State, index), 0);
        return _text.WrittenSpan;
    }

    private void Append(int index, int depth)
    {
        if (_stack.Type(index) != LuaType.Table)
        {
            _text.Write(ScalarText.Of(_stack, index));
            return;
        }

        if (!_shown.Add(_stack.Identity(index)))
        {
            _text.Write("<circular>"u8);
        }
        else if (depth == MaxDepth || !_stack.TryReserve(8))
        {
            _text.Write("<too deep>"u8);
        }
        else if (Sequence.TryGetLength(_stack, index, out var length) && length > 0)
        {
            AppendList(index, length, depth);
        }
        else
        {
            AppendMap(index, depth);
        }
    }

    private void AppendList(int index, long length, int depth)
    {
        _text.Write("["u8);
        for (var i = 1L; i <= length && _text.WrittenCount <= _limit; i++)
        {
            _text.Write(i > 1 ? ",\n"u8 : "\n"u8);
            Indent(depth + 1);
            _stack.GetItem(index, i);
            Append(_stack.Top, depth + 1);
            _stack.Pop();
        }

        _text.Write("\n"u8);
        Indent(depth);
        _text.Write("]"u8);
    }

    private void AppendMap(int index, int depth)
    {
        using var entries = TableEntries.Read(_stack, index, _entries);
        if (entries.Count == 0)
        {
            _text.Write(TableMarks.Of(_stack, index) == TableMark.List ? "[]"u8 : "{}"u8);
            return;
        }

        _text.Write("{"u8);
        for (var i = 0; i < entries.Count && _text.WrittenCount <= _limit; i++)
        {
            _text.Write(i > 0 ? ",\n"u8 : "\n"u8);
            Indent(depth + 1);
            _text.Write(entries.KeyText(i));
            _text.Write(": "u8);
            Append(entries.ValueIndex(i), depth + 1);
        }

        _text.Write("\n"u8);
        Indent(depth);
        _text.Write("}"u8);
    }

    private void Indent(int depth)
    {
        var width = depth * 2;
        _text.GetSpan(width)[..width].Fill((byte)' ');
        _text.Advance(width);
    }
}
