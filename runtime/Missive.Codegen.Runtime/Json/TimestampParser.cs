using System.Globalization;

namespace Missive.Codegen.Runtime;

/// <summary>
/// Reads the forms of <see cref="Timestamp"/>. Written by hand because the framework's parsers accept more than ISO 8601
/// and depend on which of several patterns happens to match.
/// </summary>
internal static class TimestampParser
{
    public static bool TryParse(ReadOnlySpan<char> text, out Timestamp timestamp)
    {
        timestamp = default;
        if (IsDigits(text is ['-', ..] ? text[1..] : text))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
                && Timestamp.TryFromUnixSeconds(seconds, out timestamp);
        }

        if (!TryReadDate(ref text, out var date))
        {
            return false;
        }

        if (text.IsEmpty)
        {
            timestamp = Timestamp.FromDateOnly(date);
            return true;
        }

        if (text[0] is not ('T' or 't' or ' '))
        {
            return false;
        }

        text = text[1..];
        if (!TryReadTime(ref text, out var time))
        {
            return false;
        }

        if (text.IsEmpty)
        {
            timestamp = Timestamp.FromLocal(date.ToDateTime(time));
            return true;
        }

        return TryReadOffset(text, out var offset) && TryMakeInstant(date, time, offset, out timestamp);
    }

    private static bool TryMakeInstant(DateOnly date, TimeOnly time, int offsetSeconds, out Timestamp timestamp)
    {
        var utc = new DateTimeOffset(date.ToDateTime(time), TimeSpan.Zero);
        return Timestamp.TryFromUnixSeconds(utc.ToUnixTimeSeconds() - offsetSeconds, out timestamp);
    }

    private static bool TryReadDate(ref ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (!TryReadNumber(ref text, 4, out var year) || !TryReadChar(ref text, '-')
            || !TryReadNumber(ref text, 2, out var month) || !TryReadChar(ref text, '-')
            || !TryReadNumber(ref text, 2, out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryReadTime(ref ReadOnlySpan<char> text, out TimeOnly time)
    {
        time = default;
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

        time = new TimeOnly(hour, minute, second);
        return true;
    }

    // Z, +02:00, +0200 or +02.
    private static bool TryReadOffset(ReadOnlySpan<char> text, out int seconds)
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
        if (!text.IsEmpty)
        {
            TryReadChar(ref text, ':');
            if (!TryReadNumber(ref text, 2, out minutes) || minutes > 59 || !text.IsEmpty)
            {
                return false;
            }
        }

        seconds = sign * ((hours * 3600) + (minutes * 60));
        return true;
    }

    private static bool TryReadNumber(ref ReadOnlySpan<char> text, int digits, out int value)
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

    private static bool TryReadChar(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TrySkipDigits(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var count = end < 0 ? text.Length : end;
        text = text[count..];
        return count > 0;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
