using System.Text;

namespace Missive.Tools;

/// <summary>Reads and changes the query of a path that is encoded already.</summary>
internal static class QueryEdit
{
    /// <summary>The path and query with one more parameter.</summary>
    public static string With(string pathAndQuery, string name, string value)
        => $"{pathAndQuery}{(HasQuery(pathAndQuery) ? '&' : '?')}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";

    /// <summary>The path and query without some parameters, whose names need no encoding.</summary>
    public static string Without(string pathAndQuery, params ReadOnlySpan<string?> names)
    {
        var start = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
        {
            return pathAndQuery;
        }

        var kept = new StringBuilder(pathAndQuery, 0, start, pathAndQuery.Length);
        var separator = '?';
        foreach (var range in pathAndQuery.AsSpan(start + 1).Split('&'))
        {
            var parameter = pathAndQuery.AsSpan(start + 1)[range];
            if (!IsAnyOf(parameter, names))
            {
                kept.Append(separator).Append(parameter);
                separator = '&';
            }
        }

        return kept.ToString();
    }

    /// <summary>The value of a parameter, decoded; null when the query lacks it.</summary>
    public static string? Get(string pathAndQuery, string name)
    {
        var start = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        if (start >= 0)
        {
            foreach (var range in pathAndQuery.AsSpan(start + 1).Split('&'))
            {
                var parameter = pathAndQuery.AsSpan(start + 1)[range];
                if (Is(parameter, name))
                {
                    return Uri.UnescapeDataString(parameter[Math.Min(name.Length + 1, parameter.Length)..]);
                }
            }
        }

        return null;
    }

    private static bool HasQuery(string pathAndQuery) => pathAndQuery.Contains('?', StringComparison.Ordinal);

    private static bool IsAnyOf(ReadOnlySpan<char> parameter, ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (name is not null && Is(parameter, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(ReadOnlySpan<char> parameter, string name)
        => parameter.StartsWith(name, StringComparison.Ordinal) && (parameter.Length == name.Length || parameter[name.Length] == '=');
}
