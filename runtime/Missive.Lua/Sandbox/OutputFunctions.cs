using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Missive.Lua;

/// <summary><c>print</c>, <c>dump</c>, and what <c>tostring</c> does with tables.</summary>
internal static unsafe class OutputFunctions
{
    public static void AddTo(LuaStack stack, int table)
    {
        stack.PushFunction(&Print);
        stack.SetField(table, "print");
        stack.PushFunction(&Dump);
        stack.SetField(table, "dump");
        stack.PushFunction(&TableToString);
        stack.SetField(table, "table_to_string");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Print(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        var run = machine.Run!;
        var entry = machine.Buffer;
        entry.ResetWrittenCount();
        for (var i = 1; i <= stack.Top && entry.WrittenCount <= run.OutputLeft; i++)
        {
            if (i > 1)
            {
                entry.Write("\t"u8);
            }

            entry.Write(TextOf(machine, stack, i, run.OutputLeft));
        }

        run.Print(entry.WrittenSpan);
        return 0;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Dump(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        var run = machine.Run!;
        run.Print(TextOf(machine, stack, 1, run.OutputLeft));
        stack.SetTop(1);
        return 1;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int TableToString(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        var limit = machine.Memory.Left;
        var text = machine.Text.Of(stack, 1, limit);
        if (text.Length > limit)
        {
            throw LuaException.OutOfMemory();
        }

        stack.Push(true);
        stack.Push(text);
        return 2;
    });

    private static ReadOnlySpan<byte> TextOf(LuaMachine machine, LuaStack stack, int index, long limit)
        => stack.Type(index) == LuaType.Table ? machine.Text.Of(stack, index, limit) : ScalarText.Of(stack, index);
}
