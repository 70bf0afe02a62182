namespace Missive.Tools;

/// <summary>Why a request has no usable answer.</summary>
public enum MissiveTransportFailure
{
    /// <summary>The request's path would leave the base URL, or is not encoded. Nothing was sent.</summary>
    PathRefused,

    /// <summary>The request's body is larger than the API takes. Nothing was sent.</summary>
    RequestTooLarge,

    /// <summary>No connection came about. Nothing was sent.</summary>
    NotConnected,

    /// <summary>The connection broke before the answer was complete.</summary>
    ConnectionBroken,

    /// <summary>No answer came in time.</summary>
    TimedOut,

    /// <summary>The rate limits of this process left no room for the request in time. Nothing was sent.</summary>
    NoPermit,

    /// <summary>The answer was a redirect, which is not followed: the access token stays with the base URL.</summary>
    Redirected,

    /// <summary>The answer was a web page.</summary>
    Html,

    /// <summary>The answer was not JSON.</summary>
    BrokenJson,

    /// <summary>Whoever called broke the request off while it was on its way.</summary>
    Canceled,

    /// <summary>The answer was larger than <see cref="MissiveOptions.MaxResponseBytes"/>.</summary>
    ResponseTooLarge,
}
