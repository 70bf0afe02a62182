using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Missive.Lua;

/// <summary>
/// The part of Lua's C interface that is used here. KeraLua brings the library; its own declarations marshal strings and
/// delegates, which costs more than the calls.
/// </summary>
/// <remarks>
/// The functions marked with <see cref="SuppressGCTransitionAttribute"/> are short, run no Lua code, never raise, and never
/// allocate: the allocator is managed code, which such a call could not enter.
/// </remarks>
internal static unsafe partial class LuaApi
{
    public const string Library = "lua54";

    public const int Ok = 0;
    public const int ErrorOfMemory = 4;

    public const int MultipleResults = -1;
    public const int RegistryIndex = -1_000_000 - 1000;
    public const int GlobalsKey = 2;

    public const int HookOnCount = 8;

    public const int GcStop = 0;
    public const int GcRestart = 1;
    public const int GcCollect = 2;

    [LibraryImport(Library)]
    public static partial nint lua_newstate(delegate* unmanaged[Cdecl]<void*, void*, nuint, nuint, void*> allocator, void* data);

    [LibraryImport(Library)]
    public static partial void lua_close(nint state);

    [LibraryImport(Library)]
    public static partial void luaopen_base(nint state);

    [LibraryImport(Library)]
    public static partial void luaopen_string(nint state);

    [LibraryImport(Library)]
    public static partial void luaopen_table(nint state);

    [LibraryImport(Library)]
    public static partial void luaopen_math(nint state);

    [LibraryImport(Library)]
    public static partial void luaopen_utf8(nint state);

    [LibraryImport(Library)]
    public static partial void luaopen_coroutine(nint state);

    [LibraryImport(Library)]
    public static partial int luaL_loadbufferx(nint state, byte* code, nuint length, byte* name, byte* mode);

    [LibraryImport(Library)]
    public static partial int lua_pcallk(nint state, int arguments, int results, int handler, nint context, nint continuation);

    [LibraryImport(Library)]
    public static partial void lua_gc(nint state, int what);

    [LibraryImport(Library)]
    public static partial int lua_checkstack(nint state, int slots);

    [LibraryImport(Library)]
    public static partial void lua_createtable(nint state, int items, int fields);

    [LibraryImport(Library)]
    public static partial void lua_pushcclosure(nint state, delegate* unmanaged[Cdecl]<nint, int> function, int upvalues);

    [LibraryImport(Library)]
    public static partial byte* lua_pushlstring(nint state, byte* text, nuint length);

    [LibraryImport(Library)]
    public static partial void lua_rawset(nint state, int table);

    [LibraryImport(Library)]
    public static partial void lua_rawseti(nint state, int table, long key);

    [LibraryImport(Library)]
    public static partial void lua_rawsetp(nint state, int table, nint key);

    /// <summary>Of a number, makes a string in its place; of a string, reads it. Nothing else is to be passed.</summary>
    [LibraryImport(Library)]
    public static partial byte* lua_tolstring(nint state, int index, nuint* length);

    /// <summary>As <see cref="lua_tolstring"/>, of a string.</summary>
    [LibraryImport(Library, EntryPoint = "lua_tolstring"), SuppressGCTransition]
    public static partial byte* lua_tolstring_text(nint state, int index, nuint* length);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_sethook(nint state, delegate* unmanaged[Cdecl]<nint, nint, void> hook, int mask, int count);

    /// <summary>Whether so many calls are open. It follows their chain, and so costs what the level says.</summary>
    [LibraryImport(Library)]
    public static partial int lua_getstack(nint state, int level, void* record);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int lua_gettop(nint state);

    /// <summary>Never of a frame with variables to be closed: that would run them.</summary>
    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_settop(nint state, int index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int lua_absindex(nint state, int index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_pushvalue(nint state, int index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_rotate(nint state, int index, int count);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial LuaType lua_type(nint state, int index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int lua_isinteger(nint state, int index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int lua_toboolean(nint state, int index);

    /// <summary>Of numbers only.</summary>
    [LibraryImport(Library), SuppressGCTransition]
    public static partial long lua_tointegerx(nint state, int index, int* isNumber);

    /// <summary>Of numbers only.</summary>
    [LibraryImport(Library), SuppressGCTransition]
    public static partial double lua_tonumberx(nint state, int index, int* isNumber);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial nint lua_topointer(nint state, int index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial ulong lua_rawlen(nint state, int index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int lua_rawequal(nint state, int left, int right);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial LuaType lua_rawget(nint state, int table);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial LuaType lua_rawgeti(nint state, int table, long key);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial LuaType lua_rawgetp(nint state, int table, nint key);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int lua_next(nint state, int table);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int lua_getmetatable(nint state, int index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_setmetatable(nint state, int index);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_pushnil(nint state);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_pushboolean(nint state, int value);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_pushinteger(nint state, long value);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_pushnumber(nint state, double value);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial void lua_pushlightuserdata(nint state, nint value);

    /// <summary>Of light userdata.</summary>
    [LibraryImport(Library), SuppressGCTransition]
    public static partial nint lua_touserdata(nint state, int index);
}
