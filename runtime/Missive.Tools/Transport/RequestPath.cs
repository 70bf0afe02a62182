using System.Buffers;

namespace Missive.Tools;

/// <summary>Makes sure that a request's path stays below the base URL, for the access token goes with it.</summary>
internal static class RequestPath
{
    // What RFC 3986 allows in a path and a query, percent-encoded text included. Braces, backslashes, line breaks,
    // fragments and everything beyond ASCII are not in it.
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%!$&'()*+,;=:@/?");

    private static readonly SearchValues<char> AllowedInQuery = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%!$&'()*+,;=:@/?[]");

    /// <summary>Why a path is refused, as a sentence; null when it is not.</summary>
    /// <param name="pathAndQuery">The path below the base URL, and the query.</param>
    public static string? FindFault(string pathAndQuery)
    {
        if (!pathAndQuery.StartsWith('/'))
        {
            return "The path must begin with a slash, such as /tasks; hosts and schemes are not part of it.";
        }

        var queryAt = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var path = queryAt < 0 ? pathAndQuery : pathAndQuery[..queryAt];
        if (path.AsSpan().ContainsAnyExcept(Allowed)
            || (queryAt >= 0 && pathAndQuery.AsSpan(queryAt).ContainsAnyExcept(AllowedInQuery)))
        {
            return "The path or the query holds a character that does not belong there, such as a blank, a backslash, a "
                + "line break, # or { }. Percent-encode it.";
        }

        if (path.Contains("//", StringComparison.Ordinal))
        {
            return "The path must not hold two slashes in a row: they lead to another host, or say that an id is empty.";
        }

        return LeadsElsewhere(path) ? "The path must not hold . or .. between slashes, encoded or not: they lead elsewhere." : null;
    }

    // A server may decode before it resolves dots, so that encoded dots and slashes count as what they stand for.
    private static bool LeadsElsewhere(string path)
    {
        var decoded = path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
        foreach (var range in decoded.AsSpan().SplitAny('/', '\\'))
        {
            if (decoded.AsSpan(range) is "." or "..")
            {
                return true;
            }
        }

        return false;
    }
}
