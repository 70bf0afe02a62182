using System.Text.Json;

namespace Missive.Codegen.Runtime;

/// <summary>Turns a timestamp argument into what is sent.</summary>
internal static class UnixSeconds
{
    /// <summary>The value in whole seconds.</summary>
    /// <param name="type">The field's type.</param>
    /// <param name="value">The field's value, validated.</param>
    /// <param name="siblings">The object that the field belongs to.</param>
    /// <param name="settings">Knows the time zone when no sibling does.</param>
    public static long Of(TimestampType type, JsonElement value, in ObjectBinding siblings, ToolSettings settings)
    {
        if (!JsonValueReader.TryReadTimestamp(value, out var timestamp))
        {
            throw new ArgumentException("Unix seconds or ISO 8601 text is expected.", nameof(value));
        }

        return timestamp.ToUnixSeconds(type.DateOnly, timestamp.IsExact ? null : ZoneOf(type, siblings) ?? settings.TimeZone);
    }

    /// <summary>The text of the sibling that names the zone; null when there is none.</summary>
    public static string? ZoneNameOf(TimestampType type, in ObjectBinding siblings)
    {
        var position = type.TimeZoneFrom is { } field ? siblings.Table.IndexOf(field) : -1;
        return position >= 0 && JsonValueReader.TryReadString(siblings[position], out var name) ? name : null;
    }

    private static TimeZoneInfo? ZoneOf(TimestampType type, in ObjectBinding siblings)
    {
        if (ZoneNameOf(type, siblings) is not { } name)
        {
            return null;
        }

        return TimeZoneName.TryFind(name, out var zone)
            ? zone
            : throw new ArgumentException($"There is no time zone named {Excerpt.Quoted(name)}.", nameof(siblings));
    }
}
