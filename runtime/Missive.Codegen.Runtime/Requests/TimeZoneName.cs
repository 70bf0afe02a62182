using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Missive.Codegen.Runtime;

/// <summary>
/// Finds time zones by names that callers wrote. The framework reads a zone from the file of its name and follows
/// absolute paths and dots, so only what looks like a zone's name reaches it.
/// </summary>
internal static class TimeZoneName
{
    private static readonly SearchValues<char> Characters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/ ");

    public static bool TryFind(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return !name.StartsWith('/')
            && !name.AsSpan().ContainsAnyExcept(Characters)
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }
}
