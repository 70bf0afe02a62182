using Microsoft.Extensions.Hosting;

namespace Missive.Emulator.Hosting;

/// <summary>Leaves Ctrl-C to the program that embeds the emulator; the framework's own lifetime would take it over.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
