using System.Text;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>A path below <c>/v1</c> as callers of the generic functions write it, made safe and encoded.</summary>
/// <param name="Path">The path, encoded, with a slash at its begin.</param>
/// <param name="Query">The parameters of its query, decoded.</param>
internal sealed record ApiPath(string Path, IReadOnlyList<(string Name, string Value)> Query)
{
    private const string Expected = "a path below /v1, such as /contacts";

    // RFC 3986: what a path may hold as it is. The comma stands between ids and has to stay one.
    private const string Literal = "-._~!$&'()*+,;=:@/";

    // Whoever encodes a text three times over hides something.
    private const int MaxEncodings = 3;

    /// <summary>What keeps a text from being a path; null for nothing.</summary>
    public static ToolValidationError? FindProblem(string given)
        => FindFault(given) is { } fault ? Refusal.Error(ToolValidationCodes.NotAllowed, "path", Expected, Excerpt.Quoted(given), fault) : null;

    public static ApiPath Parse(ToolCall call, string given)
    {
        if (FindProblem(given) is { } problem)
        {
            throw new ToolValidationException(call.Definition.Name, [problem]);
        }

        var mark = given.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? given : given[..mark];
        return new ApiPath(Encode(WithoutVersion(path)), mark < 0 ? [] : ReadQuery(call, given[(mark + 1)..]));
    }

    private static string? FindFault(string given)
    {
        var mark = given.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? given : given[..mark];
        var decoded = Decode(path);
        return given switch
        {
            _ when WithoutVersion(path.Trim()) is "/" => "It names no endpoint.",
            _ when given.AsSpan().ContainsAny('{', '}') => "Put the ID in the place of {id}.",
            _ when given.Contains('#', StringComparison.Ordinal) => "A path has no fragment: leave out # and what follows, or encode it as %23.",
            _ when given.Contains('\\', StringComparison.Ordinal) => "Write / in place of \\.",
            _ when HasControl(given) || decoded is null || HasControl(decoded) => "It must hold no line break or other control character.",
            _ when decoded.Contains('\\', StringComparison.Ordinal) => "It must hold no backslash, encoded or not.",
            _ when decoded.Contains("//", StringComparison.Ordinal) || HasHost(path) =>
                "Leave out scheme and host: requests go to the configured base URL only.",
            _ when HasDotSegment(decoded) => "It must hold no . or .. as a part, encoded or not.",
            _ => null,
        };
    }

    private static bool HasControl(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                return true;
            }
        }

        return false;
    }

    // No endpoint has a colon or a dot in its first part; a scheme or a host has.
    private static bool HasHost(string path)
    {
        var relative = path.TrimStart('/');
        var end = relative.IndexOf('/', StringComparison.Ordinal);
        return relative.AsSpan(0, end < 0 ? relative.Length : end).ContainsAny(':', '.', '@') && !HasDotSegment(relative);
    }

    private static bool HasDotSegment(string path)
        => path.Contains("..", StringComparison.Ordinal) || Array.Exists(path.Split('/'), static part => part is ".");

    // Fully: a server, or a proxy before it, may decode more than once. Null when that takes too long.
    private static string? Decode(string path)
    {
        for (var i = 0; i <= MaxEncodings; i++)
        {
            var decoded = Uri.UnescapeDataString(path);
            if (string.Equals(decoded, path, StringComparison.Ordinal))
            {
                return decoded;
            }

            path = decoded;
        }

        return null;
    }

    private static string WithoutVersion(string path)
    {
        var relative = path.TrimStart('/');
        return relative is "v1" || relative.StartsWith("v1/", StringComparison.Ordinal) ? "/" + relative[2..].TrimStart('/') : "/" + relative;
    }

    private static string Encode(string path)
    {
        var encoded = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(path[i]) || Literal.Contains(path[i], StringComparison.Ordinal) || IsEncoded(path, i))
            {
                encoded.Append(path[i]);
            }
            else
            {
                var length = char.IsHighSurrogate(path[i]) && i + 1 < path.Length ? 2 : 1;
                encoded.Append(Uri.EscapeDataString(path.AsSpan(i, length)));
                i += length - 1;
            }
        }

        return encoded.ToString();
    }

    private static bool IsEncoded(string path, int index)
        => path[index] == '%' && index + 2 < path.Length && char.IsAsciiHexDigit(path[index + 1]) && char.IsAsciiHexDigit(path[index + 2]);

    private static List<(string Name, string Value)> ReadQuery(ToolCall call, string query)
    {
        var parameters = new List<(string Name, string Value)>();
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = DecodeQuery(equals < 0 ? pair : pair[..equals]);
            if (parameters.Exists(known => string.Equals(known.Name, name, StringComparison.Ordinal)))
            {
                throw Refusal.Of(
                    call, ToolValidationCodes.Conflict, "path", "each query parameter once", $"{Excerpt.Quoted(name)} twice", "Give it once.");
            }

            parameters.Add((name, equals < 0 ? "" : DecodeQuery(pair[(equals + 1)..])));
        }

        return parameters;
    }

    private static string DecodeQuery(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
