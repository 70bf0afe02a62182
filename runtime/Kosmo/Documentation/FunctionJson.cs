using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.Output;
using Missive.Codegen;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Documentation;

/// <summary>Describes functions for programs.</summary>
internal static class FunctionJson
{
    /// <summary>All functions, as a list.</summary>
    public static void WriteAll(Utf8JsonWriter writer, Session session)
    {
        writer.WriteStartArray();
        foreach (var tool in MissiveTools.Registry.Tools)
        {
            Write(writer, tool.Definition, session);
        }

        writer.WriteEndArray();
    }

    /// <summary>One function.</summary>
    public static void Write(Utf8JsonWriter writer, ToolDefinition tool, Session session)
    {
        var integration = session.Integration;
        writer.WriteStartObject();
        writer.WriteString("provider", Configuration.Provider);
        writer.WriteString("function", tool.Name);
        writer.WriteString("name", $"{Configuration.Provider}.{tool.Name}");
        writer.WriteString("slug", $"{Configuration.Provider}_{tool.Name}");
        writer.WriteString("title", FunctionTitle.Of(tool.Name));
        writer.WriteString("description", tool.Description);
        writer.WriteString("operation", Configuration.KeyOf(tool.Operation));
        writer.WriteBoolean("active", integration.IsActive);
        writer.WriteBoolean("configured", integration.IsConfigured);
        writer.WriteStrings("accounts", integration.NamedAccounts);
        Capabilities.Write(writer);
        writer.WritePropertyName("input_schema");
        using (var schema = JsonDocument.Parse(EmbeddedTexts.OpenSchema(tool.Name)))
        {
            schema.RootElement.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
