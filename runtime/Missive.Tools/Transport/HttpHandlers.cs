using System.Net;

namespace Missive.Tools;

/// <summary>Makes the handler at the end of an account's HTTP client.</summary>
/// <remarks>
/// It sends a request without a body again by itself when a connection closes before an answer, and cannot be told not to.
/// That is harmless for a GET, though no permit is taken for it; everything else is sent with a body, be it empty.
/// </remarks>
internal static class HttpHandlers
{
    // Long enough to reuse connections, short enough to follow a change of the host's addresses.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(15);

    public static SocketsHttpHandler Create(MissiveOptions options) => new()
    {
        // A redirect is an error here: the access token stays with the base URL.
        AllowAutoRedirect = false,
        UseCookies = false,

        // This machine is reached directly: a proxy would see the token of an http URL.
        UseProxy = !new BaseAddress(options.BaseUrl).IsLoopback,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        ConnectTimeout = options.Timeouts.Connect,
        PooledConnectionLifetime = ConnectionLifetime,
    };
}
