using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

public sealed class TimeTests
{
    // 2026-05-01T09:30:00.900Z
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_777_627_800_900);

    [Theory]
    [InlineData("time.now()", "1777627800")]
    [InlineData("math.type(time.now())", "integer")]
    [InlineData("time.format()", "2026-05-01T09:30:00Z")]
    [InlineData("time.format(nil, 'Europe/Berlin')", "2026-05-01T11:30:00+02:00")]
    [InlineData("time.format(0)", "1970-01-01T00:00:00Z")]
    [InlineData("time.format(-0.5)", "1969-12-31T23:59:59Z")]
    [InlineData("time.format(253402300799)", "9999-12-31T23:59:59Z")]
    [InlineData("time.format(-62135596800)", "0001-01-01T00:00:00Z")]
    [InlineData("time.format(253402300799, 'America/New_York')", "9999-12-31T18:59:59-05:00")]
    [InlineData("time.format(253402300799 - 9 * 3600, 'Asia/Tokyo')", "9999-12-31T23:59:59+09:00")]
    [InlineData("time.format(1767225600, 'America/New_York')", "2025-12-31T19:00:00-05:00")]
    [InlineData("time.parse('2026-05-01')", "1777593600")]
    [InlineData("time.parse('2026-05-01T09:30')", "1777627800")]
    [InlineData("time.parse('2026-05-01T09:30:00Z')", "1777627800")]
    [InlineData("time.parse('2026-05-01T11:30:00+02:00')", "1777627800")]
    [InlineData("time.parse('2026-05-01 09:30:00.9')", "1777627800")]
    [InlineData("time.parse('2026-05-01T09:30:00.123456789Z')", "1777627800")]
    [InlineData("time.parse('2026-05-01T11:30:00.999999999999+02:00')", "1777627800")]
    [InlineData("time.parse('2026-05-01t09:30:00z')", "1777627800")]
    [InlineData("time.parse(time.format()) == time.now()", "true")]
    [InlineData("time.format(time.parse(time.format()) + 86400):sub(1, 10)", "2026-05-02")]
    public void TheTimeIsReadAndWritten(string expression, string text)
    {
        using var script = Script.Start(time: new StoppedClock());
        var run = script.Next($"print({expression})");
        Assert.Null(run.Error);
        Assert.Equal(text, run.Output);
    }

    [Theory]
    [InlineData("time.format('2026')", "time.format: expected number seconds, got string")]
    [InlineData("time.format(1777627800900)", "time.format: expected Unix seconds of a year from 1 to 9999; milliseconds are to be divided by 1000")]
    [InlineData("time.format(0/0)", "time.format: expected Unix seconds of a year from 1 to 9999; milliseconds are to be divided by 1000")]
    [InlineData("time.format(253402300799, 'Asia/Tokyo')", "time.format: expected Unix seconds of a year from 1 to 9999; milliseconds are to be divided by 1000")]
    [InlineData("time.format(253402300800 - 9 * 3600, 'Asia/Tokyo')", "time.format: expected Unix seconds of a year from 1 to 9999; milliseconds are to be divided by 1000")]
    [InlineData("time.format(-62135596800, 'America/New_York')", "time.format: expected Unix seconds of a year from 1 to 9999; milliseconds are to be divided by 1000")]
    [InlineData("time.format(0, 5)", "time.format: expected string zone, got number")]
    [InlineData("time.format(0, '../etc/passwd')", "time.format: there is no time zone \"../etc/passwd\"; expected a name such as Europe/Berlin")]
    [InlineData("time.format(0, '/etc/passwd')", "time.format: there is no time zone \"/etc/passwd\"; expected a name such as Europe/Berlin")]
    [InlineData("time.format(0, '')", "time.format: there is no time zone \"\"; expected a name such as Europe/Berlin")]
    [InlineData("time.parse('tomorrow')", "time.parse: expected a date or time of ISO 8601, such as 2026-05-01 or 2026-05-01T09:30:00Z, got \"tomorrow\"")]
    [InlineData("time.parse('2026-02-30')", "time.parse: expected a date or time of ISO 8601, such as 2026-05-01 or 2026-05-01T09:30:00Z, got \"2026-02-30\"")]
    [InlineData("time.parse('2026-05-01t09:30:00.123456789x')", "time.parse: expected a date or time of ISO 8601, such as 2026-05-01 or 2026-05-01T09:30:00Z, got \"2026-05-01t09:30:00.123456789x\"")]
    [InlineData("time.parse(5)", "time.parse: expected a date or time of ISO 8601, such as 2026-05-01 or 2026-05-01T09:30:00Z, got number")]
    public void WhatIsNoTimeIsAnErrorThatSaysWhatIs(string call, string message)
        => Assert.Equal($"script:1: {message}", Script.Failure(call).Message);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
