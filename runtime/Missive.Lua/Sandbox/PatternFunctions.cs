using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Missive.Lua;

/// <summary><c>regex.match</c>, <c>regex.match_all</c> and <c>regex.gsub</c>.</summary>
internal static unsafe class PatternFunctions
{
    public static void AddTo(LuaStack stack, int table)
    {
        stack.PushFunction(&Match);
        stack.SetField(table, "match");
        stack.PushFunction(&MatchAll);
        stack.SetField(table, "match_all");
        stack.PushFunction(&Substitute);
        stack.SetField(table, "gsub");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Match(nint state) => HostFunction.Run(state, static (machine, stack) => Search(machine, stack, "regex.match", static call =>
    {
        var flags = (MatchFlags)call.Number(3, 0);
        if ((flags & ~(MatchFlags.Offsets | MatchFlags.UnmatchedAsNull)) != 0)
        {
            flags = MatchFlags.None;
        }

        var match = call.Pattern.Regex.Match(call.Subject.Text);
        if (match.Success)
        {
            call.Pusher(flags).PushMatch(match);
        }
        else
        {
            call.Stack.PushNil();
        }
    }));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int MatchAll(nint state) => HostFunction.Run(state, static (machine, stack) => Search(machine, stack, "regex.match_all", static call =>
    {
        const MatchFlags Order = MatchFlags.ByGroup | MatchFlags.ByMatch;
        var flags = (MatchFlags)call.Number(3, (long)MatchFlags.ByGroup);
        if ((flags & ~(Order | MatchFlags.Offsets | MatchFlags.UnmatchedAsNull)) != 0 || (flags & Order) == Order)
        {
            throw new LuaException("the flags have to be 1 or 2, and 256 or 512 added to them");
        }

        var pusher = call.Pusher(flags);
        var isByMatch = flags.HasFlag(MatchFlags.ByMatch);
        var match = call.Pattern.Regex.Match(call.Subject.Text);
        if (isByMatch || !match.Success)
        {
            call.Stack.PushTable(0, 0);
        }
        else
        {
            pusher.PushColumns();
        }

        var table = call.Stack.Top;
        for (var row = 1; match.Success; row++, match = match.NextMatch())
        {
            if (isByMatch)
            {
                pusher.PushMatch(match);
                call.Stack.SetItem(table, row);
            }
            else
            {
                pusher.AddToColumns(table, match, row);
            }
        }
    }));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Substitute(nint state) => HostFunction.Run(state, static (machine, stack) => Search(machine, stack, "regex.gsub", static call =>
    {
        var replacement = call.Text(3, "replacement");
        var limit = call.Number(4, -1);
        var text = call.Subject.Text;
        var result = new StringBuilder();
        var copied = 0;
        for (var match = limit == 0 ? System.Text.RegularExpressions.Match.Empty : call.Pattern.Regex.Match(text);
            match.Success;
            match = --limit == 0 ? System.Text.RegularExpressions.Match.Empty : match.NextMatch())
        {
            result.Append(text.AsSpan(copied, match.Index - copied));
            ReplacementText.Append(result, replacement, match);
            copied = match.Index + match.Length;
            call.Machine.Check(call.Stack);
            if (result.Length > call.Machine.Memory.Left)
            {
                throw LuaException.OutOfMemory();
            }
        }

        result.Append(text.AsSpan(copied));
        call.Stack.Push(call.Subject.Encode(result.ToString()));
    }));

    private static int Search(LuaMachine machine, LuaStack stack, string function, Action<PatternCall> search)
    {
        try
        {
            stack.SetTop(4);
            var call = new PatternCall(machine, stack);
            stack.Push(true);
            search(call);
            return 2;
        }
        catch (RegexMatchTimeoutException)
        {
            throw new LuaException($"{function}: the pattern took more than {Pattern.Timeout.TotalSeconds} s on this text", LuaFailureCodes.Pattern);
        }
        catch (LuaException exception) when (exception.Failure.Code is null)
        {
            throw new LuaException($"{function}: {exception.Message}", LuaFailureCodes.Pattern);
        }
    }
}
