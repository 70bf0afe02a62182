using System.Collections.Immutable;
using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>The credentials and settings of the manifest's root file, and what each does to the options of Missive.Tools.</summary>
internal static class AccountFields
{
    public const string AccessToken = "access_token";
    public const string Url = "url";

    /// <summary>The command line that lists them.</summary>
    public const string Listing = "kosmo integrations:fields missive";

    public static ImmutableArray<AccountField> All { get; } =
    [
        new(AccessToken, "Access Token", "secret", DataType.String(), nameof(MissiveOptions.AccessToken),
            static (options, value) => options.AccessToken = value.GetString()!,
            "Personal access token, from the API tab of Missive's preferences. Its owner needs an organization on the Productive plan or higher; the token reaches all that its owner sees.")
        {
            IsRequired = true,
            Variable = MissiveOptions.AccessTokenVariable,
        },
        new(Url, "API Base URL", "url", DataType.String(), nameof(MissiveOptions.BaseUrl),
            static (options, value) => options.BaseUrl = UrlOf(value.GetString()!)!,
            "Base URL of the API, where it is not the public one.")
        {
            Variable = MissiveOptions.BaseUrlVariable,
        },
        new("default_organization", "Default Organization", "string", DataType.String(), nameof(MissiveOptions.DefaultOrganization),
            static (options, value) => options.DefaultOrganization = value.GetString(),
            "Organization ID that fills a missing organization."),
        new("default_contact_book", "Default Contact Book", "string", DataType.String(), nameof(MissiveOptions.DefaultContactBook),
            static (options, value) => options.DefaultContactBook = value.GetString(),
            "Contact book ID that fills a missing contact_book."),
        new("default_from_field", "Default Sender", "object", DraftSender.Definition, nameof(MissiveOptions.DefaultFromField),
            static (options, value) => options.DefaultFromField = new DraftSender(value),
            "Sender of drafts that name none."),
        new("time_zone", "Time Zone", "string", DataType.String(), nameof(MissiveOptions.TimeZone),
            static (options, value) => options.TimeZone = value.GetString()!,
            "Time zone of dates and times that have none."),
        new("task_type", "Task Type", "string", TaskType.Definition, nameof(MissiveOptions.TaskType),
            static (options, value) => options.TaskType = new TaskType(value.GetString()!),
            "Kind of entries that list_tasks lists; left out, all."),
        new("report_wait_seconds", "Report Wait", "integer", DataType.Integer(min: 0, max: 3600, unit: "seconds"), nameof(MissiveOptions.ReportWait),
            static (options, value) => options.ReportWait = TimeSpan.FromSeconds(value.GetInt64()),
            "How long get_analytics_report waits for a report, in seconds."),
        new("allow_undocumented", "Allow Undocumented", "boolean", DataType.Boolean(), nameof(MissiveOptions.AllowUndocumented),
            static (options, value) => options.AllowUndocumented = value.GetBoolean(),
            "Try calls, and pass on keys, that the API does not document, such as creating a true comment."),
    ];

    /// <summary>The fields as a function's parameters, so that values are checked and errors worded as those of calls are.</summary>
    public static ToolDefinition AsParameters { get; } = new()
    {
        Name = "integrations:configure",
        FullName = "integrations:configure",
        Group = "",
        Operation = ToolOperation.Write,
        Description = "",
        Method = "POST",
        Path = "/",
        Parameters = [.. All.Select(static field => new ToolParameter { Name = field.Key, Type = field.Type, Location = ParameterLocation.Body, Description = field.Description })],
    };

    /// <summary>The field of that name; null when there is none.</summary>
    public static AccountField? Find(string key) => All.FirstOrDefault(field => string.Equals(field.Key, key, StringComparison.Ordinal));

    /// <summary>Says that there is no field of a name.</summary>
    public static string UnknownText(string key)
        => $"There is no credential or setting '{PlainText.OneLine(key)}'.{NearMiss.Question(key, All.Select(static field => field.Key))}";

    // Null for what is no URL: the check of the options says so.
    private static Uri? UrlOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;
}
