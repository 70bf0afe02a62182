using System.Text.Json;

namespace Missive.Tools;

/// <summary>Finds what an answer lists.</summary>
internal static class ListItems
{
    private static readonly JsonElement Nothing = JsonElement.Parse("[]"u8);

    /// <summary>The list under an answer's envelope; empty when the answer is unknown.</summary>
    /// <exception cref="MissiveAnswerException">There is none.</exception>
    public static JsonElement Of(ToolCall call, MissiveResponse response, string envelope)
    {
        if (response.IsUnknown)
        {
            return Nothing;
        }

        return response.Body.ValueKind == JsonValueKind.Object
            && response.Body.TryGetProperty(envelope, out var items)
            && items.ValueKind == JsonValueKind.Array
                ? items
                : throw new MissiveAnswerException($"{call.Definition.Name}: Missive's answer has no list under '{envelope}'.", call.Definition.Name);
    }

    /// <summary>A text field of an item, or null.</summary>
    public static string? Text(JsonElement item, string name)
        => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>What tells an item from others: its id, or all of it where it has none.</summary>
    public static string KeyOf(JsonElement item) => Text(item, "id") ?? item.GetRawText();

    /// <summary>The cursor value of an item, or null.</summary>
    public static decimal? CursorOf(JsonElement item, string field)
        => item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty(field, out var value)
            && value.ValueKind == JsonValueKind.Number
            && value.TryGetDecimal(out var cursor)
                ? cursor
                : null;
}
