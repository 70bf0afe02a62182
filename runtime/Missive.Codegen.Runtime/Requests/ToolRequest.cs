namespace Missive.Codegen.Runtime;

/// <summary>A request to the API, without host and credentials.</summary>
public sealed class ToolRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathAndQuery">The path below the API's base URL and the query, percent-encoded.</param>
    /// <param name="body">The body as UTF-8 JSON; empty for none.</param>
    public ToolRequest(string method, string pathAndQuery, ReadOnlyMemory<byte> body = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        Method = method;
        PathAndQuery = pathAndQuery;
        Body = body;
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path below the API's base URL and the query, percent-encoded.</summary>
    public string PathAndQuery { get; }

    /// <summary>The body as UTF-8 JSON; empty when the request has none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Method and path. Query and body may hold what is nobody else's business, so they are not shown.</summary>
    public override string ToString()
    {
        var query = PathAndQuery.IndexOf('?', StringComparison.Ordinal);
        return $"{Method} {(query < 0 ? PathAndQuery : PathAndQuery[..query])}";
    }
}
