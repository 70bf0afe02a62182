using System.Net;

namespace Missive.Emulator.Faults;

/// <summary>
/// One fault. It is injected by <see cref="MissiveEmulatorOptions.FaultSelector"/>, by <see cref="MissiveEmulator.Faults"/>,
/// or by the request header <see cref="HeaderName"/> in the syntax of <see cref="FaultSyntax"/>. Only requests that
/// passed authentication and rate limits meet faults.
/// </summary>
public sealed record Fault
{
    /// <summary>The request header that asks for a fault: <c>X-Emulator-Fault</c>.</summary>
    public const string HeaderName = "X-Emulator-Fault";

    /// <summary>What goes wrong. Default: nothing but the delay.</summary>
    public FaultKind Kind { get; init; }

    /// <summary>
    /// Whether the request is carried out. Unless set: faults that damage the answer strike after the effect,
    /// everything else before it.
    /// </summary>
    public FaultStage? Stage { get; init; }

    /// <summary>How long the emulator waits at <see cref="Stage"/>, before anything is sent. Default zero.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How long a stalled body pauses. Default zero.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>The status that is sent instead of the usual one. Default: 502 for HTML, 500 for a status fault, 302 for a redirect.</summary>
    public int? Status { get; init; }

    /// <summary>The value of a <c>Retry-After</c> header in seconds; none when null.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Where a redirect points.</summary>
    public Uri? Location { get; init; }

    /// <summary>How many bytes a padded answer gains.</summary>
    public int Bytes { get; init; }

    /// <summary><see cref="Stage"/>, or the kind's usual stage.</summary>
    public FaultStage EffectiveStage => Stage ?? Kind switch
    {
        FaultKind.Reset or FaultKind.Close or FaultKind.ResetMidBody or FaultKind.Truncate or FaultKind.Stall
            or FaultKind.EmptyBody or FaultKind.BrokenJson or FaultKind.Pad => FaultStage.AfterEffect,
        _ => FaultStage.BeforeEffect,
    };

    /// <summary>The answer is late.</summary>
    /// <param name="delay">How late.</param>
    /// <param name="stage">Whether the request is carried out before or after the wait.</param>
    /// <returns>The fault.</returns>
    public static Fault Late(TimeSpan delay, FaultStage stage = FaultStage.BeforeEffect) => new() { Delay = delay, Stage = stage };

    /// <summary>The connection breaks before an answer.</summary>
    /// <param name="stage">Whether the request was carried out.</param>
    /// <returns>The fault.</returns>
    public static Fault Reset(FaultStage stage = FaultStage.AfterEffect) => new() { Kind = FaultKind.Reset, Stage = stage };

    /// <summary>A chosen status with an error body; the request is not carried out.</summary>
    /// <param name="status">The status, 400 to 599.</param>
    /// <param name="retryAfterSeconds">The <c>Retry-After</c> header in seconds; none when null.</param>
    /// <returns>The fault.</returns>
    public static Fault WithStatus(int status, int? retryAfterSeconds = null) =>
        new() { Kind = FaultKind.Status, Status = status, RetryAfterSeconds = retryAfterSeconds };

    /// <summary>An HTML page; the request is not carried out.</summary>
    /// <param name="status">The page's status.</param>
    /// <returns>The fault.</returns>
    public static Fault Html(int status = (int)HttpStatusCode.BadGateway) => new() { Kind = FaultKind.Html, Status = status };

    /// <summary>A redirect; the request is not carried out.</summary>
    /// <param name="location">Where to.</param>
    /// <param name="status">301, 302, 303, 307 or 308.</param>
    /// <returns>The fault.</returns>
    public static Fault RedirectTo(Uri location, int status = (int)HttpStatusCode.Found) =>
        new() { Kind = FaultKind.Redirect, Location = location, Status = status };

    /// <summary>A fault of a kind that needs nothing else, such as a truncated, empty or broken body.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The fault.</returns>
    public static Fault Of(FaultKind kind) => new() { Kind = kind };
}
