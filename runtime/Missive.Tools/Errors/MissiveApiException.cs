namespace Missive.Tools;

/// <summary>The API answered, and refused the request. Subclasses stand for the statuses that a caller treats differently.</summary>
public class MissiveApiException : MissiveException
{
    /// <summary>Reports a refused request.</summary>
    /// <param name="message">What happened, and what to do next; safe to show, never with the token.</param>
    /// <param name="function">The function that was called.</param>
    /// <param name="method">The HTTP method of the request.</param>
    /// <param name="path">The path and query of the request, below the base URL.</param>
    /// <param name="status">The HTTP status of the answer.</param>
    /// <param name="apiMessage">What the API said.</param>
    /// <param name="innerException">What brought it about, or null.</param>
    public MissiveApiException(
        string message, string function, string method, string path, int status, string apiMessage, Exception? innerException = null)
        : base(message, function, innerException)
    {
        Method = method;
        Path = path;
        Status = status;
        ApiMessage = apiMessage;
    }

    /// <summary>The HTTP method of the request.</summary>
    public string Method { get; }

    /// <summary>
    /// The path and query of the request, below the base URL, as sent. The query may hold search texts and the like, which
    /// is why <see cref="Exception.Message"/> leaves it out.
    /// </summary>
    public string Path { get; }

    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; }

    /// <summary>
    /// What the API said. It publishes no schema of its errors; this is the first that its answer holds of
    /// <c>error.message</c>, <c>error</c>, <c>errors</c>, <c>message</c>, the text itself, and the status in words.
    /// </summary>
    public string ApiMessage { get; }

    /// <summary>
    /// Whether it is unclear if the request was carried out: true of a server error (5xx) in answer to anything but a
    /// GET. Look before repeating such a call. A GET changes nothing.
    /// </summary>
    public bool MayHaveBeenCarriedOut
        => Status >= 500 && !string.Equals(Method, "GET", StringComparison.OrdinalIgnoreCase);
}
