using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class AuthenticationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer missive_pat-wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic missive_pat-sample")]
    [InlineData("missive_pat-sample")]
    public async Task A_missing_or_wrong_token_is_refused_with_a_nested_error(string? authorization)
    {
        await using var sandbox = await Sandbox.StartAsync();
        using var request = sandbox.Request(HttpMethod.Get, "/organizations", null);
        request.Headers.Remove("Authorization");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        var answer = await sandbox.Send(request);

        Assert.Equal(401, answer.Status);
        Assert.NotEmpty(answer.Json["error"]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_sample_token_is_accepted_beside_configured_ones()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { Tokens = ["missive_pat-one", "missive_pat-two"] });
        Assert.Equal("missive_pat-one", sandbox.Emulator.Token);
        foreach (var token in new[] { "missive_pat-one", "missive_pat-two", MissiveEmulatorOptions.SampleToken })
        {
            using var request = sandbox.Request(HttpMethod.Get, "/organizations", null);
            request.Headers.Authorization = new("Bearer", token);
            Assert.Equal(200, (await sandbox.Send(request)).Status);
        }
    }

    [Fact]
    public async Task A_refused_request_counts_towards_no_rate_limit()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { RateLimits = new() { Windows = [new(1, TimeSpan.FromMinutes(1))] } });
        for (var i = 0; i < 3; i++)
        {
            using var request = sandbox.Request(HttpMethod.Get, "/organizations", null);
            request.Headers.Authorization = new("Bearer", "missive_pat-wrong");
            Assert.Equal(401, (await sandbox.Send(request)).Status);
        }

        Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
        Assert.Equal(1, sandbox.Emulator.ObserveRates().Arrivals);
    }
}
