namespace Missive.Lua;

/// <summary>What a Lua table does not show and JSON needs to know.</summary>
internal enum TableMark
{
    None = 0,

    /// <summary>It is a list even when it is empty.</summary>
    List = 1,

    /// <summary>It is an object even when it is empty.</summary>
    Object = 2,
}

/// <summary>
/// Marks on tables, kept in metatables that scripts do not get to see: that an empty table is a list or an object, and which
/// of an object's fields were null.
/// </summary>
internal static class TableMarks
{
    /// <summary>The key of a mark in its metatable: light userdata, which no script can make.</summary>
    public const nint Key = 1;

    // Beyond what Lua and its library use of the registry.
    private const int ListSlot = 101;
    private const int ObjectSlot = 102;

    /// <summary>Makes the marks of tables without null fields.</summary>
    public static void Initialize(LuaStack stack)
    {
        Create(stack, TableMark.List, 0);
        stack.SetItem(LuaApi.RegistryIndex, ListSlot);
        Create(stack, TableMark.Object, 0);
        stack.SetItem(LuaApi.RegistryIndex, ObjectSlot);
    }

    /// <summary>Pushes a new mark; the names of null fields are to be its items.</summary>
    public static void Create(LuaStack stack, TableMark mark, int nullFields)
    {
        stack.PushTable(nullFields, 1);
        stack.Push((long)mark);
        LuaApi.lua_rawsetp(stack.State, -2, Key);
    }

    /// <summary>Marks the table on top of the stack.</summary>
    public static void Set(LuaStack stack, TableMark mark)
    {
        stack.GetItem(LuaApi.RegistryIndex, mark == TableMark.List ? ListSlot : ObjectSlot);
        LuaApi.lua_setmetatable(stack.State, -2);
    }

    /// <summary>The mark of a table. When there is one, it is pushed too.</summary>
    public static TableMark Push(LuaStack stack, int table)
    {
        if (LuaApi.lua_getmetatable(stack.State, table) == 0)
        {
            return TableMark.None;
        }

        if (LuaApi.lua_rawgetp(stack.State, -1, Key) == LuaType.Number)
        {
            var mark = (TableMark)stack.Integer(-1);
            stack.Pop();
            return mark;
        }

        stack.Pop(2);
        return TableMark.None;
    }

    /// <summary>The mark of a table.</summary>
    public static TableMark Of(LuaStack stack, int table)
    {
        var mark = Push(stack, table);
        if (mark != TableMark.None)
        {
            stack.Pop();
        }

        return mark;
    }
}
