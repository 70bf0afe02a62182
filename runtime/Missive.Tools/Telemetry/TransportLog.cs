using Microsoft.Extensions.Logging;

namespace Missive.Tools;

/// <summary>The log's messages. Paths come without query, for it may hold search texts and addresses.</summary>
internal static partial class TransportLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Function}: {Method} {Path} started, attempt {Attempt}")]
    public static partial void RequestStarted(ILogger logger, string function, string method, string path, int attempt);

    [LoggerMessage(2, LogLevel.Debug, "{Function}: {Method} {Path} answered {Status} in {DurationMs:0.#} ms")]
    public static partial void RequestAnswered(
        ILogger logger, string function, string method, string path, int status, double durationMs);

    [LoggerMessage(3, LogLevel.Warning, "{Function}: {Method} {Path} failed after {DurationMs:0.#} ms: {Reason}, status {Status}")]
    public static partial void RequestFailed(
        ILogger logger, string function, string method, string path, double durationMs, string reason, int? status);

    [LoggerMessage(4, LogLevel.Information, "{Function}: {Method} {Path} is sent again in {DelayMs:0} ms; attempts so far: {Attempts}")]
    public static partial void RequestRetried(
        ILogger logger, string function, string method, string path, double delayMs, int attempts);

    [LoggerMessage(5, LogLevel.Debug, "{Function}: {Method} {Path} waited {WaitMs:0.#} ms for its turn under the rate limits")]
    public static partial void RequestLimited(ILogger logger, string function, string method, string path, double waitMs);

    [LoggerMessage(6, LogLevel.Debug, "{Function}: {Method} {Path} canceled after {DurationMs:0.#} ms")]
    public static partial void RequestCanceled(ILogger logger, string function, string method, string path, double durationMs);
}
