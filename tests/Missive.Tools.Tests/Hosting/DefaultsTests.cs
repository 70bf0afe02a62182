namespace Missive.Tools.Tests.Hosting;

public sealed class DefaultsTests
{
    [Fact]
    public void The_defaults_are_the_apis_real_limits_and_the_manifests_settings()
    {
        var options = new MissiveOptions();
        Assert.Equal("", options.AccessToken);
        Assert.Equal("https://public.missiveapp.com/v1", options.BaseUrl.OriginalString);
        Assert.Equal(5, options.RateLimits.Concurrent);
        Assert.Equal([new(300, TimeSpan.FromSeconds(60)), new(900, TimeSpan.FromSeconds(900))], options.RateLimits.Windows);
        Assert.Equal(10_000_000, options.MaxRequestBytes);
        Assert.Equal(64 * 1024 * 1024, options.MaxResponseBytes);
        Assert.Equal(4, options.MaxAttempts);
        Assert.Equal(TimeSpan.FromSeconds(1), options.RetryDelay);
        Assert.Equal(TimeSpan.FromSeconds(30), options.MaxRetryDelay);
        Assert.Equal(TimeSpan.FromSeconds(15), options.Timeouts.Connect);
        Assert.Equal(TimeSpan.FromSeconds(60), options.Timeouts.Attempt);
        Assert.Equal(TimeSpan.FromMinutes(20), options.Timeouts.Total);
        Assert.Equal(TimeSpan.FromSeconds(60), options.ReportWait);
        Assert.Equal("UTC", options.TimeZone);
        Assert.Equal("\"UTC\"", DefaultOf("time_zone"));
        Assert.Equal("60", DefaultOf("report_wait_seconds"));
        Assert.Equal("false", DefaultOf("allow_undocumented"));
        Assert.Null(options.DefaultOrganization);
        Assert.Null(options.DefaultContactBook);
        Assert.Null(options.DefaultFromField);
        Assert.Null(options.TaskType);
        Assert.False(options.AllowUndocumented);
    }

    private static string? DefaultOf(string setting) => MissiveTools.Api.Settings.Single(known => known.Name == setting).Default;

    [Fact]
    public void A_call_has_more_time_than_the_longest_window_takes()
    {
        var options = new MissiveOptions();
        Assert.True(options.Timeouts.Total > options.RateLimits.Windows.Max(window => window.Length));
    }
}
