using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>
/// A moment as callers write it: Unix seconds, a date and time with or without a zone, or a date alone.
/// </summary>
/// <remarks>
/// What has no zone becomes a moment only together with one; what has no time, only with a <see cref="DateOnlyRule"/>.
/// Moments are whole seconds; fractions are cut.
/// </remarks>
public readonly struct Timestamp : IEquatable<Timestamp>
{
    private readonly long _value;
    private readonly TimestampKind _kind;

    private Timestamp(TimestampKind kind, long value)
    {
        _kind = kind;
        _value = value;
    }

    /// <summary>Whether it is a date without a time.</summary>
    public bool IsDateOnly => _kind == TimestampKind.Date;

    /// <summary>Whether it is one moment whatever the time zone: Unix seconds, or text with a zone.</summary>
    public bool IsExact => _kind == TimestampKind.Instant;

    /// <summary>A moment as Unix seconds.</summary>
    /// <param name="seconds">Seconds since 1970-01-01T00:00:00Z, in the years 1 to 9999.</param>
    /// <returns>The moment.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The seconds lie outside these years; milliseconds do.</exception>
    public static Timestamp FromUnixSeconds(long seconds) => TryFromUnixSeconds(seconds, out var timestamp)
        ? timestamp
        : throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "Unix seconds of the years 1 to 9999 are expected.");

    /// <summary>A moment; fractions of a second are cut.</summary>
    /// <param name="value">The moment.</param>
    /// <returns>The moment as a timestamp.</returns>
    public static Timestamp FromDateTimeOffset(DateTimeOffset value) => new(TimestampKind.Instant, value.ToUnixTimeSeconds());

    /// <summary>A date without a time.</summary>
    /// <param name="value">The date.</param>
    /// <returns>The date as a timestamp.</returns>
    public static Timestamp FromDateOnly(DateOnly value) => new(TimestampKind.Date, value.DayNumber);

    /// <summary>Reads Unix seconds or ISO 8601 text.</summary>
    /// <param name="text">Such as <c>1767225599</c>, <c>2025-12-31</c>, <c>2025-12-31T09:30</c>, <c>2025-12-31T09:30:15.5+02:00</c>.</param>
    /// <returns>The timestamp.</returns>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Timestamp Parse(ReadOnlySpan<char> text) => TryParse(text, out var timestamp)
        ? timestamp
        : throw new FormatException("Unix seconds or ISO 8601 text such as 2025-12-31 or 2025-12-31T09:30:00Z is expected.");

    /// <summary>Reads Unix seconds or ISO 8601 text.</summary>
    /// <param name="text">The text; see <see cref="Parse"/>.</param>
    /// <param name="timestamp">The timestamp.</param>
    /// <returns>False when the text is neither, or names no day or moment of the years 1 to 9999.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Timestamp timestamp)
    {
        var isRead = TimestampParser.TryParse(text, out var kind, out var value);
        timestamp = isRead ? new(kind, value) : default;
        return isRead;
    }

    /// <summary>The moment as Unix seconds.</summary>
    /// <param name="dateOnly">What a date without a time means.</param>
    /// <param name="timeZone">
    /// The zone of what has none; null for UTC. A local time that a clock change skips counts with the offset before the change;
    /// of one that occurs twice, the first counts, or the second for the end of a day.
    /// </param>
    /// <returns>Seconds since 1970-01-01T00:00:00Z.</returns>
    public long ToUnixSeconds(DateOnlyRule dateOnly = DateOnlyRule.StartOfDay, TimeZoneInfo? timeZone = null)
    {
        if (_kind == TimestampKind.Instant)
        {
            return _value;
        }

        var endOfDay = _kind == TimestampKind.Date && dateOnly == DateOnlyRule.EndOfDay;
        var local = LocalSeconds(endOfDay);
        var offset = OffsetSeconds(new DateTime(local * TimeSpan.TicksPerSecond), timeZone ?? TimeZoneInfo.Utc, last: endOfDay);
        return Math.Clamp(local + TimestampParser.MinUnixSeconds - offset, TimestampParser.MinUnixSeconds, TimestampParser.MaxUnixSeconds);
    }

    /// <summary>The moment.</summary>
    /// <param name="dateOnly">What a date without a time means.</param>
    /// <param name="timeZone">The zone of what has none, as in <see cref="ToUnixSeconds"/>; null for UTC.</param>
    /// <returns>The moment, with offset zero.</returns>
    public DateTimeOffset ToDateTimeOffset(DateOnlyRule dateOnly = DateOnlyRule.StartOfDay, TimeZoneInfo? timeZone = null)
        => DateTimeOffset.FromUnixTimeSeconds(ToUnixSeconds(dateOnly, timeZone));

    /// <summary>Writes Unix seconds as a number, anything else as ISO 8601 text.</summary>
    /// <param name="writer">Where to.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (_kind == TimestampKind.Instant)
        {
            writer.WriteNumberValue(_value);
        }
        else
        {
            writer.WriteStringValue(ToString());
        }
    }

    /// <inheritdoc/>
    public bool Equals(Timestamp other) => _kind == other._kind && _value == other._value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Timestamp other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kind, _value);

    /// <summary>ISO 8601 text: a moment in UTC with <c>Z</c>, a date and time without zone, or a date. <see cref="Parse"/> reads it again.</summary>
    public override string ToString() => _kind switch
    {
        TimestampKind.Instant => DateTimeOffset.FromUnixTimeSeconds(_value).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        TimestampKind.Local => new DateTime(_value * TimeSpan.TicksPerSecond).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        _ => DateOnly.FromDayNumber((int)_value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>A moment; fractions of a second are cut.</summary>
    public static implicit operator Timestamp(DateTimeOffset value) => FromDateTimeOffset(value);

    /// <summary>A date without a time.</summary>
    public static implicit operator Timestamp(DateOnly value) => FromDateOnly(value);

    /// <summary>A moment as Unix seconds.</summary>
    public static implicit operator Timestamp(long unixSeconds) => FromUnixSeconds(unixSeconds);

    /// <summary>Whether both were written the same way and mean the same.</summary>
    public static bool operator ==(Timestamp left, Timestamp right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Timestamp left, Timestamp right) => !left.Equals(right);

    internal static bool TryFromUnixSeconds(long seconds, out Timestamp timestamp)
    {
        timestamp = new(TimestampKind.Instant, seconds);
        return seconds is >= TimestampParser.MinUnixSeconds and <= TimestampParser.MaxUnixSeconds;
    }

    private long LocalSeconds(bool endOfDay) => _kind == TimestampKind.Local
        ? _value
        : (_value * 86_400) + (endOfDay ? 86_399 : 0);

    private static long OffsetSeconds(DateTime local, TimeZoneInfo zone, bool last)
    {
        if (zone.IsInvalidTime(local))
        {
            // No clock change skips as much as this, so it leads back to the offset before the change.
            return (long)zone.GetUtcOffset(local.AddHours(-3)).TotalSeconds;
        }

        if (!zone.IsAmbiguousTime(local))
        {
            return (long)zone.GetUtcOffset(local).TotalSeconds;
        }

        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return (long)(last ? offsets.Min() : offsets.Max()).TotalSeconds;
    }
}
