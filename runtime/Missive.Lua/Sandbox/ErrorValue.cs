using System.Text;

namespace Missive.Lua;

/// <summary>What a script raised.</summary>
internal static class ErrorValue
{
    /// <summary>Describes an error's value: text by what is known about it, a table by its fields, anything else as it is shown.</summary>
    public static LuaFailure Describe(LuaMachine machine, int index)
    {
        var stack = machine.Stack;
        switch (stack.Type(index))
        {
            case LuaType.String:
                return machine.Failures.Find(stack.String(index));
            case LuaType.Table:
                return new LuaFailure(
                    Field(stack, index, "message") ?? Encoding.UTF8.GetString(machine.Text.Of(stack, index, machine.Limits.OutputBytes)),
                    Field(stack, index, "code"),
                    Field(stack, index, "path"),
                    Field(stack, index, "hint"));
            default:
                return new LuaFailure(Encoding.UTF8.GetString(ScalarText.Of(stack, index)));
        }
    }

    private static string? Field(LuaStack stack, int table, string name)
    {
        stack.TryReserve(4);
        stack.GetField(table, name);
        var text = stack.StringOrNull(-1);
        stack.Pop();
        return text;
    }
}
