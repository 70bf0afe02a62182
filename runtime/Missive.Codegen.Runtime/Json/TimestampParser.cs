using System.Globalization;
#if NETSTANDARD
using Chars = System.String;
#else
using Chars = System.ReadOnlySpan<char>;
#endif

namespace Missive.Codegen.Runtime;

/// <summary>What a timestamp says, and with it what its number counts.</summary>
internal enum TimestampKind : byte
{
    /// <summary>A moment, in seconds since 1970 UTC.</summary>
    Instant,

    /// <summary>A date and time without a zone, in seconds since year 1.</summary>
    Local,

    /// <summary>A date, in days since year 1.</summary>
    Date,
}

/// <summary>
/// Reads the forms of a timestamp. Written by hand because the framework's parsers accept more than ISO 8601
/// and depend on which of several patterns happens to match.
/// </summary>
/// <remarks>The check of a manifest's defaults and examples is compiled from this file too, where texts are strings.</remarks>
internal static class TimestampParser
{
    /// <summary>Year 1 in Unix seconds.</summary>
    public const long MinUnixSeconds = -62_135_596_800;

    /// <summary>The end of year 9999 in Unix seconds.</summary>
    public const long MaxUnixSeconds = 253_402_300_799;

    public static bool TryParse(Chars text, out TimestampKind kind, out long value)
    {
        kind = TimestampKind.Instant;
        if (IsDigits(text is ['-', ..] ? text[1..] : text))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value is >= MinUnixSeconds and <= MaxUnixSeconds;
        }

        value = 0;
        if (!TryReadDate(ref text, out var date))
        {
            return false;
        }

        if (text.Length == 0)
        {
            kind = TimestampKind.Date;
            value = date.Ticks / TimeSpan.TicksPerDay;
            return true;
        }

        if (text[0] is not ('T' or 't' or ' '))
        {
            return false;
        }

        text = text[1..];
        if (!TryReadTime(ref text, out var seconds))
        {
            return false;
        }

        value = (date.Ticks / TimeSpan.TicksPerSecond) + seconds;
        if (text.Length == 0)
        {
            kind = TimestampKind.Local;
            return true;
        }

        if (!TryReadOffset(text, out var offset))
        {
            return false;
        }

        value += MinUnixSeconds - offset;
        return value is >= MinUnixSeconds and <= MaxUnixSeconds;
    }

    private static bool TryReadDate(ref Chars text, out DateTime date)
    {
        date = default;
        if (!TryReadNumber(ref text, 4, out var year) || !TryReadChar(ref text, '-')
            || !TryReadNumber(ref text, 2, out var month) || !TryReadChar(ref text, '-')
            || !TryReadNumber(ref text, 2, out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day);
        return true;
    }

    private static bool TryReadTime(ref Chars text, out int seconds)
    {
        seconds = 0;
        if (!TryReadNumber(ref text, 2, out var hour) || hour > 23 || !TryReadChar(ref text, ':')
            || !TryReadNumber(ref text, 2, out var minute) || minute > 59)
        {
            return false;
        }

        var second = 0;
        if (TryReadChar(ref text, ':'))
        {
            if (!TryReadNumber(ref text, 2, out second) || second > 59)
            {
                return false;
            }

            if ((TryReadChar(ref text, '.') || TryReadChar(ref text, ',')) && !TrySkipDigits(ref text))
            {
                return false;
            }
        }

        seconds = (hour * 3600) + (minute * 60) + second;
        return true;
    }

    // Z, +02:00, +0200 or +02.
    private static bool TryReadOffset(Chars text, out int seconds)
    {
        seconds = 0;
        if (text is "Z" or "z")
        {
            return true;
        }

        var sign = text[0] switch { '+' => 1, '-' => -1, _ => 0 };
        text = text[1..];
        if (sign == 0 || !TryReadNumber(ref text, 2, out var hours) || hours > 23)
        {
            return false;
        }

        var minutes = 0;
        if (text.Length > 0)
        {
            TryReadChar(ref text, ':');
            if (!TryReadNumber(ref text, 2, out minutes) || minutes > 59 || text.Length > 0)
            {
                return false;
            }
        }

        seconds = sign * ((hours * 3600) + (minutes * 60));
        return true;
    }

    private static bool TryReadNumber(ref Chars text, int digits, out int value)
    {
        value = 0;
        if (text.Length < digits || !IsDigits(text[..digits]))
        {
            return false;
        }

        foreach (var digit in text[..digits])
        {
            value = (value * 10) + (digit - '0');
        }

        text = text[digits..];
        return true;
    }

    private static bool TryReadChar(ref Chars text, char expected)
    {
        if (text.Length == 0 || text[0] != expected)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TrySkipDigits(ref Chars text)
    {
        var count = CountDigits(text);
        text = text[count..];
        return count > 0;
    }

    private static bool IsDigits(Chars text) => text.Length > 0 && CountDigits(text) == text.Length;

    private static int CountDigits(Chars text)
    {
        var count = 0;
        while (count < text.Length && text[count] is >= '0' and <= '9')
        {
            count++;
        }

        return count;
    }
}
