using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Sends single requests to Missive's API, under its limits.</summary>
internal interface IMissiveTransport
{
    /// <summary>Sends one request and waits for its answer.</summary>
    /// <param name="request">The request, its path below the base URL.</param>
    /// <param name="function">The function on whose behalf it is sent, for errors and telemetry.</param>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <returns>The answer to a request that succeeded (2xx).</returns>
    /// <exception cref="MissiveApiException">The API refused the request; its subclasses tell why.</exception>
    /// <exception cref="MissiveTransportException">No usable answer came.</exception>
    ValueTask<MissiveResponse> SendAsync(ToolRequest request, string function, CancellationToken cancellationToken);

    /// <summary>Refuses a request that is never sent, whatever the API would say: for its path or its size.</summary>
    /// <param name="request">The request.</param>
    /// <param name="function">The function on whose behalf it would be sent.</param>
    /// <exception cref="MissiveTransportException">It is refused.</exception>
    void ThrowIfUnfit(ToolRequest request, string function);
}

/// <summary>An answer of the API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body; <see cref="JsonValueKind.Undefined"/> when the answer had none.</param>
/// <param name="IsUnknown">Whether the request was only rehearsed, so that nobody knows the answer.</param>
internal readonly record struct MissiveResponse(int Status, JsonElement Body, bool IsUnknown = false)
{
    /// <summary>The answer to a request that was not sent.</summary>
    public static MissiveResponse Unknown => new(0, default, IsUnknown: true);
}
