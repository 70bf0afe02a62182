using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Missive.Lua;

namespace Missive.Benchmarks.Parts;

/// <summary>
/// The least that a call from Lua into C# can cost: five fields are read and a table of twenty is made through Lua's C
/// interface, without names looked up, arguments checked, JSON, or a record of the call.
/// </summary>
internal static unsafe class LuaBridge
{
    /// <summary>Makes it the global <c>bridge</c>.</summary>
    public static void AddTo(LuaStack stack)
    {
        LuaApi.luaopen_base(stack.State);
        stack.PushFunction(&Answer);
        stack.SetField(-2, "bridge");
        stack.Pop();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Answer(nint state)
    {
        var stack = new LuaStack(state);
        var title = Encoding.UTF8.GetString(Field(stack, "title"u8).Text(-1));
        var assignee = Encoding.UTF8.GetString(Field(stack, "assignee"u8).Text(-1));
        var dueAt = Field(stack, "due_at"u8).Integer(-1);
        var isPrivate = Field(stack, "is_private"u8).Boolean(-1);
        var position = Field(stack, "position"u8).Number(-1);

        stack.PushTable(0, 20);
        Set(stack, "id"u8, "task_123"u8);
        Set(stack, "title"u8, Encoding.UTF8.GetBytes(title));
        Set(stack, "description"u8, "About the order"u8);
        Set(stack, "state"u8, "todo"u8);
        Set(stack, "assignee"u8, Encoding.UTF8.GetBytes(assignee));
        Set(stack, "team"u8, "team_123"u8);
        Set(stack, "organization"u8, "org_123"u8);
        Set(stack, "due_at"u8, dueAt);
        Set(stack, "created_at"u8, 1767225000);
        Set(stack, "updated_at"u8, 1767225100);
        Set(stack, "completed_at"u8, 0);
        Set(stack, "position"u8, position);
        Set(stack, "is_private"u8, isPrivate);
        Set(stack, "is_done"u8, false);
        Set(stack, "is_late"u8, true);
        Set(stack, "comments"u8, 3);
        Set(stack, "attachments"u8, 0);
        Set(stack, "color"u8, "red"u8);
        Set(stack, "conversation"u8, "conv_123"u8);
        Set(stack, "author"u8, "user_456"u8);
        return 1;
    }

    private static LuaStack Field(LuaStack stack, ReadOnlySpan<byte> name)
    {
        stack.Push(name);
        LuaApi.lua_rawget(stack.State, 1);
        return stack;
    }

    private static void Set(LuaStack stack, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        stack.Push(name);
        stack.Push(value);
        LuaApi.lua_rawset(stack.State, -3);
    }

    private static void Set(LuaStack stack, ReadOnlySpan<byte> name, long value)
    {
        stack.Push(name);
        stack.Push(value);
        LuaApi.lua_rawset(stack.State, -3);
    }

    private static void Set(LuaStack stack, ReadOnlySpan<byte> name, double value)
    {
        stack.Push(name);
        stack.Push(value);
        LuaApi.lua_rawset(stack.State, -3);
    }

    private static void Set(LuaStack stack, ReadOnlySpan<byte> name, bool value)
    {
        stack.Push(name);
        stack.Push(value);
        LuaApi.lua_rawset(stack.State, -3);
    }
}
