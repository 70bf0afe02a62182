using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class HostingTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.0.1")]
    [InlineData("::")]
    [InlineData("example.test")]
    [InlineData("")]
    public async Task Only_loopback_addresses_are_listened_on(string host)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            MissiveEmulator.StartAsync(new() { Host = host }, Sandbox.Token));
        Assert.Contains("loopback", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("127.0.0.2")]
    public async Task A_free_port_is_taken_and_told(string host)
    {
        await using var sandbox = await Sandbox.StartAsync(new() { Host = host });
        Assert.True(sandbox.Emulator.BaseAddress.IsLoopback);
        Assert.NotEqual(0, sandbox.Emulator.BaseAddress.Port);
        Assert.EndsWith("/v1", sandbox.Emulator.BaseAddress.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(200, (await sandbox.Get("/organizations")).Status);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_reported()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await Assert.ThrowsAsync<IOException>(() =>
            MissiveEmulator.StartAsync(new() { Port = sandbox.Emulator.BaseAddress.Port }, Sandbox.Token));
    }

    [Fact]
    public async Task Settings_of_the_embedding_program_do_not_move_the_emulator()
    {
        const string Variable = "ASPNETCORE_URLS";
        var before = Environment.GetEnvironmentVariable(Variable);
        try
        {
            Environment.SetEnvironmentVariable(Variable, "http://0.0.0.0:0");
            await using var sandbox = await Sandbox.StartAsync();
            Assert.Equal("127.0.0.1", sandbox.Emulator.BaseAddress.Host);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        MissiveEmulatorOptions[] wrong =
        [
            new() { Organizations = 0 },
            new() { ContactBooks = -1 },
            new() { InboxConversations = 1 },
            new() { DeleteStatus = 201 },
            new() { MaxBodyBytes = 0 },
            new() { PageOverlap = -1 },
            new() { ReportDelay = TimeSpan.FromSeconds(-1) },
            new() { RateLimits = new() { MaxConcurrent = 0 } },
            new() { RateLimits = new() { Windows = [new(0, TimeSpan.FromSeconds(1))] } },
            new() { RateLimits = new() { Windows = [new(1, TimeSpan.Zero)] } },
            new() { Port = 70_000 },
        ];
        foreach (var options in wrong)
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => MissiveEmulator.StartAsync(options, Sandbox.Token));
        }
    }

    [Fact]
    public async Task Emulators_do_not_share_anything()
    {
        await using var one = await Sandbox.StartAsync();
        await using var other = await Sandbox.StartAsync();
        await one.Delete("/drafts/draft_123");
        Assert.Equal(200, (await other.Delete("/drafts/draft_123")).Status);
        Assert.Single(other.Emulator.Requests);
    }

    [Fact]
    public async Task The_sample_account_can_be_large()
    {
        await using var sandbox = await Sandbox.StartAsync(new() { InboxConversations = 2000, OpenTasks = 2000, ContactsPerBook = 500 });
        Assert.Contains("conv_2997", (await sandbox.Get("/conversations?all=true&until=1777413700")).Ids("conversations"));
    }
}
