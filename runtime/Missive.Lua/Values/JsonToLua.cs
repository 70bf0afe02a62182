using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>
/// Pushes JSON as Lua values, straight from its bytes. Objects and lists become tables; a null becomes <c>json.null</c> in a
/// list, and in an object the absence of its field, which the table remembers.
/// </summary>
internal sealed unsafe class JsonToLua(LuaMachine machine)
{
    /// <summary>How deep objects and lists may lie in each other.</summary>
    public const int MaxDepth = 512;

    private const int Large = 100_000;

    // A larger guess that is wrong costs more than growing does.
    private const int LargestGuess = 64;

    // What lies side by side tends to be of one size, so the last size at each depth is a good guess of the next.
    private readonly int[] _fields = new int[MaxDepth + 1];
    private readonly int[] _items = new int[MaxDepth + 1];
    private readonly KeyCache _keys = new();
    private LuaStack _stack;

    /// <summary>Pushes an answer.</summary>
    /// <exception cref="LuaException">The memory's limit was reached.</exception>
    public void Push(LuaStack stack, ToolAnswer answer)
    {
        if (answer.Utf8.IsEmpty)
        {
            stack.PushNil();
            return;
        }

        Push(stack, answer.Utf8);
    }

    /// <summary>Pushes what a text says.</summary>
    /// <exception cref="LuaException">It is no JSON, or the memory's limit was reached.</exception>
    public void Push(LuaStack stack, ReadOnlySpan<byte> json)
    {
        _stack = stack;
        machine.Check(stack);
        if (json.Length < Large)
        {
            Read(json);
            return;
        }

        // What is built here is in use; looking for garbage meanwhile would be in vain. Of small texts this would do harm:
        // the collector starts anew afterwards.
        LuaApi.lua_gc(stack.State, LuaApi.GcStop);
        try
        {
            Read(json);
        }
        finally
        {
            LuaApi.lua_gc(stack.State, LuaApi.GcRestart);
        }
    }

    private void Read(ReadOnlySpan<byte> json)
    {
        fixed (byte* start = json)
        {
            var scanner = new JsonScanner(start, json.Length);
            _keys.Begin(_stack);
            PushValue(ref scanner, 0);
            scanner.PassEnd();

            // The value takes the place of what the names were taken from.
            LuaApi.lua_rotate(_stack.State, -2, 1);
            _stack.Pop();
        }
    }

    private void PushValue(ref JsonScanner scanner, int depth)
    {
        var next = scanner.Peek();
        switch (next)
        {
            case (byte)'"':
                PushText(scanner.ReadText(out var isEscaped), isEscaped);
                break;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                PushNumber(ref scanner);
                break;
            case (byte)'{':
                scanner.Pass();
                PushObject(ref scanner, depth);
                break;
            case (byte)'[':
                scanner.Pass();
                PushList(ref scanner, depth);
                break;
            case (byte)'n':
                scanner.PassWord("null"u8);
                _stack.PushNull();
                break;
            default:
                scanner.PassWord(next == (byte)'t' ? "true"u8 : "false"u8);
                _stack.Push(next == (byte)'t');
                break;
        }
    }

    private void PushNumber(ref JsonScanner scanner)
    {
        if (scanner.ReadNumber(out var integer, out var number))
        {
            _stack.Push(integer);
        }
        else
        {
            _stack.Push(number);
        }
    }

    private void PushObject(ref JsonScanner scanner, int depth)
    {
        Begin(scanner, depth);
        _stack.PushTable(0, _fields[depth]);
        var table = _stack.Top;
        var count = 0;
        var nulls = 0;
        while (scanner.NextEntry(count + nulls == 0, (byte)'}'))
        {
            PushName(scanner.ReadName(out var isEscaped), isEscaped);
            scanner.PassColon();
            if (scanner.Peek() == (byte)'n')
            {
                scanner.PassWord("null"u8);
                AddNull(table, ++nulls);
                continue;
            }

            PushValue(ref scanner, depth + 1);
            count++;
            LuaApi.lua_rawset(_stack.State, table);
        }

        _fields[depth] = Math.Min(count, LargestGuess);
        if (nulls > 0)
        {
            LuaApi.lua_setmetatable(_stack.State, table);
        }
        else if (count == 0)
        {
            TableMarks.Set(_stack, TableMark.Object);
        }
    }

    // The name is on top of the stack; the mark, once there is one, right above the table.
    private void AddNull(int table, int number)
    {
        if (number == 1)
        {
            TableMarks.Create(_stack, TableMark.Object, 1);
            LuaApi.lua_rotate(_stack.State, table + 1, 1);
        }

        // Of a name that comes twice the last counts.
        _stack.PushValue(-1);
        _stack.PushNil();
        LuaApi.lua_rawset(_stack.State, table);
        _stack.SetItem(table + 1, number);
    }

    private void PushList(ref JsonScanner scanner, int depth)
    {
        Begin(scanner, depth);
        _stack.PushTable(_items[depth], 0);
        var table = _stack.Top;
        var count = 0;
        while (scanner.NextEntry(count == 0, (byte)']'))
        {
            PushValue(ref scanner, depth + 1);
            LuaApi.lua_rawseti(_stack.State, table, ++count);
        }

        _items[depth] = Math.Min(count, LargestGuess);
        if (count == 0)
        {
            TableMarks.Set(_stack, TableMark.List);
        }
    }

    private void PushName(ReadOnlySpan<byte> name, bool isEscaped)
    {
        if (isEscaped)
        {
            JsonEscapes.Push(_stack, name);
        }
        else
        {
            _keys.Push(name);
        }
    }

    private void PushText(ReadOnlySpan<byte> text, bool isEscaped)
    {
        if (isEscaped)
        {
            JsonEscapes.Push(_stack, text);
        }
        else
        {
            _stack.Push(text);
        }
    }

    private void Begin(in JsonScanner scanner, int depth)
    {
        if (depth == MaxDepth)
        {
            throw scanner.Wrong($"objects and lists lie in each other more than {MaxDepth} deep");
        }

        machine.Check(_stack);
    }
}
