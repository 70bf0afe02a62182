using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>What a host knows beyond a call's arguments. Immutable; one instance serves any number of calls.</summary>
public sealed class ToolSettings
{
    /// <summary>No values, and UTC.</summary>
    public static ToolSettings Default { get; } = new();

    /// <summary>The values by the setting's name, for fields with <see cref="FieldDefinition.DefaultFrom"/>. JSON null means not set.</summary>
    public IReadOnlyDictionary<string, JsonElement> Values { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The time zone of dates and times without one.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The value of a setting.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>False when it is not set.</returns>
    public bool TryGet(string name, out JsonElement value)
        => Values.TryGetValue(name, out value) && value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
}
