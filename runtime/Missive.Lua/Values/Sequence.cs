namespace Missive.Lua;

/// <summary>Tables whose keys are exactly 1 to n.</summary>
internal static class Sequence
{
    /// <summary>Whether a table is one; an empty table is one of length zero.</summary>
    public static bool TryGetLength(LuaStack stack, int table, out long length)
    {
        length = stack.RawLength(table);
        var count = 0L;
        stack.PushNil();
        while (stack.Next(table))
        {
            stack.Pop();
            if (!stack.IsInteger(-1) || stack.Integer(-1) < 1 || stack.Integer(-1) > length)
            {
                stack.Pop();
                return false;
            }

            count++;
        }

        return count == length;
    }
}
