using System.Runtime.InteropServices;
using System.Text.Json;

namespace Missive.Lua;

/// <summary>
/// Pushes JSON as Lua values, straight from its bytes. Objects and lists become tables; a null becomes <c>json.null</c> in a
/// list, and in an object the absence of its field, which the table remembers.
/// </summary>
internal sealed class JsonToLua(LuaMachine machine)
{
    /// <summary>How deep objects and lists may lie in each other.</summary>
    public const int MaxDepth = 512;

    // A larger guess that is wrong costs more than growing does.
    private const int LargestGuess = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    // What lies side by side tends to be of one size, so the last size at each depth is a good guess of the next.
    private readonly int[] _fields = new int[MaxDepth + 1];
    private readonly int[] _items = new int[MaxDepth + 1];
    private LuaStack _stack;

    /// <summary>Pushes an answer.</summary>
    /// <exception cref="LuaException">The memory's limit was reached.</exception>
    public void Push(LuaStack stack, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined)
        {
            stack.PushNil();
            return;
        }

        Push(stack, JsonMarshal.GetRawUtf8Value(json));
    }

    /// <summary>Pushes what a text says.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="LuaException">The memory's limit was reached.</exception>
    public void Push(LuaStack stack, ReadOnlySpan<byte> json)
    {
        _stack = stack;
        Array.Clear(_fields);
        Array.Clear(_items);
        if (!stack.TryReserve(16))
        {
            throw LuaException.OutOfMemory();
        }

        // What is built here is in use; looking for garbage meanwhile would be in vain.
        LuaApi.lua_gc(stack.State, LuaApi.GcStop);
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            reader.Read();
            PushValue(ref reader, 0);

            // Whatever follows is refused by this.
            reader.Read();
        }
        finally
        {
            LuaApi.lua_gc(stack.State, LuaApi.GcRestart);
        }
    }

    private void PushValue(ref Utf8JsonReader reader, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                PushObject(ref reader, depth);
                break;
            case JsonTokenType.StartArray:
                PushList(ref reader, depth);
                break;
            case JsonTokenType.String:
                PushText(ref reader);
                break;
            case JsonTokenType.Number:
                if (reader.TryGetInt64(out var integer))
                {
                    _stack.Push(integer);
                }
                else
                {
                    _stack.Push(reader.GetDouble());
                }

                break;
            case JsonTokenType.Null:
                _stack.PushNull();
                break;
            default:
                _stack.Push(reader.TokenType == JsonTokenType.True);
                break;
        }
    }

    private void PushObject(ref Utf8JsonReader reader, int depth)
    {
        machine.Check(_stack);
        _stack.PushTable(0, _fields[depth]);
        var table = _stack.Top;
        var count = 0;
        var nulls = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            PushText(ref reader);
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                AddNull(table, ++nulls);
                continue;
            }

            count++;
            PushValue(ref reader, depth + 1);
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

    private void PushList(ref Utf8JsonReader reader, int depth)
    {
        machine.Check(_stack);
        _stack.PushTable(_items[depth], 0);
        var table = _stack.Top;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            PushValue(ref reader, depth + 1);
            _stack.SetItem(table, ++count);
        }

        _items[depth] = Math.Min(count, LargestGuess);
        if (count == 0)
        {
            TableMarks.Set(_stack, TableMark.List);
        }
    }

    private void PushText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            _stack.Push(reader.ValueSpan);
            return;
        }

        JsonEscapes.Push(_stack, reader.ValueSpan);
    }
}
