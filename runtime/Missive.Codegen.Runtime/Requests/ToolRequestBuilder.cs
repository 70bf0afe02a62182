using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Makes the request of a tool whose definition says all about it.</summary>
public static class ToolRequestBuilder
{
    /// <summary>Makes the request. Parameters with <see cref="ParameterLocation.Handler"/> are left out.</summary>
    /// <param name="definition">The tool.</param>
    /// <param name="arguments">Its arguments, an object that <see cref="ToolValidator"/> has accepted with the same settings.</param>
    /// <param name="settings">The host's settings; null for none.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The arguments were not validated and do not fit.</exception>
    public static ToolRequest Build(ToolDefinition definition, JsonElement arguments, ToolSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        settings ??= ToolSettings.Default;
        using var values = ObjectBinding.Bind(definition.ParameterTable, arguments);
        values.FillDefaults(settings);

        var target = new RequestTarget();
        definition.PathTemplate.AppendTo(target, values);
        AppendQuery(target, definition, values, settings);
        return new ToolRequest(definition.Method, target.ToString(), WriteBody(definition, values, settings));
    }

    private static void AppendQuery(RequestTarget target, ToolDefinition definition, in ObjectBinding values, ToolSettings settings)
    {
        for (var i = 0; i < definition.Parameters.Length; i++)
        {
            var parameter = definition.Parameters[i];
            if (parameter.Location != ParameterLocation.Query)
            {
                continue;
            }

            if (QueryWriter.IsObject(parameter.Type))
            {
                QueryWriter.AppendObject(target, parameter.Type, values[i], settings);
            }
            else if (values.IsPresent(i))
            {
                QueryWriter.AppendValue(target, parameter.Name, parameter.Type, values[i], values, settings);
            }
        }

        QueryWriter.AppendUnknown(target, values);
    }

    private static ReadOnlyMemory<byte> WriteBody(ToolDefinition definition, in ObjectBinding values, ToolSettings settings)
    {
        for (var i = 0; i < definition.Parameters.Length; i++)
        {
            var parameter = definition.Parameters[i];
            if (parameter.Location == ParameterLocation.Body && values.IsPresent(i))
            {
                return RequestBody.Write(
                    (parameter, value: values[i], settings, ids: IdsOf(definition, parameter, values)),
                    static (writer, body) => ContentWriter.WriteBody(writer, body.parameter, body.value, body.settings, body.ids));
            }
        }

        return default;
    }

    private static string[] IdsOf(ToolDefinition definition, ToolParameter body, in ObjectBinding values)
    {
        var position = body.PerId is { } name ? definition.ParameterTable.IndexOf(name) : -1;
        return position >= 0 && JsonValueReader.TryReadString(values[position], out var list) ? PathSegment.SplitList(list) : [];
    }
}
