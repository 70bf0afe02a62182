using System.Globalization;
using System.Text;

namespace Missive.Lua;

/// <summary>How values other than tables are shown.</summary>
internal static unsafe class ScalarText
{
    /// <summary>The light userdata that stands for JSON's null.</summary>
    public const nint Null = 0;

    /// <summary>Whether a value is JSON's null.</summary>
    public static bool IsNull(LuaStack stack, int index)
        => stack.Type(index) == LuaType.LightUserdata && LuaApi.lua_touserdata(stack.State, index) == Null;

    /// <summary>
    /// The text of a value, as Lua's own <c>tostring</c> makes it, without addresses: they would differ from run to run, and tell
    /// where the process has what. Valid until the stack changes.
    /// </summary>
    public static ReadOnlySpan<byte> Of(LuaStack stack, int index)
    {
        switch (stack.Type(index))
        {
            case LuaType.Nil or LuaType.None:
                return "nil"u8;
            case LuaType.Boolean:
                return stack.Boolean(index) ? "true"u8 : "false"u8;
            case LuaType.String:
                return stack.Text(index);
            case LuaType.Number:
                return OfNumber(stack, index);
            case LuaType.LightUserdata when IsNull(stack, index):
                return "null"u8;
            default:
                return Encoding.UTF8.GetBytes(NameOf(stack.Type(index)));
        }
    }

    /// <summary>The name that Lua has for a type.</summary>
    public static string NameOf(LuaType type) => type switch
    {
        LuaType.None => "no value",
        LuaType.Nil => "nil",
        LuaType.Boolean => "boolean",
        LuaType.Number => "number",
        LuaType.String => "string",
        LuaType.Table => "table",
        LuaType.Function => "function",
        LuaType.Thread => "thread",
        _ => "userdata",
    };

    private static ReadOnlySpan<byte> OfNumber(LuaStack stack, int index)
    {
        if (stack.IsInteger(index))
        {
            return Encoding.UTF8.GetBytes(stack.Integer(index).ToString(CultureInfo.InvariantCulture));
        }

        // Lua writes into a copy, lest a key that is being walked over becomes another.
        stack.TryReserve(1);
        stack.PushValue(index);
        nuint length;
        var start = LuaApi.lua_tolstring(stack.State, -1, &length);
        var text = new ReadOnlySpan<byte>(start, (int)length).ToArray();
        stack.Pop();
        return text;
    }
}
