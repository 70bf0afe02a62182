using System.Text;

namespace Missive.Lua;

/// <summary>What a script raised.</summary>
internal static class ErrorValue
{
    // How much of a message is kept.
    private const int LongestMessage = 64 * 1024;

    /// <summary>Describes an error's value: text by what is known about it, a table by its fields, anything else as it is shown.</summary>
    public static LuaFailure Describe(LuaMachine machine, int index)
    {
        var stack = machine.Stack;
        switch (stack.Type(index))
        {
            case LuaType.String:
                var failure = machine.Failures.Find(Excerpt.Of(stack.Text(index), LongestMessage));
                return LuaAdvice.Explain(machine, failure.Message) is { } hint
                    ? failure with { Message = $"{failure.Message}. {hint}", Hint = hint }
                    : failure;
            case LuaType.Table:
                return new LuaFailure(
                    Field(stack, index, "message") ?? Excerpt.Of(machine.Text.Of(stack, index, LongestMessage), LongestMessage),
                    Field(stack, index, "code"),
                    Field(stack, index, "path"),
                    Field(stack, index, "hint"));
            case LuaType.Nil:
                return new LuaFailure("The script raised an error without a message: error(message) takes one.");
            default:
                return new LuaFailure(Encoding.UTF8.GetString(ScalarText.Of(stack, index)));
        }
    }

    private static string? Field(LuaStack stack, int table, string name)
    {
        stack.TryReserve(4);
        stack.GetField(table, name);
        var text = stack.Type(-1) == LuaType.String ? Excerpt.Of(stack.Text(-1), LongestMessage) : null;
        stack.Pop();
        return text;
    }
}
