using System.Text;

namespace Missive.Codegen.Runtime;

/// <summary>Encodes ids for a URL's path.</summary>
public static class PathSegment
{
    /// <summary>Encodes a text as exactly one path segment: everything but letters, digits and <c>-._~</c> is percent-encoded.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The segment.</returns>
    /// <exception cref="ArgumentException">The text is blank, <c>.</c> or <c>..</c>, or holds a line break.</exception>
    public static string Encode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return FindFault(value) is { } fault
            ? throw new ArgumentException($"A path segment {fault}.", nameof(value))
            : Uri.EscapeDataString(value);
    }

    /// <summary>Encodes ids as one path segment: each encoded on its own, joined by literal commas.</summary>
    /// <param name="list">The ids, separated by commas; blanks around them and empty ones are dropped.</param>
    /// <returns>The segment.</returns>
    /// <exception cref="ArgumentException">The list holds no id, or one that <see cref="Encode"/> refuses.</exception>
    public static string EncodeList(string list)
    {
        var ids = SplitList(list);
        if (ids.Length == 0)
        {
            throw new ArgumentException("A list of ids holds at least one.", nameof(list));
        }

        if (ids.Length == 1)
        {
            return Encode(ids[0]);
        }

        var segment = new StringBuilder();
        foreach (var id in ids)
        {
            segment.Append(segment.Length == 0 ? "" : ",").Append(Encode(id));
        }

        return segment.ToString();
    }

    /// <summary>Takes a comma-separated list apart.</summary>
    /// <param name="list">The ids, separated by commas.</param>
    /// <returns>The ids without blanks around them; empty ones are dropped.</returns>
    public static string[] SplitList(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Why a text cannot be a path segment, to follow its name: "must not be blank"; null when it can.</summary>
    internal static string? FindFault(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return "must not be blank";
        }

        if (value is "." or "..")
        {
            return "must not be . or .., which lead to another path";
        }

        return value.AsSpan().ContainsAny('\r', '\n') ? "must not hold a line break" : null;
    }
}
