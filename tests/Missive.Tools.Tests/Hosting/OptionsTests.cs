using Microsoft.Extensions.Options;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Hosting;

public sealed class OptionsTests
{
    public static TheoryData<Action<MissiveOptions>, string> Faults { get; } = new()
    {
        { options => options.AccessToken = "", "Make a personal access token" },
        { options => options.AccessToken = "  ", "MISSIVE_ACCESS_TOKEN" },
        { options => options.AccessToken = "missive_pat-geheim\n", "Copy it again" },
        { options => options.AccessToken = "missive_pat-gehéim", "Copy it again" },
        { options => options.BaseUrl = null!, "not an absolute URL" },
        { options => options.BaseUrl = new Uri("http://public.missiveapp.com/v1"), "must be https" },
        { options => options.TimeZone = "Mars/Olympus", "IANA name such as Europe/Berlin" },
        { options => options.TimeZone = "/etc/localtime", "TimeZone" },
        { options => options.TimeZone = "../../etc/localtime", "TimeZone" },
        { options => options.TimeZone = "", "TimeZone" },
        { options => options.DefaultOrganization = " ", "DefaultOrganization is blank" },
        { options => options.DefaultContactBook = "", "DefaultContactBook is blank" },
        { options => options.ReportWait = TimeSpan.FromSeconds(-1), "ReportWait" },
        { options => options.MaxAttempts = 0, "MaxAttempts" },
        { options => options.RetryDelay = TimeSpan.FromSeconds(-1), "RetryDelay" },
        { options => options.RetryDelay = TimeSpan.FromMinutes(5), "RetryDelay exceeds MaxRetryDelay" },
        { options => options.MaxRetryDelay = TimeSpan.FromDays(2), "MaxRetryDelay" },
        { options => options.MaxRequestBytes = 0, "MaxRequestBytes" },
        { options => options.MaxResponseBytes = 0, "MaxResponseBytes" },
        { options => options.Timeouts = null!, "Timeouts is null" },
        { options => options.Timeouts.Connect = TimeSpan.Zero, "Timeouts.Connect" },
        { options => options.Timeouts.Attempt = Timeout.InfiniteTimeSpan, "Timeouts.Attempt" },
        { options => options.Timeouts.Total = TimeSpan.FromDays(2), "Timeouts.Total" },
        { options => options.RateLimits = null!, "RateLimits" },
        { options => options.RateLimits.Windows = null!, "Windows is null" },
        { options => options.RateLimits.Concurrent = 0, "RateLimits.Concurrent" },
        { options => options.RateLimits.Windows = [new(5, TimeSpan.FromSeconds(1)), new(0, TimeSpan.FromSeconds(1))], "Windows[1]" },
        { options => options.RateLimits.Windows = [new(5, TimeSpan.Zero)], "Windows[0]" },
        { options => options.RateLimits.Windows = [null!], "Windows[0]" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_setting_is_refused_with_what_to_do(Action<MissiveOptions> spoil, string text)
    {
        var options = Sound();
        spoil(options);
        var error = Assert.Throws<OptionsValidationException>(() => MissiveClient.Create(options));
        Assert.Contains(text, Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.StartsWith("MissiveOptions: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geh", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var error = Assert.Throws<OptionsValidationException>(
            () => MissiveClient.Create(new MissiveOptions { TimeZone = "", MaxAttempts = 0 }));
        Assert.Equal(3, error.Failures.Count());
    }

    [Fact]
    public async Task A_change_after_the_client_was_made_has_no_effect()
    {
        MissiveOptions? kept = null;
        await using var sandbox = await Sandbox.StartAsync(configure: options => kept = options);
        kept!.AllowUndocumented = true;
        kept.MaxRequestBytes = 1;
        kept.Timeouts.Attempt = kept.Timeouts.Total = TimeSpan.FromTicks(1);
        await sandbox.Account.Client.Conversations.CreateCommentAsync(new() { ConversationId = "conv_123", Body = "Done." }, Sandbox.Token);
        Assert.Equal("/posts", sandbox.Emulator.Requests.Single().Path);
    }

    [Fact]
    public void The_environment_is_read_when_asked_to()
    {
        var before = (Environment.GetEnvironmentVariable("MISSIVE_ACCESS_TOKEN"), Environment.GetEnvironmentVariable("MISSIVE_URL"));
        try
        {
            Set("missive_pat-environment", "http://127.0.0.1:1/v1");
            var options = new MissiveOptions().ReadEnvironment();
            Assert.Equal("missive_pat-environment", options.AccessToken);
            Assert.Equal("http://127.0.0.1:1/v1", options.BaseUrl.OriginalString);
            Assert.Equal("", new MissiveOptions().AccessToken);

            Set(null, "");
            options = Sound().ReadEnvironment();
            Assert.Equal("missive_pat-sound", options.AccessToken);
            Assert.Equal("https://public.missiveapp.com/v1", options.BaseUrl.OriginalString);

            Set(null, "public.missiveapp.com");
            Assert.Contains("MISSIVE_URL", Assert.Throws<FormatException>(() => new MissiveOptions().ReadEnvironment()).Message, StringComparison.Ordinal);
        }
        finally
        {
            Set(before.Item1, before.Item2);
        }

        static void Set(string? token, string? url)
        {
            Environment.SetEnvironmentVariable("MISSIVE_ACCESS_TOKEN", token);
            Environment.SetEnvironmentVariable("MISSIVE_URL", url);
        }
    }

    private static MissiveOptions Sound() => new() { AccessToken = "missive_pat-sound" };
}
