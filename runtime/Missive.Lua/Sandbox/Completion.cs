using System.Collections.Immutable;

namespace Missive.Lua;

/// <summary>Finds what a word at the end of a text may become, by looking at the tables that there are.</summary>
internal static class Completion
{
    public static ImmutableArray<string> Find(LuaStack stack, string text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '.' or ':'))
        {
            start--;
        }

        var steps = text[start..].Split('.', ':');
        var top = stack.Top;
        stack.TryReserve(8);
        stack.GetItem(LuaApi.RegistryIndex, LuaApi.GlobalsKey);
        foreach (var step in steps[..^1])
        {
            if (stack.Type(-1) != LuaType.Table)
            {
                break;
            }

            stack.GetField(-1, step);
        }

        var names = stack.Type(-1) == LuaType.Table ? Names(stack, stack.Top, steps[^1]) : [];
        stack.SetTop(top);
        return names;
    }

    /// <summary>The texts among a table's keys that begin so, in order.</summary>
    public static ImmutableArray<string> Names(LuaStack stack, int table, string prefix)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        stack.PushNil();
        while (stack.Next(table))
        {
            stack.Pop();
            if (stack.StringOrNull(-1) is { } name && name.StartsWith(prefix, StringComparison.Ordinal))
            {
                names.Add(name);
            }
        }

        return [.. names];
    }
}
