using System.Net;

namespace Missive.Emulator.Hosting;

/// <summary>
/// The only addresses the emulator listens on. It accepts a token that everybody knows, so that it must not be reachable
/// from other machines.
/// </summary>
internal static class LoopbackAddress
{
    public static IPAddress Parse(string host)
    {
        if (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return IPAddress.Loopback;
        }

        return IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)
            ? address
            : throw new ArgumentException($"The emulator listens on loopback addresses only, not on '{host}'.", nameof(host));
    }
}
