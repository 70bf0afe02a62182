using System.Globalization;

namespace Missive.Emulator.Queries;

/// <summary>The checked query of one request; reading a value cannot fail any more.</summary>
internal sealed class QueryValues(IReadOnlyDictionary<string, string> values)
{
    public static readonly QueryValues None = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public string? Text(string name) => values.GetValueOrDefault(name);

    public bool Has(string name) => values.ContainsKey(name);

    public bool Flag(string name) => values.TryGetValue(name, out var text) && text == "true";

    public int? Number(string name) =>
        values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public long? Instant(string name) =>
        values.TryGetValue(name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : null;
}
