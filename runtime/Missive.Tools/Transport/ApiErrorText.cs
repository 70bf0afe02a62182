using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Missive.Tools;

/// <summary>
/// What the API says in the answer to a refused request. It publishes no schema; four shapes were seen, and empty bodies.
/// </summary>
internal static class ApiErrorText
{
    /// <summary>
    /// The first that the body holds of <c>error.message</c>, <c>error</c>, <c>errors</c>, <c>message</c> and the text
    /// itself; the status in words when it holds nothing.
    /// </summary>
    public static string Read(ReadOnlySpan<byte> body, int status)
    {
        var text = body.IsEmpty ? null : ReadJson(body) ?? Encoding.UTF8.GetString(body);
        return string.IsNullOrWhiteSpace(text) ? StatusText(status) : text.Trim();
    }

    /// <summary>The status in words: <c>Not Found</c>.</summary>
    public static string StatusText(int status)
    {
        var name = ((HttpStatusCode)status).ToString();
        if (char.IsDigit(name[0]))
        {
            return string.Create(CultureInfo.InvariantCulture, $"status {status}");
        }

        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 && char.IsLower(words[^1]) ? " " : "").Append(letter);
        }

        return words.ToString();
    }

    private static string? ReadJson(ReadOnlySpan<byte> body)
    {
        try
        {
            return Find(JsonElement.Parse(body));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter for half a surrogate pair, which JSON's grammar allows and text does not.
            return null;
        }
    }

    private static string? Find(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var hasError = json.TryGetProperty("error", out var error);
        if (hasError && error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var nested)
            && TextOf(nested) is { } inner)
        {
            return inner;
        }

        return (hasError ? TextOf(error) : null)
            ?? (json.TryGetProperty("errors", out var errors) ? TextOf(errors) : null)
            ?? (json.TryGetProperty("message", out var message) ? TextOf(message) : null);
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Given(value.GetString()),
        JsonValueKind.Array => Given(string.Join("; ", value.EnumerateArray().Select(TextOf).OfType<string>())),
        JsonValueKind.Object when value.TryGetProperty("message", out var message) && TextOf(message) is { } text => text,
        JsonValueKind.Object => value.EnumerateObject().Any() ? value.GetRawText() : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
