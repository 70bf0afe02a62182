using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class ReportTests
{
    private const string New = """{"reports":{"organization":"org_123","start":1777593600,"end":1778111999,"time_zone":"UTC"}}""";

    [Fact]
    public async Task A_report_is_pending_then_ready_then_gone()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new() { TimeProvider = clock, ReportDelay = TimeSpan.FromSeconds(10) });
        Assert.Equal("""{"reports":{"id":"report_1"}}""", (await sandbox.Post("/analytics/reports", New)).Text);

        await AssertMissing(sandbox);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        await AssertMissing(sandbox);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(1777593600, (long)(await sandbox.Get("/analytics/reports/report_1")).Json["reports"]!["start"]!);
        clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.Equal(200, (await sandbox.Get("/analytics/reports/report_1")).Status);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await AssertMissing(sandbox);
    }

    [Fact]
    public async Task A_report_is_ready_at_once_unless_told_otherwise()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await sandbox.Post("/analytics/reports", New);
        Assert.Equal(200, (await sandbox.Get("/analytics/reports/report_1")).Status);
    }

    [Fact]
    public async Task The_sample_report_never_expires()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new() { TimeProvider = clock });
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(200, (await sandbox.Get("/analytics/reports/report_123")).Status);
    }

    [Theory]
    [InlineData("""{"start":1,"end":2}""", 422)]
    [InlineData("""{"organization":"org_123","start":1}""", 422)]
    [InlineData("""{"organization":"org_123","start":"2026-05-01","end":"2026-05-06"}""", 422)]
    [InlineData("""{"organization":"org_123","start":2,"end":1}""", 422)]
    [InlineData("""{"organization":"org_123","start":1,"end":2,"time_zone":"Paris"}""", 422)]
    [InlineData("""{"organization":"org_123","start":1,"end":2,"account_types":["fax"]}""", 422)]
    [InlineData("""{"organization":"org_999","start":1,"end":2}""", 400)]
    [InlineData("""{"organization":"org_123","start":1,"end":2,"teams":["team_999"]}""", 404)]
    [InlineData("""{"organization":"org_123","start":1,"end":2,"teams":["team_123"],"users":["user_456"],"accounts":["account_123"],"account_types":["email"]}""", 201)]
    public async Task Creating_follows_the_documented_conditions(string report, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(status, (await sandbox.Post("/analytics/reports", $$"""{"reports":{{report}} }""")).Status);
    }

    private static async Task AssertMissing(Sandbox sandbox)
    {
        var answer = await sandbox.Get("/analytics/reports/report_1");
        Assert.Equal((404, ""), (answer.Status, answer.Text));
    }
}
