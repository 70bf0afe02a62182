using System.Text.Json;
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
    private readonly MissiveInvoker _invoker;

    internal MissiveAccount(
        HttpClient client, bool ownsClient, MissiveOptions options, ILoggerFactory? loggers, TimeProvider? time)
    {
        options = options.Copy();
        time ??= TimeProvider.System;
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger(MissiveDiagnostics.Name);
        _ownedClient = ownsClient ? client : null;
        _transport = new MissiveTransport(client, options, logger, time, LimiterRegistry.Shared);
        _invoker = new MissiveInvoker(_transport, options, time);
        Client = new MissiveClient(_invoker);
    }

    /// <summary>Every function, typed.</summary>
    public MissiveClient Client { get; }

    /// <summary>Carries out calls by name, as <see cref="MissiveTools.Registry"/> makes them.</summary>
    public IToolInvoker Invoker => _invoker;

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

    /// <summary>
    /// Finds out what a call would send, and changes nothing. The arguments are validated as always, and what the requests
    /// are built from is really looked up: users, organizations, contact books, the conversation of a comment. All other
    /// requests are recorded and not sent.
    /// </summary>
    /// <param name="definition">The function, as from <see cref="MissiveTools.Registry"/>.</param>
    /// <param name="arguments">Its arguments, an object.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    /// <returns>The requests.</returns>
    /// <exception cref="ToolValidationException">The arguments are refused; the call would send nothing.</exception>
    /// <exception cref="MissiveException">A look-up failed, or a request would be refused before it is sent.</exception>
    /// <example>
    /// <code>
    /// var rehearsal = await account.RehearseAsync("update_task", arguments);
    /// foreach (var request in rehearsal.Requests)
    /// {
    ///     Console.WriteLine($"{request.Method} {request.PathAndQuery} {Encoding.UTF8.GetString(request.Body.Span)}");
    /// }
    /// </code>
    /// </example>
    public Task<MissiveRehearsal> RehearseAsync(
        ToolDefinition definition, JsonElement arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _invoker.RehearseAsync(definition, arguments, cancellationToken);
    }

    /// <summary>Finds out what a call of a function by name would send, and changes nothing.</summary>
    /// <param name="function">The function's name, as <see cref="ToolRegistry.TryGet"/> takes it.</param>
    /// <param name="arguments">Its arguments, an object.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    /// <returns>The requests.</returns>
    /// <exception cref="UnknownToolException">No function has that name.</exception>
    /// <exception cref="ToolValidationException">The arguments are refused; the call would send nothing.</exception>
    /// <exception cref="MissiveException">A look-up failed, or a request would be refused before it is sent.</exception>
    public Task<MissiveRehearsal> RehearseAsync(string function, JsonElement arguments, CancellationToken cancellationToken = default)
        => RehearseAsync(MissiveTools.Registry.GetDefinition(function), arguments, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _transport.Dispose();
        _ownedClient?.Dispose();
    }
}
