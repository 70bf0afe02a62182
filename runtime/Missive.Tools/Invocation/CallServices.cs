using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>What all calls of one account share.</summary>
internal sealed class CallServices
{
    public CallServices(IMissiveTransport transport, MissiveOptions options, TimeProvider timeProvider)
    {
        Transport = transport;
        LookupTransport = transport;
        Options = options;
        Time = timeProvider;
        Settings = InvokerSettings.Of(options);
        Lookups = new MissiveLookups(timeProvider);
    }

    private CallServices(CallServices account, IMissiveTransport transport, IMissiveTransport lookupTransport)
    {
        Transport = transport;
        LookupTransport = lookupTransport;
        Options = account.Options;
        Time = account.Time;
        Settings = account.Settings;

        // Not the account's: what a rehearsal takes for an answer must not be remembered as one.
        Lookups = new MissiveLookups(account.Time);
    }

    public IMissiveTransport Transport { get; }

    /// <summary>Sends the reads that other requests are built from.</summary>
    public IMissiveTransport LookupTransport { get; }

    public MissiveOptions Options { get; }

    public TimeProvider Time { get; }

    public ToolSettings Settings { get; }

    public MissiveLookups Lookups { get; }

    /// <summary>The same account with other transports, and nothing remembered.</summary>
    public CallServices With(IMissiveTransport transport, IMissiveTransport lookupTransport) => new(this, transport, lookupTransport);
}
