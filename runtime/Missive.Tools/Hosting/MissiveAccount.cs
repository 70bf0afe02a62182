using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>
/// One account: the typed client, and the invoker for hosts that call functions by name. Safe for use from several threads;
/// to be kept, not made for each call. Disposing it closes its connections.
/// </summary>
public sealed class MissiveAccount : IDisposable
{
    private readonly MissiveTransport _transport;
    private readonly HttpClient? _ownedClient;

    internal MissiveAccount(
        HttpClient client, bool ownsClient, MissiveOptions options, ILoggerFactory? loggers, TimeProvider? time)
    {
        time ??= TimeProvider.System;
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger(MissiveDiagnostics.Name);
        _ownedClient = ownsClient ? client : null;
        _transport = new MissiveTransport(client, options, logger, time, LimiterRegistry.Shared);
        Invoker = new MissiveInvoker(_transport, options, time);
        Client = new MissiveClient(Invoker);
    }

    /// <summary>Every function, typed.</summary>
    public MissiveClient Client { get; }

    /// <summary>Carries out calls by name, as <see cref="MissiveTools.Registry"/> makes them.</summary>
    public IToolInvoker Invoker { get; }

    internal MissiveTransport Transport => _transport;

    /// <summary>Makes an account without a container.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock of everything that waits; null for the system's.</param>
    /// <returns>The account, to be disposed.</returns>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; the message says what to do.</exception>
    /// <exception cref="InvalidOperationException">Another client of the process uses the token with other rate limits.</exception>
    public static MissiveAccount Create(
        MissiveOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        MissiveOptionsValidator.ThrowIfFaulty(options);
        var client = new HttpClient(HttpHandlers.Create(options)) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            return new MissiveAccount(client, ownsClient: true, options, loggerFactory, timeProvider);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _transport.Dispose();
        _ownedClient?.Dispose();
    }
}
