using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>One request on its way through waiting, attempts and pauses. Used by one thread at a time.</summary>
internal sealed class TransportCall(ToolRequest request, string function, long startedAt)
{
    /// <summary>What is sent.</summary>
    public ToolRequest Request => request;

    /// <summary>The function on whose behalf it is sent.</summary>
    public string Function => function;

    /// <summary>When it began, by the clock's time stamp.</summary>
    public long StartedAt => startedAt;

    /// <summary>Whether it changes nothing, so that it may be repeated.</summary>
    public bool IsGet { get; } = string.Equals(request.Method, "GET", StringComparison.OrdinalIgnoreCase);

    /// <summary>The number of the latest attempt, from 1.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether an attempt is in progress, and its request may have reached the API.</summary>
    public bool IsUnderWay { get; set; }

    /// <summary>What the latest finished attempt came to; null when it succeeded, and before the first.</summary>
    public MissiveException? LastError { get; set; }

    /// <summary>The path without query, which may be shown.</summary>
    public string ShownPath
        => request.PathAndQuery.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query
            ? request.PathAndQuery[..query]
            : request.PathAndQuery;
}
