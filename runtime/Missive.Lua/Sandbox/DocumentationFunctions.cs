using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Missive.Lua;

/// <summary><c>docs.list</c>, <c>docs.search</c> and <c>docs.read</c>.</summary>
internal static unsafe class DocumentationFunctions
{
    public static void AddTo(LuaStack stack, int table)
    {
        stack.PushFunction(&List);
        stack.SetField(table, "list");
        stack.PushFunction(&Search);
        stack.SetField(table, "search");
        stack.PushFunction(&Read);
        stack.SetField(table, "read");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int List(nint state) => HostFunction.Run(state, static (machine, stack) => Answer(stack, machine.Host.Documentation!.List()));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Search(nint state) => HostFunction.Run(state, static (machine, stack)
        => Answer(stack, machine.Host.Documentation!.Search(Argument(stack, "docs.search", "query"))));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        try
        {
            return Answer(stack, machine.Host.Documentation!.Read(Argument(stack, "docs.read", "page")));
        }
        catch (KeyNotFoundException exception)
        {
            throw new LuaException(exception.Message, LuaFailureCodes.UnknownPage);
        }
    });

    // No page and no search has so long a name.
    private const int LongestArgument = 1000;

    private static string Argument(LuaStack stack, string function, string name)
    {
        stack.SetTop(1);
        if (stack.Type(1) == LuaType.String && stack.Text(1).Length > LongestArgument)
        {
            throw new LuaException($"{function}: the {name} has more than {LongestArgument} bytes");
        }

        return stack.StringOrNull(1) ?? throw new LuaException($"{function}: expected string {name}, got {ScalarText.NameOf(stack.Type(1))}");
    }

    private static int Answer(LuaStack stack, string text)
    {
        stack.Push(true);
        stack.Push(text);
        return 2;
    }
}
