using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Missive.Lua;

/// <summary><c>time.now</c>, <c>time.format</c> and <c>time.parse</c>: what scripts have of a clock.</summary>
internal static unsafe partial class TimeFunctions
{
    private const string WrittenForm = "yyyy-MM-dd'T'HH:mm:ss";
    private const string Expected = "a date or time of ISO 8601, such as 2026-05-01 or 2026-05-01T09:30:00Z";

    // Without a zone it is UTC, as in arguments of functions.
    private static readonly string[] ReadForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    public static void AddTo(LuaStack stack, int table)
    {
        stack.PushFunction(&Now);
        stack.SetField(table, "now");
        stack.PushFunction(&Format);
        stack.SetField(table, "format");
        stack.PushFunction(&Parse);
        stack.SetField(table, "parse");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Now(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        stack.Push(true);
        stack.Push(machine.Host.Time.GetUtcNow().ToUnixTimeSeconds());
        return 2;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Format(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        stack.SetTop(2);
        var time = Moment(machine, stack);
        var text = Zone(stack) is { } zone
            ? In(zone, time).ToString(WrittenForm + "zzz", CultureInfo.InvariantCulture)
            : time.ToString(WrittenForm + "'Z'", CultureInfo.InvariantCulture);
        stack.Push(true);
        stack.Push(text);
        return 2;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Parse(nint state) => HostFunction.Run(state, static (_, stack) =>
    {
        stack.SetTop(1);
        if (stack.Type(1) != LuaType.String)
        {
            throw new LuaException($"time.parse: expected {Expected}, got {ScalarText.NameOf(stack.Type(1))}");
        }

        var text = Excerpt.Of(stack.Text(1), 80);
        if (!DateTimeOffset.TryParseExact(Readable(text), ReadForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            throw new LuaException($"time.parse: expected {Expected}, got \"{text}\"");
        }

        stack.Push(true);
        stack.Push(time.ToUnixTimeSeconds());
        return 2;
    });

    // Letters are read in capitals, and a fraction of a second to no more than seven digits.
    private static string Readable(string text) => FinerDigits().Replace(text, "").ToUpperInvariant();

    [GeneratedRegex(@"(?<=:[0-9]{2}\.[0-9]{7})[0-9]+")]
    private static partial Regex FinerDigits();

    private static DateTimeOffset Moment(LuaMachine machine, LuaStack stack)
    {
        switch (stack.Type(1))
        {
            case LuaType.Nil:
                return machine.Host.Time.GetUtcNow();
            case LuaType.Number:
                // The years 0001 to 9999. Not a number is in no range.
                var seconds = stack.IsInteger(1) ? stack.Integer(1) : stack.Number(1);
                return seconds >= -62_135_596_800 && seconds <= 253_402_300_799
                    ? DateTimeOffset.FromUnixTimeSeconds((long)Math.Floor(seconds))
                    : throw OutOfRange();
            default:
                throw new LuaException($"time.format: expected number seconds, got {ScalarText.NameOf(stack.Type(1))}");
        }
    }

    // A conversion would pass over the offset at either end of the range.
    private static DateTimeOffset In(TimeZoneInfo zone, DateTimeOffset time)
    {
        var ticks = time.UtcTicks + zone.GetUtcOffset(time).Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? TimeZoneInfo.ConvertTime(time, zone) : throw OutOfRange();
    }

    private static LuaException OutOfRange()
        => new("time.format: expected Unix seconds of a year from 1 to 9999; milliseconds are to be divided by 1000");

    private static TimeZoneInfo? Zone(LuaStack stack)
    {
        if (stack.Type(2) == LuaType.Nil)
        {
            return null;
        }

        if (stack.Type(2) != LuaType.String)
        {
            throw new LuaException($"time.format: expected string zone, got {ScalarText.NameOf(stack.Type(2))}");
        }

        var name = Excerpt.Of(stack.Text(2), 80);
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new LuaException($"time.format: there is no time zone \"{name}\"; expected a name such as Europe/Berlin");
    }
}
