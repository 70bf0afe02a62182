using System.Runtime.CompilerServices;
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

    public async ValueTask<JsonElement> InvokeAsync(ToolDefinition definition, JsonElement arguments, CancellationToken cancellationToken)
    {
        var call = new ToolCall(definition, arguments, _services);
        try
        {
            return await FunctionHandlers.For(definition).InvokeAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (MissiveApiException refusal) when (Advise(refusal, definition))
        {
            throw;
        }
    }

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
        try
        {
            var following = await FunctionHandlers.For(definition).RehearseAsync(call, cancellationToken).ConfigureAwait(false);
            return new MissiveRehearsal(definition.Name, lookups.Requests, requests.Requests, following);
        }
        catch (MissiveApiException refusal) when (Advise(refusal, definition))
        {
            throw;
        }
    }

    public async IAsyncEnumerable<JsonElement> StreamAsync(
        ToolDefinition definition, JsonElement arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = new ToolCall(definition, arguments, _services);
        await foreach (var item in FunctionHandlers.For(definition).StreamAsync(call, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    // As a filter, so that the exception keeps the place it was thrown at.
    private static bool Advise(MissiveApiException refusal, ToolDefinition definition)
    {
        refusal.Advice ??= RefusalAdvice.For(definition.Name, refusal.Status);
        return false;
    }
}
