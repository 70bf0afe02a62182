using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>One call of a function: its arguments, and the means to make its requests.</summary>
internal sealed class ToolCall
{
    private static readonly JsonElement NoArguments = JsonElement.Parse("{}"u8);

    private readonly IMissiveTransport _transport;

    public ToolCall(ToolDefinition definition, JsonElement arguments, CallServices services)
    {
        Definition = definition;
        Services = services;

        // Some callers' tables do not tell an empty object from an empty list, and some pass nothing at all.
        Arguments = arguments.ValueKind == JsonValueKind.Object ? arguments : NoArguments;
        _transport = services.Transport;
    }

    private ToolCall(ToolCall call)
    {
        Definition = call.Definition;
        Services = call.Services;
        Arguments = call.Arguments;
        _transport = call.Services.LookupTransport;
    }

    public ToolDefinition Definition { get; }

    public JsonElement Arguments { get; }

    public CallServices Services { get; }

    public MissiveOptions Options => Services.Options;

    public ToolSettings Settings => Services.Settings;

    public MissiveLookups Lookups => Services.Lookups;

    /// <summary>This call while it reads what its requests are built from: such reads are made even when the call is only rehearsed.</summary>
    public ToolCall ForLookup => new(this);

    /// <summary>The request that the definition alone describes.</summary>
    public ToolRequest BuildRequest() => ToolRequestBuilder.Build(Definition, Arguments, Settings);

    public ValueTask<MissiveResponse> SendAsync(ToolRequest request, CancellationToken cancellationToken)
        => _transport.SendAsync(request, Definition.Name, cancellationToken);

    public ValueTask<MissiveResponse> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
        => SendAsync(new ToolRequest("GET", pathAndQuery), cancellationToken);

    /// <summary>An argument, such as <c>limit</c> or <c>params.limit</c>; its kind is undefined when it is absent or null.</summary>
    public JsonElement Value(string path)
    {
        var value = Arguments;
        foreach (var range in path.AsSpan().Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(path.AsSpan(range), out value))
            {
                return default;
            }
        }

        return value.ValueKind == JsonValueKind.Null ? default : value;
    }

    /// <summary>A text argument, or null.</summary>
    public string? Text(string path) => Value(path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A whole number among the arguments, or null.</summary>
    public long? Integer(string? path)
    {
        if (path is null || Value(path) is not { ValueKind: JsonValueKind.Number } value)
        {
            return null;
        }

        // 25.0 and 2.5e1 are whole numbers too, and validation has let them pass.
        return value.TryGetInt64(out var number) ? number : (long)value.GetDouble();
    }

    /// <summary>The content of a body argument without its envelope.</summary>
    public BodyContent Body(string name) => BodyContent.Of(Definition.FindParameter(name)!, Value(name));
}
