namespace Missive.Tools;

/// <summary>What is known about the API's refusals beyond what it says itself.</summary>
internal static class RefusalAdvice
{
    private const string AdminOnly = "The token has to belong to an admin or owner of the organization.";

    /// <summary>A sentence for a function's refusal; null where the API's own words have to do.</summary>
    public static string? For(string function, int status) => (function, status) switch
    {
        ("create_draft", 400) =>
            "The sender may be the reason: from_field, or the setting default_from_field, has to name an alias or account of the token owner.",
        ("delete_post", 403) => "In a shared conversation the token has to belong to an owner or admin of the organization.",
        ("create_teams", 403) => AdminOnly,
        ("create_hook", 403) => "Subscriptions are rules, which only admins and owners may make, on the Productive or Business plan.",
        ("create_analytics_report", 403) => "Reports need the Productive or Business plan; narrowing them needs the Business plan.",
        ("update_responses" or "delete_responses", 403) =>
            "Where an organization restricts its responses, the token has to belong to an admin or owner; responses made by integrations cannot be changed or deleted.",
        ("update_responses" or "delete_responses", 422) => "Responses made by integrations, such as WhatsApp templates, cannot be changed or deleted.",
        _ => null,
    };
}
