namespace Missive.Tools;

/// <summary>The token's owner may not do this (403).</summary>
/// <param name="message">What happened, and what to do next; safe to show, never with the token.</param>
/// <param name="function">The function that was called.</param>
/// <param name="method">The HTTP method of the request.</param>
/// <param name="path">The path and query of the request, below the base URL.</param>
/// <param name="apiMessage">What the API said.</param>
public sealed class MissivePermissionException(string message, string function, string method, string path, string apiMessage)
    : MissiveApiException(message, function, method, path, 403, apiMessage);
