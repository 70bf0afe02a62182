namespace Missive.Tools;

/// <summary>The API's base URL, and the only place where a request's URL is made.</summary>
internal sealed class BaseAddress
{
    // The path has been checked and encoded by then. Canonicalization would change what it says: it decodes letters and
    // folds dots.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _prefix;

    /// <summary>Takes a URL that <see cref="FindFault"/> has accepted.</summary>
    public BaseAddress(Uri url)
    {
        _prefix = url.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Origin = url.GetLeftPart(UriPartial.Authority);
        Host = url.Host;
        IsLoopback = url.IsLoopback;
    }

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; }

    /// <summary>The host's name.</summary>
    public string Host { get; }

    /// <summary>Whether it is this machine.</summary>
    public bool IsLoopback { get; }

    /// <summary>What is wrong with a base URL, as a sentence; null when nothing is.</summary>
    public static string? FindFault(Uri? url)
    {
        var example = $"Set it to a URL such as {MissiveTools.Api.BaseUrl}.";
        if (url is not { IsAbsoluteUri: true })
        {
            return $"BaseUrl is not an absolute URL. {example}";
        }

        if (url.Scheme != Uri.UriSchemeHttps && (url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback))
        {
            return "BaseUrl must be https, so that the access token is not readable on its way; http is for loopback "
                + $"addresses (127.0.0.1, ::1, localhost) only. {example}";
        }

        if (url.UserInfo.Length > 0)
        {
            return $"BaseUrl holds a user name or password. Leave them out; the access token authenticates. {example}";
        }

        return url.OriginalString.AsSpan().ContainsAny('?', '#', '\\')
            ? $"BaseUrl holds a query, a fragment, or a backslash. Leave it out. {example}"
            : null;
    }

    /// <summary>The URL of a request.</summary>
    /// <param name="pathAndQuery">A path that <see cref="RequestPath.FindFault"/> has accepted.</param>
    public Uri Combine(string pathAndQuery) => new(_prefix + pathAndQuery, Verbatim);
}
