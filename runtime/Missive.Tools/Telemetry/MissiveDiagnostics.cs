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
    /// An activity is one request with its wait under the rate limits and all its attempts, named after the function; a call
    /// may make several. Function, method, host and path are there when it starts, the outcome when it stops. It is a child of
    /// the caller's current activity, so that a trace holds the requests of one call and no others. Without a listener none is
    /// made. The instruments:
    /// <c>missive.client.request.duration</c> (seconds, one an attempt: its count is that of the requests sent),
    /// <c>missive.client.retries</c>, and <c>missive.client.permit.wait</c> (seconds, of requests that had to wait their turn).
    /// </remarks>
    /// <example>
    /// <code>
    /// using var listener = new ActivityListener
    /// {
    ///     ShouldListenTo = source =&gt; source.Name == MissiveDiagnostics.Name,
    ///     Sample = (ref ActivityCreationOptions&lt;ActivityContext&gt; _) =&gt; ActivitySamplingResult.AllData,
    ///     ActivityStopped = request =&gt; Console.Error.WriteLine(
    ///         $"{request.GetTagItem(MissiveDiagnostics.MethodTag)} {request.GetTagItem(MissiveDiagnostics.PathTag)}: "
    ///         + $"{request.GetTagItem(MissiveDiagnostics.StatusTag)} in {request.Duration.TotalMilliseconds:0} ms"),
    /// };
    /// ActivitySource.AddActivityListener(listener);
    /// </code>
    /// </example>
    public const string Name = "Missive.Tools";

    /// <summary>Tag: the function on whose behalf a request is sent.</summary>
    public const string FunctionTag = "missive.function";

    /// <summary>Tag: the HTTP method.</summary>
    public const string MethodTag = "http.request.method";

    /// <summary>Tag: the API's host.</summary>
    public const string HostTag = "server.address";

    /// <summary>Tag: the path of a request, base path and query left out.</summary>
    public const string PathTag = "url.path";

    /// <summary>Tag: how often a request was sent again, when it was.</summary>
    public const string RepeatsTag = "http.request.resend_count";

    /// <summary>Tag: the HTTP status, when an answer came.</summary>
    public const string StatusTag = "http.response.status_code";

    /// <summary>Tag: the type of the error, when there is one.</summary>
    public const string ErrorTag = "error.type";
}
