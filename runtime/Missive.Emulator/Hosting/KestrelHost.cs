using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Hosting;

/// <summary>
/// Kestrel with nothing but what the emulator needs. The builder is the empty one: it reads neither environment variables
/// nor settings files, which belong to the embedding program and could make it listen elsewhere.
/// </summary>
internal sealed class KestrelHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private Uri? _baseAddress;

    public KestrelHost(MissiveEmulatorOptions options, RequestPipeline pipeline)
    {
        var endPoint = new IPEndPoint(LoopbackAddress.Parse(options.Host), options.Port);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // The pipeline has its own limit, which answers as the API does.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(endPoint, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        _application = builder.Build();
        var stopping = _application.Lifetime.ApplicationStopping;
        ((IApplicationBuilder)_application).Run(context => pipeline.HandleAsync(context, stopping));
    }

    public Uri BaseAddress => _baseAddress ?? throw new InvalidOperationException("The emulator has not started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _application.StartAsync(cancellationToken).ConfigureAwait(false);
        var addresses = _application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        _baseAddress = new Uri(new Uri(addresses.Addresses.Single()), RequestTarget.BasePath);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
