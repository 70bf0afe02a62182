namespace Missive.Lua;

internal static class PatternFunctions
{
    public static void AddTo(LuaStack stack, int table)
    {
    }
}
