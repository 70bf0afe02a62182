using System.Globalization;
using Missive.Emulator.Answers;

namespace Missive.Emulator.Queries;

/// <summary>Checks a raw query against what its endpoint documents. Every objection is a 400.</summary>
internal static class QueryReader
{
    public static QueryValues Read(string raw, QuerySchema schema, bool strict)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var unknown = new List<string>();
        foreach (var pair in raw.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            if (schema.Parameters.FirstOrDefault(known => known.Name == name) is not { } parameter)
            {
                unknown.Add(name);
                continue;
            }

            if (!values.TryAdd(name, Checked(parameter, value)) && strict)
            {
                throw ApiRefusalException.BadRequest($"query parameter '{name}' is given more than once");
            }
        }

        if (strict && unknown.Count > 0)
        {
            throw ApiRefusalException.BadRequest(
                $"unknown query parameters: {string.Join(", ", unknown)}; known are: {Known(schema)}");
        }

        var missing = schema.Parameters.Where(known => known.Required && !values.ContainsKey(known.Name)).ToList();
        if (missing.Count > 0)
        {
            throw ApiRefusalException.BadRequest(
                $"missing query parameters: {string.Join(", ", missing.Select(parameter => parameter.Name))}");
        }

        return new QueryValues(values);
    }

    private static string Checked(QueryParameter parameter, string value)
    {
        var objection = parameter.Kind switch
        {
            QueryKind.Flag when value != "true" => "must be true, or left out",
            QueryKind.Instant when !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
                "must be a time in whole Unix seconds",
            QueryKind.Number when !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                "must be a whole number",
            QueryKind.Number when int.Parse(value, CultureInfo.InvariantCulture) < parameter.Min =>
                string.Create(CultureInfo.InvariantCulture, $"must be at least {parameter.Min}"),
            QueryKind.Number when int.Parse(value, CultureInfo.InvariantCulture) > parameter.Max =>
                string.Create(CultureInfo.InvariantCulture, $"must be at most {parameter.Max}"),
            QueryKind.Text when value.Length == 0 => "must not be empty",
            QueryKind.Text when parameter.Allowed.Count > 0 && !parameter.Allowed.Contains(value, StringComparer.Ordinal) =>
                $"must be one of {string.Join(", ", parameter.Allowed)}",
            _ => null,
        };
        return objection is null
            ? value
            : throw ApiRefusalException.BadRequest($"query parameter '{parameter.Name}' {objection}, not '{value}'");
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Known(QuerySchema schema) =>
        schema.Parameters.Count == 0 ? "none" : string.Join(", ", schema.Parameters.Select(parameter => parameter.Name));
}
