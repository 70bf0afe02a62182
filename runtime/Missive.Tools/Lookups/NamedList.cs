using System.Text.Json;

namespace Missive.Tools;

/// <summary>Shows in messages what a caller can choose from.</summary>
internal static class NamedList
{
    // More would bury the message.
    private const int MaxShown = 20;

    /// <summary>Ids and names: <c>org_1 (First), org_2 (Second)</c>.</summary>
    public static string Of(IReadOnlyCollection<JsonElement> items)
    {
        if (items.Count == 0)
        {
            return "there is none";
        }

        var shown = string.Join(", ", items.Take(MaxShown).Select(static item => $"{ListItems.Text(item, "id")} ({ListItems.Text(item, "name")})"));
        return items.Count > MaxShown ? $"{shown} and {items.Count - MaxShown} more" : shown;
    }
}
