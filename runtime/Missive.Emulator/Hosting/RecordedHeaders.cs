using Microsoft.AspNetCore.Http;

namespace Missive.Emulator.Hosting;

internal static class RecordedHeaders
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IHeaderDictionary headers) =>
        [.. headers.SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, Shown(header.Key, value)))];

    private static string Shown(string name, string? value) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? "[redacted]" : value ?? "";
}
