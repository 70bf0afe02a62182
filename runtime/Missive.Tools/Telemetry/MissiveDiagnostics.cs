namespace Missive.Tools;

/// <summary>
/// Names under which the library can be observed. None of what it emits holds the access token, a query, or a body.
/// </summary>
public static class MissiveDiagnostics
{
    /// <summary>
    /// The name of its <see cref="System.Diagnostics.ActivitySource"/>, <see cref="System.Diagnostics.Metrics.Meter"/> and
    /// log category: <c>Missive.Tools</c>.
    /// </summary>
    /// <remarks>
    /// An activity is one request with all its attempts, named after the function. The instruments:
    /// <c>missive.client.request.duration</c> (seconds, one an attempt: its count is that of the requests sent),
    /// <c>missive.client.retries</c>, and <c>missive.client.permit.wait</c> (seconds, of requests that had to wait their turn).
    /// </remarks>
    public const string Name = "Missive.Tools";

    /// <summary>Tag: the function on whose behalf a request is sent.</summary>
    public const string FunctionTag = "missive.function";

    /// <summary>Tag: the HTTP method.</summary>
    public const string MethodTag = "http.request.method";

    /// <summary>Tag: the HTTP status, when an answer came.</summary>
    public const string StatusTag = "http.response.status_code";

    /// <summary>Tag: the type of the error, when there is one.</summary>
    public const string ErrorTag = "error.type";
}
