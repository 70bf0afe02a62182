namespace Missive.Tools;

/// <summary>No usable answer came: the request was not sent, the connection failed, or what came was not the API's JSON.</summary>
public sealed class MissiveTransportException : MissiveException
{
    /// <summary>Reports a request without a usable answer.</summary>
    /// <param name="message">What happened, and what to do next; safe to show, never with the token.</param>
    /// <param name="function">The function that was called.</param>
    /// <param name="method">The HTTP method of the request.</param>
    /// <param name="path">The path and query of the request, below the base URL.</param>
    /// <param name="failure">Why there is no usable answer.</param>
    /// <param name="mayHaveBeenCarriedOut">Whether the request may have changed something.</param>
    /// <param name="status">The HTTP status, when one came.</param>
    /// <param name="innerException">What brought it about, or null.</param>
    public MissiveTransportException(
        string message,
        string function,
        string method,
        string path,
        MissiveTransportFailure failure,
        bool mayHaveBeenCarriedOut,
        int? status = null,
        Exception? innerException = null)
        : base(message, function, innerException)
    {
        Method = method;
        Path = path;
        Failure = failure;
        MayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
        Status = status;
    }

    /// <summary>The HTTP method of the request.</summary>
    public string Method { get; }

    /// <summary>
    /// The path and query of the request, below the base URL, as sent. The query may hold search texts and the like, which
    /// is why <see cref="Exception.Message"/> leaves it out.
    /// </summary>
    public string Path { get; }

    /// <summary>Why there is no usable answer.</summary>
    public MissiveTransportFailure Failure { get; }

    /// <summary>
    /// Whether the request may have changed something, so that it is worth a look before it is repeated. Always false of
    /// a GET, which changes nothing.
    /// </summary>
    public bool MayHaveBeenCarriedOut { get; }

    /// <summary>The HTTP status, when one came; null otherwise.</summary>
    public int? Status { get; }
}
