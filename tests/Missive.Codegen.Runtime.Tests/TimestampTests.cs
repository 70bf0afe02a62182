using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Missive.Codegen.Tests;

namespace Missive.Codegen.Runtime.Tests;

public sealed class TimestampTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly TimeZoneInfo Beirut = TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut");

    [Theory]
    [InlineData("1767225599", 1767225599)]
    [InlineData("-1", -1)]
    [InlineData("2025-12-31T23:59:59Z", 1767225599)]
    [InlineData("2025-12-31t23:59:59z", 1767225599)]
    [InlineData("2025-12-31 23:59:59Z", 1767225599)]
    [InlineData("2025-12-31T23:59:59.999Z", 1767225599)]
    [InlineData("2025-12-31T23:59:59,5Z", 1767225599)]
    [InlineData("2026-01-01T01:59:59+02:00", 1767225599)]
    [InlineData("2026-01-01T01:59:59+0200", 1767225599)]
    [InlineData("2026-01-01T01:59:59+02", 1767225599)]
    [InlineData("2025-12-31T18:29:59-05:30", 1767225599)]
    [InlineData("2026-01-01T00:00Z", 1767225600)]
    public void ExactTextIsTheSameMomentInEveryZone(string text, long seconds)
    {
        var timestamp = Timestamp.Parse(text);

        Assert.True(timestamp.IsExact);
        Assert.False(timestamp.IsDateOnly);
        Assert.Equal(seconds, timestamp.ToUnixSeconds());
        Assert.Equal(seconds, timestamp.ToUnixSeconds(DateOnlyRule.EndOfDay, Berlin));
    }

    [Fact]
    public void ADateIsTheStartOrTheEndOfItsDay()
    {
        var date = Timestamp.Parse("2025-12-31");

        Assert.True(date.IsDateOnly);
        Assert.Equal(1767139200, date.ToUnixSeconds());
        Assert.Equal(1767225599, date.ToUnixSeconds(DateOnlyRule.EndOfDay));
        Assert.Equal(1767139200 - 3600, date.ToUnixSeconds(DateOnlyRule.StartOfDay, Berlin));
        Assert.Equal(1767225599 - 3600, date.ToUnixSeconds(DateOnlyRule.EndOfDay, Berlin));
    }

    [Fact]
    public void ATimeWithoutZoneCountsInTheZoneGiven()
    {
        var local = Timestamp.Parse("2026-07-01T12:00:00");

        Assert.False(local.IsExact);
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), local.ToDateTimeOffset());
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2)), local.ToDateTimeOffset(timeZone: Berlin));
    }

    [Fact]
    public void ATimeThatAClockChangeSkipsCountsWithTheOffsetBefore()
        => Assert.Equal(
            Timestamp.Parse("2026-03-29T02:30:00+01:00").ToUnixSeconds(),
            Timestamp.Parse("2026-03-29T02:30:00").ToUnixSeconds(timeZone: Berlin));

    [Fact]
    public void OfATimeThatOccursTwiceTheFirstCounts()
        => Assert.Equal(
            Timestamp.Parse("2026-10-25T02:30:00+02:00").ToUnixSeconds(),
            Timestamp.Parse("2026-10-25T02:30:00").ToUnixSeconds(timeZone: Berlin));

    [Fact]
    public void ADayWhoseMidnightIsSkippedOrRepeatedIsWhole()
    {
        // In Beirut clocks go forward from 00:00 to 01:00, and back from 24:00 to 23:00.
        Assert.Equal(
            Timestamp.Parse("2026-03-29T01:00:00+03:00").ToUnixSeconds(),
            Timestamp.Parse("2026-03-29").ToUnixSeconds(DateOnlyRule.StartOfDay, Beirut));
        Assert.Equal(
            Timestamp.Parse("2026-10-24T23:59:59+02:00").ToUnixSeconds(),
            Timestamp.Parse("2026-10-24").ToUnixSeconds(DateOnlyRule.EndOfDay, Beirut));
    }

    [Theory]
    [MemberData(nameof(TimestampTexts.Sound), MemberType = typeof(TimestampTexts))]
    public void UnixSecondsAndIsoTextAreRead(string text) => Assert.True(Timestamp.TryParse(text, out _));

    [Theory]
    [MemberData(nameof(TimestampTexts.Unsound), MemberType = typeof(TimestampTexts))]
    public void OtherTextIsRefused(string text)
    {
        Assert.False(Timestamp.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Timestamp.Parse(text));
    }

    [Fact]
    public void MillisecondsAreNoUnixSeconds()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Timestamp.FromUnixSeconds(1_767_225_599_000));

    [Fact]
    public void MomentsDatesAndNumbersConvert()
    {
        Timestamp moment = new DateTimeOffset(2026, 1, 1, 1, 59, 59, 900, TimeSpan.FromHours(2));
        Timestamp date = new DateOnly(2025, 12, 31);
        Timestamp seconds = 1767225599L;

        Assert.Equal(seconds, moment);
        Assert.True(seconds == moment);
        Assert.True(date != moment);
        Assert.Equal("2025-12-31T23:59:59Z", moment.ToString());
        Assert.Equal("2025-12-31", date.ToString());
        Assert.Equal("2025-12-31T09:30:00", Timestamp.Parse("2025-12-31T09:30").ToString());
    }

    [Theory]
    [InlineData("2025-12-31T23:59:59Z", "1767225599")]
    [InlineData("2025-12-31T23:59:59", "\"2025-12-31T23:59:59\"")]
    [InlineData("2025-12-31", "\"2025-12-31\"")]
    public void MomentsAreWrittenAsNumbersAndTheRestAsText(string text, string json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Timestamp.Parse(text).WriteTo(writer);
        }

        Assert.Equal(json, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void EveryMomentIsReadAgainAsItsText()
        => Gen.Long[-62_135_596_800, 253_402_300_799].Sample(seconds =>
        {
            var timestamp = Timestamp.FromUnixSeconds(seconds);
            Assert.Equal(timestamp, Timestamp.Parse(timestamp.ToString()));
            Assert.Equal(timestamp, Timestamp.Parse(seconds.ToString(CultureInfo.InvariantCulture)));
        });

    [Fact]
    public void EveryTextOfTheFrameworkIsRead()
        => Gen.Select(Gen.DateTime[new DateTime(2, 1, 1), new DateTime(9998, 1, 1)], Gen.Int[-14 * 60, 14 * 60]).Sample((time, minutes) =>
        {
            var moment = new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.FromMinutes(minutes));
            Assert.Equal(moment.ToUnixTimeSeconds(), Timestamp.Parse(moment.ToString("O", CultureInfo.InvariantCulture)).ToUnixSeconds());
        });

    [Fact]
    public void NoTextThrowsAndWhatIsReadIsReadAgain()
        => Gen.Char["0123456789-:TZ+. ab"].Array[0, 30].Sample(static text =>
        {
            if (Timestamp.TryParse(text, out var timestamp))
            {
                Assert.Equal(timestamp, Timestamp.Parse(timestamp.ToString()));
            }
        });
}
