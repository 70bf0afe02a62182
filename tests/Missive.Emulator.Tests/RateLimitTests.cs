using System.Globalization;
using Missive.Emulator.Faults;
using Missive.Emulator.Limits;
using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class RateLimitTests
{
    [Fact]
    public void The_defaults_are_the_documented_limits()
    {
        var limits = new MissiveEmulatorOptions().RateLimits;
        Assert.Equal(5, limits.MaxConcurrent);
        Assert.Equal([new RateWindow(300, TimeSpan.FromSeconds(60)), new RateWindow(900, TimeSpan.FromSeconds(900))], limits.Windows);
        Assert.True(limits.Enforced);
        Assert.Equal(TimeSpan.Zero, limits.ArrivalTolerance);
    }

    [Fact]
    public void Scaling_changes_the_length_of_the_windows_only()
    {
        var scaled = new RateLimits().Scaled(1 / 300.0);
        Assert.Equal([new RateWindow(300, TimeSpan.FromSeconds(0.2)), new RateWindow(900, TimeSpan.FromSeconds(3))], scaled.Windows);
        Assert.Equal(5, scaled.MaxConcurrent);
    }

    [Fact]
    public async Task A_request_over_a_window_is_refused_with_the_documented_headers()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new()
        {
            TimeProvider = clock,
            RateLimits = new() { Windows = [new(3, TimeSpan.FromSeconds(60)), new(4, TimeSpan.FromSeconds(900))] },
        });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
        }

        clock.Advance(TimeSpan.FromSeconds(20.5));
        var refused = await sandbox.Get("/organizations");
        Assert.Equal(429, refused.Status);
        Assert.Equal("40", refused.Header("Retry-After"));
        Assert.Equal("3", refused.Header("X-RateLimit-Limit"));
        Assert.Equal("0", refused.Header("X-RateLimit-Remaining"));
        Assert.Equal(clock.GetUtcNow().AddSeconds(40).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), refused.Header("X-RateLimit-Reset"));
        Assert.Contains("more than 3 requests in 60 s", refused.MessageText(), StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromSeconds(39.5));
        Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
        var longer = await sandbox.Get("/organizations");
        Assert.Equal("840", longer.Header("Retry-After"));
        Assert.Equal("4", longer.Header("X-RateLimit-Limit"));
    }

    [Fact]
    public async Task Only_refusals_carry_the_headers()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Get("/organizations");
        Assert.DoesNotContain(answer.Message.Headers, header => header.Key.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Refused_requests_have_no_effect_and_use_up_nothing()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new()
        {
            TimeProvider = clock,
            RateLimits = new() { Windows = [new(1, TimeSpan.FromSeconds(60))] },
        });
        await sandbox.Get("/organizations");
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(429, (await sandbox.Delete("/drafts/draft_123")).Status);
        Assert.Empty(sandbox.Emulator.Effects);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await sandbox.Delete("/drafts/draft_123")).Status);
    }

    [Fact]
    public async Task A_window_slides()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new()
        {
            TimeProvider = clock,
            RateLimits = new() { Windows = [new(2, TimeSpan.FromSeconds(60))] },
        });
        await sandbox.Get("/organizations");
        clock.Advance(TimeSpan.FromSeconds(59));
        await sandbox.Get("/organizations");
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
        Assert.Equal(429, (await sandbox.Get("/organizations")).Status);
    }

    [Fact]
    public async Task Too_many_requests_at_once_are_refused()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new() { TimeProvider = clock, RateLimits = new() { MaxConcurrent = 1 } });
        sandbox.Emulator.Faults.Add(Fault.Late(TimeSpan.FromSeconds(5)));
        var slow = sandbox.Get("/organizations");
        await clock.TimerIsSet();

        var refused = await sandbox.Get("/organizations");
        Assert.Equal(429, refused.Status);
        Assert.Equal("1", refused.Header("Retry-After"));
        Assert.Equal("1", refused.Header("X-RateLimit-Limit"));

        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await slow).Status);
        Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
        Assert.Equal(2, sandbox.Emulator.ObserveRates().MaxConcurrent);
        Assert.Equal(1, sandbox.Emulator.ObserveRates().Refused);
    }

    [Fact]
    public async Task Five_callers_in_turn_never_meet_a_sixth()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { RateLimits = new RateLimits() with { Windows = [] } });
        var callers = Enumerable.Range(0, 5).Select(async _ =>
        {
            for (var i = 0; i < 100; i++)
            {
                Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
            }
        });
        await Task.WhenAll(callers);
        Assert.InRange(sandbox.Emulator.ObserveRates().MaxConcurrent, 1, 5);
    }

    [Fact]
    public async Task Tokens_have_limits_of_their_own()
    {
        await using var sandbox = await Sandbox.StartAsync(new()
        {
            Tokens = ["missive_pat-other"],
            RateLimits = new() { Windows = [new(1, TimeSpan.FromHours(1))] },
        });
        Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
        Assert.Equal(429, (await sandbox.Get("/organizations")).Status);
        using var request = sandbox.Request(HttpMethod.Get, "/organizations", null);
        request.Headers.Authorization = new("Bearer", MissiveEmulatorOptions.SampleToken);
        Assert.Equal(200, (await sandbox.Send(request)).Status);
        Assert.Equal(1, sandbox.Emulator.ObserveRates(MissiveEmulatorOptions.SampleToken).Arrivals);
    }

    [Fact]
    public async Task The_largest_number_of_requests_in_any_window_is_observed_also_without_enforcement()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new()
        {
            TimeProvider = clock,
            RateLimits = new() { Enforced = false, MaxConcurrent = 1, Windows = [new(2, TimeSpan.FromSeconds(10)), new(3, TimeSpan.FromSeconds(100))] },
        });
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
            clock.Advance(TimeSpan.FromSeconds(i < 3 ? 1 : 20));
        }

        var observed = sandbox.Emulator.ObserveRates();
        Assert.Equal((6L, 0L), (observed.Arrivals, observed.Refused));
        Assert.Equal([4, 6], observed.Windows.Select(window => window.MaxArrivals));
        Assert.Equal([4, 6], observed.Windows.Select(window => window.MaxAdmitted));
    }

    [Fact]
    public async Task Windows_can_be_judged_with_a_tolerance()
    {
        var clock = new ManualClock();
        await using var sandbox = await Sandbox.StartAsync(new()
        {
            TimeProvider = clock,
            RateLimits = new() { Windows = [new(1, TimeSpan.FromSeconds(1))], ArrivalTolerance = TimeSpan.FromSeconds(0.1) },
        });
        await sandbox.Get("/organizations");
        clock.Advance(TimeSpan.FromSeconds(0.89));
        Assert.Equal(429, (await sandbox.Get("/organizations")).Status);
        clock.Advance(TimeSpan.FromSeconds(0.01));
        Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
    }

    [Fact]
    public void The_largest_count_of_moments_is_that_of_the_fullest_window_wherever_it_starts()
    {
        var start = MissiveEmulatorOptions.DefaultEpoch;
        DateTimeOffset[] moments = [start, start.AddSeconds(9), start.AddSeconds(10), start.AddSeconds(18), start.AddSeconds(40)];
        Assert.Equal(3, RateWindow.LargestCount(moments.Reverse(), TimeSpan.FromSeconds(10)));
        Assert.Equal(0, RateWindow.LargestCount([], TimeSpan.FromSeconds(10)));
    }
}
