using Microsoft.Extensions.Options;

namespace Missive.Tools;

/// <summary>
/// The settings of one account. They are read once, when its client is made; later changes have no effect. Only
/// <see cref="AccessToken"/> has to be set.
/// </summary>
public sealed class MissiveOptions
{
    /// <summary>The variable that <see cref="ReadEnvironment"/> takes the access token from.</summary>
    public const string AccessTokenVariable = "MISSIVE_ACCESS_TOKEN";

    /// <summary>The variable that <see cref="ReadEnvironment"/> takes the base URL from.</summary>
    public const string BaseUrlVariable = "MISSIVE_URL";

    /// <summary>
    /// The personal access token, from the API tab of Missive's preferences. Its owner needs an organization on the
    /// Productive plan or higher; the token reaches all that its owner sees. It is sent to <see cref="BaseUrl"/> only.
    /// </summary>
    public string AccessToken { get; set; } = "";

    /// <summary>
    /// The API's base URL: https, or http on a loopback address. Default <c>https://public.missiveapp.com/v1</c>.
    /// </summary>
    public Uri BaseUrl { get; set; } = MissiveTools.Api.BaseUrl;

    /// <summary>The organization id that fills a missing organization.</summary>
    public string? DefaultOrganization { get; set; }

    /// <summary>The contact book id that fills a missing contact book.</summary>
    public string? DefaultContactBook { get; set; }

    /// <summary>The sender of drafts that name none.</summary>
    public DraftSender? DefaultFromField { get; set; }

    /// <summary>The IANA time zone of dates and times that have none. Default <c>UTC</c>.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The kind of entries that <c>list_tasks</c> lists; null for all.</summary>
    public TaskType? TaskType { get; set; }

    /// <summary>How long <c>get_analytics_report</c> waits for a report. Default 60 seconds.</summary>
    public TimeSpan ReportWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether to try calls and keys that the API does not document. Default false.</summary>
    public bool AllowUndocumented { get; set; }

    /// <summary>How long is waited, and for what.</summary>
    public MissiveTimeouts Timeouts { get; set; } = new();

    /// <summary>The rate limits to keep.</summary>
    public MissiveRateLimits RateLimits { get; set; } = new();

    /// <summary>
    /// How often a request is sent at most, the first time included. Default 4. A 429 is repeated for every method, since
    /// such a request was not carried out; a server error or a broken connection for GET only.
    /// </summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// The pause before the second attempt, when the API does not say how long to wait; it doubles with each attempt and
    /// varies at random. Default 1 second.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest such pause. Default 30 seconds.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest request body that is sent, in bytes. Default 10,000,000 (the API's limit).</summary>
    public int MaxRequestBytes { get; set; } = MissiveTools.Api.LargestBody!.Value;

    /// <summary>The largest answer that is read, in bytes after decompression. Default 64 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// Takes the access token and the base URL from the environment variables <c>MISSIVE_ACCESS_TOKEN</c> and
    /// <c>MISSIVE_URL</c>; what is not set there stays as it is.
    /// </summary>
    /// <returns>These options.</returns>
    /// <exception cref="FormatException"><c>MISSIVE_URL</c> is not an absolute URL.</exception>
    public MissiveOptions ReadEnvironment()
    {
        if (Environment.GetEnvironmentVariable(AccessTokenVariable) is { Length: > 0 } token)
        {
            AccessToken = token;
        }

        if (Environment.GetEnvironmentVariable(BaseUrlVariable) is { Length: > 0 } text)
        {
            BaseUrl = Uri.TryCreate(text, UriKind.Absolute, out var url)
                ? url
                : throw new FormatException($"The environment variable {BaseUrlVariable} must be an absolute URL such as {MissiveTools.Api.BaseUrl}.");
        }

        return this;
    }

    /// <summary>Checks these options as an account that is made of them does.</summary>
    /// <exception cref="OptionsValidationException">
    /// A setting is missing or wrong. Each failure begins with <c>MissiveOptions: </c> and the property, and says what to do.
    /// </exception>
    public void ThrowIfInvalid() => MissiveOptionsValidator.ThrowIfFaulty(this);

    /// <summary>These options as they are now, for an account to keep.</summary>
    internal MissiveOptions Copy()
    {
        var copy = (MissiveOptions)MemberwiseClone();
        copy.Timeouts = new() { Connect = Timeouts.Connect, Attempt = Timeouts.Attempt, Total = Timeouts.Total };
        return copy;
    }
}
