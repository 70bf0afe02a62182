using System.Text.Json;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>The option of Missive.Tools that a credential or setting of the manifest sets.</summary>
/// <param name="Name">The property of <see cref="MissiveOptions"/>.</param>
/// <param name="Apply">Sets it to a value of the right type.</param>
internal sealed record AccountOption(string Name, Action<MissiveOptions, JsonElement> Apply)
{
    /// <summary>The option of a credential or setting.</summary>
    /// <exception cref="ArgumentException">There is none: the manifest has one that this program does not know yet.</exception>
    public static AccountOption Of(string key) => key switch
    {
        "access_token" => new(nameof(MissiveOptions.AccessToken), static (options, value) => options.AccessToken = value.GetString()!),

        // Null for what is no URL: the check of the options says so.
        "url" => new(nameof(MissiveOptions.BaseUrl), static (options, value) => options.BaseUrl = Uri.TryCreate(value.GetString(), UriKind.Absolute, out var url) ? url : null!),
        "default_organization" => new(nameof(MissiveOptions.DefaultOrganization), static (options, value) => options.DefaultOrganization = value.GetString()),
        "default_contact_book" => new(nameof(MissiveOptions.DefaultContactBook), static (options, value) => options.DefaultContactBook = value.GetString()),
        "default_from_field" => new(nameof(MissiveOptions.DefaultFromField), static (options, value) => options.DefaultFromField = new DraftSender(value)),
        "time_zone" => new(nameof(MissiveOptions.TimeZone), static (options, value) => options.TimeZone = value.GetString()!),
        "task_type" => new(nameof(MissiveOptions.TaskType), static (options, value) => options.TaskType = new TaskType(value.GetString()!)),
        "report_wait_seconds" => new(nameof(MissiveOptions.ReportWait), static (options, value) => options.ReportWait = TimeSpan.FromSeconds(value.GetInt64())),
        "allow_undocumented" => new(nameof(MissiveOptions.AllowUndocumented), static (options, value) => options.AllowUndocumented = value.GetBoolean()),
        _ => throw new ArgumentException($"No option of {nameof(MissiveOptions)} is set by '{key}'.", nameof(key)),
    };
}
