using System.Text;
using Missive.Emulator.Faults;

namespace Missive.Emulator.Recording;

/// <summary>A request as it arrived, and what became of it.</summary>
public sealed record RecordedRequest
{
    /// <summary>The request's number, counted from 1 over the emulator's life.</summary>
    public required int Number { get; init; }

    /// <summary>When it arrived, by <see cref="MissiveEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The raw path, still percent-encoded, below the base path <c>/v1</c>; the whole path when it is outside.</summary>
    public required string Path { get; init; }

    /// <summary>The raw query without its question mark; empty without a query.</summary>
    public required string Query { get; init; }

    /// <summary>All headers; the value of <c>Authorization</c> is replaced by <c>[redacted]</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The body's bytes, up to <see cref="MissiveEmulatorOptions.MaxBodyBytes"/>.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the request carried an accepted token.</summary>
    public required bool Authorized { get; init; }

    /// <summary>Whether it passed the rate limits; false for a request without an accepted token.</summary>
    public required bool Admitted { get; init; }

    /// <summary>The fault that it met, if any.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The status that was sent; null while the request is handled, and when the connection broke before an answer.</summary>
    public int? Status { get; init; }

    /// <summary>How many resources it created, changed or removed.</summary>
    public int Effects { get; init; }

    /// <summary>How long it was handled, until the answer's first byte; zero while it is handled.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The body as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Method, path and query as one line: <c>GET /conversations?inbox=true&amp;limit=25</c>.</summary>
    public string Line => Query.Length == 0 ? $"{Method} {Path}" : $"{Method} {Path}?{Query}";
}
