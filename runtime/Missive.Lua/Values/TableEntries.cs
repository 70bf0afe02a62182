using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Missive.Lua;

/// <summary>
/// The entries of a table that is no list, in the one order in which they are shown and written: integer keys from the
/// smallest, then other numbers, then texts by their bytes, then what is left as Lua has it. Fields that were null in JSON
/// and still are absent come with it.
/// </summary>
/// <remarks>
/// Keys and values lie on the stack until it is disposed. Those of a table within a table are read, and disposed, meanwhile.
/// </remarks>
internal readonly ref struct TableEntries : IDisposable
{
    private readonly LuaStack _stack;
    private readonly List<TableEntry> _all;
    private readonly int _start;
    private readonly int _base;

    private TableEntries(LuaStack stack, List<TableEntry> all)
    {
        _stack = stack;
        _all = all;
        _start = all.Count;
        _base = stack.Top;
    }

    public int Count => _all.Count - _start;

    /// <summary>Reads a table's entries.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="table">Where the table lies.</param>
    /// <param name="all">Takes them, behind those of the tables around.</param>
    /// <exception cref="LuaException">Lua's stack has no room for them.</exception>
    public static TableEntries Read(LuaStack stack, int table, List<TableEntry> all)
    {
        var entries = new TableEntries(stack, all);
        Reserve(stack);
        stack.PushNil();
        while (stack.Next(table))
        {
            all.Add(TableEntry.Of(stack, stack.Top - 1));

            // The key stays, and goes on as a copy.
            Reserve(stack);
            stack.PushValue(-2);
        }

        AddNulls(stack, table, all);
        CollectionsMarshal.AsSpan(all)[entries._start..].Sort();
        return entries;
    }

    /// <summary>Where the key of an entry lies.</summary>
    public int KeyIndex(int entry) => _all[_start + entry].Index;

    /// <summary>Where the value of an entry lies.</summary>
    public int ValueIndex(int entry) => KeyIndex(entry) + 1;

    public TableKeyKind KeyKind(int entry) => _all[_start + entry].Kind;

    /// <summary>A text or number as the text that JSON has for it; anything else as Lua shows it.</summary>
    public ReadOnlySpan<byte> KeyText(int entry)
    {
        var known = _all[_start + entry];
        return known.Kind switch
        {
            TableKeyKind.Text => known.Text,
            TableKeyKind.Integer => Encoding.UTF8.GetBytes(known.Integer.ToString(CultureInfo.InvariantCulture)),
            _ => ScalarText.Of(_stack, known.Index),
        };
    }

    public void Dispose()
    {
        CollectionsMarshal.SetCount(_all, _start);
        _stack.SetTop(_base);
    }

    private static void AddNulls(LuaStack stack, int table, List<TableEntry> all)
    {
        if (TableMarks.Push(stack, table) == TableMark.None)
        {
            return;
        }

        var mark = stack.Top;
        for (var i = 1; i <= stack.RawLength(mark); i++)
        {
            Reserve(stack);
            stack.GetItem(mark, i);
            stack.PushValue(-1);
            if (LuaApi.lua_rawget(stack.State, table) == LuaType.Nil)
            {
                stack.Pop();
                stack.PushNull();
                all.Add(TableEntry.Of(stack, stack.Top - 1));
            }
            else
            {
                stack.Pop(2);
            }
        }
    }

    private static void Reserve(LuaStack stack)
    {
        if (!stack.TryReserve(4))
        {
            throw new LuaException("a table has too many keys to be put in order");
        }
    }
}
