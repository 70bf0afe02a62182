using System.Globalization;
using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>
/// Writes arguments as query parameters: true as <c>true</c>, whole numbers in invariant form, timestamps as Unix seconds;
/// false and null are left out.
/// </summary>
public static class QueryWriter
{
    /// <summary>Adds the fields of an object, in the definition's order, then unknown ones in ordinal order.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="type">The object's type: an object with known or free fields.</param>
    /// <param name="value">The object, validated; may be undefined or null, in which case only settings are added.</param>
    /// <param name="settings">The host's settings.</param>
    /// <param name="except">The fields to leave out, because the caller places them.</param>
    public static void AppendObject(RequestTarget target, DataType type, JsonElement value, ToolSettings settings, params ReadOnlySpan<string> except)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(settings);
        using var fields = ObjectBinding.Bind(type is ObjectType known ? known.Table : FieldTable.Empty, value);
        fields.FillDefaults(settings);
        for (var i = 0; i < fields.Table.Count; i++)
        {
            var field = fields.Table.Fields[i];
            if (fields.IsPresent(i) && !except.Contains(field.Name))
            {
                AppendValue(target, field.Name, field.Type, fields[i], fields, settings);
            }
        }

        AppendUnknown(target, fields, except);
    }

    internal static bool IsObject(DataType type) => type is ObjectType or AnyObjectType or MapType;

    internal static void AppendUnknown(RequestTarget target, in ObjectBinding fields, params ReadOnlySpan<string> except)
    {
        if (fields.Unknown is null)
        {
            return;
        }

        foreach (var (name, value) in FreeFormJson.Sort(fields.Unknown))
        {
            if (!except.Contains(name))
            {
                AppendValue(target, name, DataType.Any(), value, fields, ToolSettings.Default);
            }
        }
    }

    internal static void AppendValue(RequestTarget target, string name, DataType type, JsonElement value, in ObjectBinding siblings, ToolSettings settings)
    {
        if (value.ValueKind is JsonValueKind.False or JsonValueKind.Null)
        {
            return;
        }

        var text = type switch
        {
            TimestampType timestamp => UnixSeconds.Of(timestamp, value, siblings, settings).ToString(CultureInfo.InvariantCulture),
            _ when JsonValueReader.TryReadInteger(value, out var integer) => integer.ToString(CultureInfo.InvariantCulture),
            NumberType when JsonValueReader.TryReadNumber(value, out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ when ScalarText.IsScalar(value) => ScalarText.Of(value),
            _ => throw new ArgumentException($"The query parameter '{name}' holds a list or an object, which a query cannot.", nameof(value)),
        };
        target.AppendQuery(name, text);
    }
}
