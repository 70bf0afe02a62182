using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Missive.Lua;

/// <summary><c>json.encode</c> and <c>json.decode</c>, and the marks of lists and objects.</summary>
internal static unsafe class JsonFunctions
{
    public static void AddTo(LuaStack stack, int table)
    {
        stack.PushFunction(&Encode);
        stack.SetField(table, "encode");
        stack.PushFunction(&Decode);
        stack.SetField(table, "decode");
        stack.PushFunction(&SetNullMetatable);
        stack.SetField(table, "set_null_metatable");
        stack.PushNull();
        stack.SetField(table, "null");
        LuaApi.lua_pushlightuserdata(stack.State, TableMarks.Key);
        stack.SetField(table, "mark");
        TableMarks.Create(stack, TableMark.List, 0);
        stack.SetField(table, "list_mark");
        TableMarks.Create(stack, TableMark.Object, 0);
        stack.SetField(table, "object_mark");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Encode(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        stack.SetTop(1);
        stack.Push(true);
        try
        {
            stack.Push(machine.Writer.Write(stack, 1, indented: true, machine.Memory.Left));
        }
        catch (LuaException exception) when (exception.Failure.Code == LuaFailureCodes.NoJson)
        {
            throw new LuaException(exception.Failure with { Message = $"json.encode: {exception.Message}" });
        }

        return 2;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Decode(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        stack.SetTop(1);
        if (stack.Type(1) != LuaType.String)
        {
            throw new LuaException($"json.decode: expected string, got {ScalarText.NameOf(stack.Type(1))}");
        }

        stack.Push(true);
        var text = stack.Text(1);
        if (!Utf8.IsValid(text))
        {
            throw new LuaException("json.decode: Syntax error: the text is not UTF-8", LuaFailureCodes.InvalidJson);
        }

        try
        {
            machine.Reader.Push(stack, text);
        }
        catch (LuaException exception) when (exception.Failure.Code == LuaFailureCodes.InvalidJson)
        {
            throw new LuaException($"json.decode: {exception.Message}", LuaFailureCodes.InvalidJson);
        }

        return 2;
    });

    // All light userdata has one metatable, and json.null is the only one that scripts have.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SetNullMetatable(nint state) => HostFunction.Run(state, static (_, stack) =>
    {
        stack.PushNull();
        stack.PushValue(1);
        LuaApi.lua_setmetatable(stack.State, -2);
        return 0;
    });
}
