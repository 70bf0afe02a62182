using System.Text;

namespace Missive.Lua;

/// <summary>A thread's stack, for managed code. Nothing here runs Lua code or raises, as long as the memory's limit is lifted.</summary>
internal readonly unsafe struct LuaStack(nint state)
{
    public nint State { get; } = state;

    public int Top => LuaApi.lua_gettop(State);

    public void SetTop(int index) => LuaApi.lua_settop(State, index);

    public void Pop(int count = 1) => LuaApi.lua_settop(State, -count - 1);

    /// <summary>Makes room for values to be pushed. False when Lua's stack has none left.</summary>
    public bool TryReserve(int slots) => LuaApi.lua_checkstack(State, slots) != 0;

    public LuaType Type(int index) => LuaApi.lua_type(State, index);

    public bool IsInteger(int index) => LuaApi.lua_isinteger(State, index) != 0;

    public bool Boolean(int index) => LuaApi.lua_toboolean(State, index) != 0;

    /// <summary>A number, as an integer.</summary>
    public long Integer(int index) => LuaApi.lua_tointegerx(State, index, null);

    /// <summary>A number.</summary>
    public double Number(int index) => LuaApi.lua_tonumberx(State, index, null);

    /// <summary>The bytes of a string. They stay where they are while the string is on the stack or in a table.</summary>
    public ReadOnlySpan<byte> Text(int index)
    {
        nuint length;
        var start = LuaApi.lua_tolstring_text(State, index, &length);
        return new(start, (int)length);
    }

    /// <summary>A string as .NET text; what is not UTF-8 in it is replaced.</summary>
    public string String(int index) => Encoding.UTF8.GetString(Text(index));

    /// <summary>A string, or null when the value is none.</summary>
    public string? StringOrNull(int index) => Type(index) == LuaType.String ? String(index) : null;

    /// <summary>What tells a table, function or the like from every other.</summary>
    public nint Identity(int index) => LuaApi.lua_topointer(State, index);

    public long RawLength(int index) => (long)LuaApi.lua_rawlen(State, index);

    public void PushNil() => LuaApi.lua_pushnil(State);

    /// <summary>Pushes JSON's null.</summary>
    public void PushNull() => LuaApi.lua_pushlightuserdata(State, ScalarText.Null);

    public void Push(bool value) => LuaApi.lua_pushboolean(State, value ? 1 : 0);

    public void Push(long value) => LuaApi.lua_pushinteger(State, value);

    public void Push(double value) => LuaApi.lua_pushnumber(State, value);

    public void Push(ReadOnlySpan<byte> text)
    {
        fixed (byte* start = text)
        {
            LuaApi.lua_pushlstring(State, start, (nuint)text.Length);
        }
    }

    /// <summary>Pushes text, or nil for null.</summary>
    public void Push(string? text)
    {
        if (text is null)
        {
            PushNil();
            return;
        }

        Push(Encoding.UTF8.GetBytes(text));
    }

    public void PushValue(int index) => LuaApi.lua_pushvalue(State, index);

    public void PushFunction(delegate* unmanaged[Cdecl]<nint, int> function) => LuaApi.lua_pushcclosure(State, function, 0);

    public void PushTable(int items, int fields) => LuaApi.lua_createtable(State, items, fields);

    /// <summary>Sets a field to the value on top of the stack, and takes that off.</summary>
    public void SetField(int table, string name)
    {
        table = LuaApi.lua_absindex(State, table);
        Push(name);
        LuaApi.lua_rotate(State, -2, 1);
        LuaApi.lua_rawset(State, table);
    }

    /// <summary>Sets an item to the value on top of the stack, and takes that off.</summary>
    public void SetItem(int table, long key) => LuaApi.lua_rawseti(State, table, key);

    /// <summary>Pushes a field.</summary>
    public LuaType GetField(int table, string name)
    {
        table = LuaApi.lua_absindex(State, table);
        Push(name);
        return LuaApi.lua_rawget(State, table);
    }

    /// <summary>Pushes an item.</summary>
    public LuaType GetItem(int table, long key) => LuaApi.lua_rawgeti(State, table, key);

    /// <summary>Takes a key off the stack and pushes the table's next key and its value; after the last, nothing.</summary>
    public bool Next(int table) => LuaApi.lua_next(State, table) != 0;
}
