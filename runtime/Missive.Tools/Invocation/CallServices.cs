using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>What all calls of one account share.</summary>
internal sealed class CallServices
{
    public CallServices(IMissiveTransport transport, MissiveOptions options, TimeProvider timeProvider)
    {
        Transport = transport;
        Options = options;
        Time = timeProvider;
        Settings = InvokerSettings.Of(options);
        Lookups = new MissiveLookups(timeProvider);
    }

    public IMissiveTransport Transport { get; }

    public MissiveOptions Options { get; }

    public TimeProvider Time { get; }

    public ToolSettings Settings { get; }

    public MissiveLookups Lookups { get; }
}
