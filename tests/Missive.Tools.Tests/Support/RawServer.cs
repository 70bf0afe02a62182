using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Missive.Tools.Tests.Support;

/// <summary>A server that answers as a test says, for answers that the emulator never gives.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private RawServer(WebApplication application) => _application = application;

    public Uri BaseAddress => new(new Uri(_application.Urls.Single()), "/v1");

    public static async Task<RawServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        ((IApplicationBuilder)application).Run(answer);
        await application.StartAsync(Sandbox.Token);
        return new RawServer(application);
    }

    public MissiveAccount CreateAccount(Action<MissiveOptions>? configure = null, TimeProvider? clock = null)
    {
        var options = new MissiveOptions { AccessToken = "missive_pat-raw-server", BaseUrl = BaseAddress };
        configure?.Invoke(options);
        return MissiveAccount.Create(options, timeProvider: clock);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
