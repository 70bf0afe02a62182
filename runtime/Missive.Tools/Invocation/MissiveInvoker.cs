using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Carries out the calls of one account. Safe for use by several callers at once.</summary>
internal sealed class MissiveInvoker : IToolInvoker
{
    private readonly CallServices _services;

    /// <param name="transport">Sends the requests.</param>
    /// <param name="options">The account's settings; read once.</param>
    /// <param name="timeProvider">The clock of waits and of what is remembered.</param>
    public MissiveInvoker(IMissiveTransport transport, MissiveOptions options, TimeProvider timeProvider)
    {
        _services = new CallServices(transport, options, timeProvider);
        ValidationOptions = InvokerSettings.ValidationOf(options, _services.Settings);
    }

    public ToolValidationOptions ValidationOptions { get; }

    public ValueTask<ToolAnswer> InvokeAsync(ToolDefinition definition, JsonElement arguments, CancellationToken cancellationToken)
        => FunctionHandlers.For(definition).InvokeAsync(new ToolCall(definition, arguments, _services), cancellationToken);

    /// <summary>Finds out what a call would send. What is no look-up is not sent.</summary>
    /// <param name="definition">The tool.</param>
    /// <param name="arguments">Its arguments, not yet validated.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    /// <exception cref="ToolValidationException">The arguments are refused; nothing was sent.</exception>
    public async Task<MissiveRehearsal> RehearseAsync(ToolDefinition definition, JsonElement arguments, CancellationToken cancellationToken)
    {
        ToolValidator.ThrowIfInvalid(definition, arguments, ValidationOptions);
        var requests = new RecordingTransport(_services.Transport, sends: false);
        var lookups = new RecordingTransport(_services.Transport, sends: true);
        var call = new ToolCall(definition, arguments, _services.With(requests, lookups));
        var following = await FunctionHandlers.For(definition).RehearseAsync(call, cancellationToken).ConfigureAwait(false);
        return new MissiveRehearsal(definition.Name, lookups.Requests, requests.Requests, following);
    }

    public IAsyncEnumerable<JsonElement> StreamAsync(ToolDefinition definition, JsonElement arguments, CancellationToken cancellationToken)
        => FunctionHandlers.For(definition).StreamAsync(new ToolCall(definition, arguments, _services), cancellationToken);
}
