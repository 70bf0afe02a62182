using System.Text.RegularExpressions;

namespace Missive.Lua;

/// <summary>Pushes matches as Lua tables.</summary>
/// <param name="machine">The state.</param>
/// <param name="stack">The stack.</param>
/// <param name="subject">The text that was searched.</param>
/// <param name="pattern">The pattern.</param>
/// <param name="flags">Whether places are wanted too, and whether groups that took no part are null.</param>
internal sealed class MatchPusher(LuaMachine machine, LuaStack stack, Subject subject, Pattern pattern, MatchFlags flags)
{
    /// <summary>Pushes one match: the whole, the groups in order, and the named groups by name too.</summary>
    public void PushMatch(Match match)
    {
        machine.Check(stack);
        var last = flags.HasFlag(MatchFlags.UnmatchedAsNull) ? pattern.Groups : LastMatched(match);
        stack.PushTable(last + 1, pattern.Names.Length);
        var table = stack.Top;
        for (var number = 0; number <= last; number++)
        {
            PushGroup(match, number);
            stack.SetItem(table, number + 1);
        }

        foreach (var (name, number) in pattern.Names)
        {
            if (number <= last)
            {
                stack.GetItem(table, number + 1);
                stack.SetField(table, name);
            }
        }
    }

    /// <summary>Pushes a table of one empty table a group.</summary>
    public void PushColumns()
    {
        stack.PushTable(pattern.Groups + 1, pattern.Names.Length);
        var table = stack.Top;
        for (var number = 0; number <= pattern.Groups; number++)
        {
            stack.PushTable(0, 0);
            stack.SetItem(table, number + 1);
        }

        foreach (var (name, number) in pattern.Names)
        {
            stack.GetItem(table, number + 1);
            stack.SetField(table, name);
        }
    }

    /// <summary>Adds a match to what <see cref="PushColumns"/> pushed.</summary>
    public void AddToColumns(int table, Match match, int row)
    {
        for (var number = 0; number <= pattern.Groups; number++)
        {
            machine.Check(stack);
            stack.GetItem(table, number + 1);
            PushGroup(match, number);
            stack.SetItem(-2, row);
            stack.Pop();
        }
    }

    private static int LastMatched(Match match)
    {
        var last = match.Groups.Count - 1;
        while (last > 0 && !match.Groups[last].Success)
        {
            last--;
        }

        return last;
    }

    private void PushGroup(Match match, int number)
    {
        var group = match.Groups[number];
        if (!flags.HasFlag(MatchFlags.Offsets))
        {
            PushText(group);
            return;
        }

        stack.PushTable(2, 0);
        PushText(group);
        stack.SetItem(-2, 1);
        stack.Push(group.Success ? subject.BytesBefore(group.Index) : -1L);
        stack.SetItem(-2, 2);
    }

    private void PushText(Group group)
    {
        if (!group.Success && flags.HasFlag(MatchFlags.UnmatchedAsNull))
        {
            stack.PushNull();
        }
        else
        {
            stack.Push(subject.Encode(group.ValueSpan));
        }
    }
}
