using System.Text.Json;

namespace Kosmo.Documentation;

/// <summary>What every integration says about itself to programs. Here there is one, and kosmo supports it whole.</summary>
internal static class Capabilities
{
    public const string AuthStrategy = "bearer_token";
    public const string Summary = "CLI setup and runtime supported.";

    /// <summary>All that is known, as in the description of a function.</summary>
    public static void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("auth", AuthStrategy);
        writer.WriteString("auth_strategy", AuthStrategy);
        WriteHosts(writer);
        writer.WriteString("compatibility_summary", Summary);
        writer.WriteBoolean("cli_setup_supported", true);
        writer.WriteBoolean("cli_runtime_supported", true);
    }

    /// <summary>Where it runs, and what it needs for that.</summary>
    public static void WriteHosts(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("host_availability");
        writer.WriteBoolean("cli", true);
        writer.WriteBoolean("web", false);
        writer.WriteBoolean("proxy", false);
        writer.WriteEndObject();
        writer.WriteStartObject("runtime_requirements");
        writer.WriteEndObject();
        writer.WriteStartObject("compatibility");
        writer.WriteBoolean("cli_setup_supported", true);
        writer.WriteBoolean("cli_runtime_supported", true);
        writer.WriteEndObject();
    }
}
