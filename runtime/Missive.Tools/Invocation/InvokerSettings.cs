using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>An account's options in the form in which validation and request building read them.</summary>
internal static class InvokerSettings
{
    // Whoever means an unknown key learns both ways through at once.
    private const string UnknownKeyHint =
        "What the API takes beyond this goes through api_get, api_post, api_patch or api_delete, or with the setting allow_undocumented.";

    public static ToolSettings Of(MissiveOptions options)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Add(values, OrganizationLookup.Setting, options.DefaultOrganization);
        Add(values, ContactBookLookup.Setting, options.DefaultContactBook);
        if (options.DefaultFromField is { } sender)
        {
            values["default_from_field"] = sender.Json;
        }

        return new ToolSettings { Values = values, TimeZone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone) };
    }

    public static ToolValidationOptions ValidationOf(MissiveOptions options, ToolSettings settings) => new()
    {
        AllowUndocumented = options.AllowUndocumented,
        UnknownKeyHint = UnknownKeyHint,
        FindFurther = static (definition, arguments) => FunctionHandlers.For(definition).FindProblem(arguments),
        Settings = settings,
    };

    private static void Add(Dictionary<string, JsonElement> values, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            values[name] = JsonElements.Write(value, static (writer, text) => writer.WriteStringValue(text));
        }
    }
}
