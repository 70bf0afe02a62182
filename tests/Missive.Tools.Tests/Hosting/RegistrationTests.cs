using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Missive.Codegen.Runtime;
using Missive.Emulator;
using Missive.Emulator.Faults;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Hosting;

public sealed class RegistrationTests
{
    [Fact]
    public async Task The_account_without_a_name_is_injected()
    {
        await using var emulator = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
        var services = new ServiceCollection();
        services.AddMissive(options => Use(emulator, options));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<MissiveClient>();
        var organizations = await client.Organizations.ListOrganizationsAsync(new(), Sandbox.Token);
        Assert.NotEmpty(organizations.Organizations);
        Assert.Same(client, provider.GetRequiredService<IMissiveClientFactory>().Get());
        Assert.Same(client, provider.GetRequiredService<IMissiveClientFactory>().Get(""));
    }

    [Fact]
    public async Task Named_accounts_have_their_own_settings()
    {
        await using var emulator = await MissiveEmulator.StartAsync(new() { Tokens = ["missive_pat-work", "missive_pat-home"] }, Sandbox.Token);
        var services = new ServiceCollection();
        services.AddMissive("work", options => Use(emulator, options, "missive_pat-work"));
        services.AddMissive("home", options => Use(emulator, options, "missive_pat-home"));
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IMissiveClientFactory>();
        Assert.Equal(["work", "home"], factory.Names);
        var work = factory.Get("work");
        Assert.Same(work, factory.Get("work"));
        Assert.Same(work, provider.GetRequiredKeyedService<MissiveClient>("work"));
        Assert.NotSame(work, factory.Get("home"));
        Assert.Null(provider.GetService<MissiveClient>());
        await work.Organizations.ListOrganizationsAsync(new(), Sandbox.Token);
        Assert.Equal(1, emulator.ObserveRates("missive_pat-work").Arrivals);
        Assert.Equal(0, emulator.ObserveRates("missive_pat-home").Arrivals);
        var tool = MissiveTools.Registry.Create("list_organizations", factory.GetInvoker("home"));
        Assert.Equal("list_organizations", tool.Definition.Name);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_those_that_are_known()
    {
        var services = new ServiceCollection();
        services.AddMissive("work", options => options.AccessToken = "missive_pat-work");
        services.AddMissive(options => options.AccessToken = "missive_pat-default");
        using var provider = services.BuildServiceProvider();
        var error = Assert.Throws<ArgumentException>(() => provider.GetRequiredService<IMissiveClientFactory>().Get("wrok"));
        Assert.Contains("No account 'wrok' is registered; there is: 'work', without a name.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_checked_on_start_and_name_their_account()
    {
        var services = new ServiceCollection();
        services.AddMissive("work", options => options.AccessToken = "");
        using var provider = services.BuildServiceProvider();
        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("of the account 'work': AccessToken is not set", error.Message, StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IMissiveClientFactory>().Get("work"));
    }

    [Fact]
    public async Task Handlers_of_every_client_are_left_out_and_handlers_of_this_one_are_kept()
    {
        await using var emulator = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
        var (everywhere, here) = (new Repeating(), new Repeating());
        var services = new ServiceCollection();
        services.AddMissive(options => Use(emulator, options)).AddHttpMessageHandler(() => here);
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => everywhere));
        await using var provider = services.BuildServiceProvider();
        emulator.Faults.Add(Fault.WithStatus(500));
        var transport = provider.GetRequiredService<MissiveClientFactory>().GetAccount(null).Transport;
        await Assert.ThrowsAsync<MissiveApiException>(() => transport.SendAsync(
            new ToolRequest("POST", "/tasks", "{}"u8.ToArray()), "create_task", Sandbox.Token).AsTask());
        Assert.Equal(0, everywhere.Requests);
        Assert.Equal(1, here.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("work")]
    public async Task Registering_an_account_again_adds_settings_and_keeps_its_handlers(string name)
    {
        await using var emulator = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
        var (first, second) = (new Repeating(), new Repeating());
        var services = new ServiceCollection();
        services.AddMissive(name, options => Use(emulator, options)).AddHttpMessageHandler(() => first);
        services.AddMissive(name, options => options.MaxAttempts = 1).AddHttpMessageHandler(() => second);
        await using var provider = services.BuildServiceProvider();
        emulator.Faults.Add(Fault.WithStatus(429), times: 2);
        var factory = provider.GetRequiredService<MissiveClientFactory>();
        await Assert.ThrowsAsync<MissiveRateLimitException>(() => factory.GetAccount(name).Transport.SendAsync(
            new ToolRequest("GET", "/tasks"), "list_tasks", Sandbox.Token).AsTask());
        Assert.Equal(1, first.Requests);
        Assert.Equal(1, second.Requests);
        Assert.Equal([name], factory.Names);
    }

    [Fact]
    public async Task A_client_without_a_container_works_and_closes_its_connections()
    {
        await using var emulator = await MissiveEmulator.StartAsync(cancellationToken: Sandbox.Token);
        var client = MissiveClient.Create(Sandbox.OptionsFor(emulator));
        Assert.NotEmpty((await client.Organizations.ListOrganizationsAsync(new(), Sandbox.Token)).Organizations);
        client.Dispose();
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Organizations.ListOrganizationsAsync(new(), Sandbox.Token));
    }

    [Fact]
    public async Task Clients_with_the_same_token_share_its_limits_and_must_agree_on_them()
    {
        await using var emulator = await MissiveEmulator.StartAsync(new() { Tokens = ["missive_pat-other"] }, Sandbox.Token);
        using var first = MissiveAccount.Create(Sandbox.OptionsFor(emulator));
        var options = Sandbox.OptionsFor(emulator);
        using var second = MissiveAccount.Create(options);
        Assert.Same(first.Transport.Limiter, second.Transport.Limiter);
        options.RateLimits.Concurrent = 3;
        Assert.Contains(
            "same access token", Assert.Throws<InvalidOperationException>(() => MissiveAccount.Create(options)).Message, StringComparison.Ordinal);
        options.AccessToken = "missive_pat-another";
        using var other = MissiveAccount.Create(options);
        Assert.NotSame(first.Transport.Limiter, other.Transport.Limiter);
    }

    private static void Use(MissiveEmulator emulator, MissiveOptions options, string? token = null)
    {
        options.AccessToken = token ?? emulator.Token;
        options.BaseUrl = emulator.BaseAddress;
    }

    /// <summary>What the usual resilience handler would do with a POST.</summary>
    private sealed class Repeating : DelegatingHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
