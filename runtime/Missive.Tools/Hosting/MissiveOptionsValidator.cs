using System.Globalization;
using Microsoft.Extensions.Options;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Checks the settings of an account: every fault in one run, each with what to do. No fault shows the token.</summary>
internal sealed class MissiveOptionsValidator : IValidateOptions<MissiveOptions>
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, MissiveOptions options)
    {
        var faults = FindFaults(options);
        var account = string.IsNullOrEmpty(name) ? "" : $" of the account '{name}'";
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(fault => $"{nameof(MissiveOptions)}{account}: {fault}"));
    }

    /// <summary>Checks options that come from no container.</summary>
    /// <exception cref="OptionsValidationException">They have faults.</exception>
    public static void ThrowIfFaulty(MissiveOptions options)
    {
        if (new MissiveOptionsValidator().Validate(null, options) is { Failed: true } result)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(MissiveOptions), result.Failures);
        }
    }

    private static List<string> FindFaults(MissiveOptions options)
    {
        var faults = new List<string>();
        Add(AccessToken.FindFault(options.AccessToken));
        Add(BaseAddress.FindFault(options.BaseUrl));
        Add(FindTimeZoneFault(options.TimeZone));
        Add(IsBlank(options.DefaultOrganization) ? "DefaultOrganization is blank. Set an organization's id, or leave it null." : null);
        Add(IsBlank(options.DefaultContactBook) ? "DefaultContactBook is blank. Set a contact book's id, or leave it null." : null);
        Add(options.ReportWait < TimeSpan.Zero ? "ReportWait is negative. Set how long to wait for a report; zero asks once." : null);
        Add(options.MaxAttempts is < 1 or > 100 ? "MaxAttempts must be from 1 (never repeat) to 100." : null);
        Add(FindPauseFault("RetryDelay", options.RetryDelay));
        Add(FindPauseFault("MaxRetryDelay", options.MaxRetryDelay));
        Add(options.RetryDelay > options.MaxRetryDelay ? "RetryDelay exceeds MaxRetryDelay. Lower the one or raise the other." : null);
        Add(options.MaxRequestBytes < 1 ? "MaxRequestBytes must be at least 1; the API takes 10,000,000." : null);
        Add(options.MaxResponseBytes < 1 ? "MaxResponseBytes must be at least 1; lists may take several megabytes." : null);
        AddTimeoutFaults(options.Timeouts, faults);
        AddRateLimitFaults(options.RateLimits, faults);
        return faults;

        void Add(string? fault)
        {
            if (fault is not null)
            {
                faults.Add(fault);
            }
        }
    }

    private static bool IsBlank(string? value) => value is not null && string.IsNullOrWhiteSpace(value);

    private static string? FindTimeZoneFault(string? name)
        => !string.IsNullOrEmpty(name) && TimeZoneName.TryFind(name, out _)
            ? null
            : $"TimeZone '{name}' is not known here. Set an IANA name such as Europe/Berlin, or UTC.";

    private static string? FindPauseFault(string name, TimeSpan value)
        => value < TimeSpan.Zero || value > LongestWait ? $"{name} must be from zero to a day." : null;

    private static void AddTimeoutFaults(MissiveTimeouts? timeouts, List<string> faults)
    {
        if (timeouts is null)
        {
            faults.Add("Timeouts is null. Leave it out for the defaults.");
            return;
        }

        foreach (var (name, value) in new[] { ("Connect", timeouts.Connect), ("Attempt", timeouts.Attempt), ("Total", timeouts.Total) })
        {
            if (value < ShortestWait || value > LongestWait)
            {
                faults.Add($"Timeouts.{name} must be from 10 milliseconds to a day.");
            }
        }
    }

    private static void AddRateLimitFaults(MissiveRateLimits? limits, List<string> faults)
    {
        if (limits?.Windows is null)
        {
            faults.Add("RateLimits or its Windows is null. Leave it out for the API's limits.");
            return;
        }

        if (limits.Concurrent < 1)
        {
            faults.Add("RateLimits.Concurrent must be at least 1; the API allows 5.");
        }

        for (var i = 0; i < limits.Windows.Count; i++)
        {
            if (limits.Windows[i] is not { Requests: >= 1 and <= 1_000_000 } window || window.Length <= TimeSpan.Zero || window.Length > LongestWait)
            {
                faults.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"RateLimits.Windows[{i}] must hold 1 to 1,000,000 requests in a length above zero and up to a day."));
            }
        }
    }
}
