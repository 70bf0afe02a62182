using System.Text.Json;

namespace Missive.Tools;

/// <summary>Reads offset lists to their end.</summary>
internal static class WholeList
{
    /// <summary>The largest page (official).</summary>
    public const int PageSize = 200;

    public static async ValueTask<IReadOnlyList<JsonElement>> ReadAsync(
        ToolCall call, string target, string envelope, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        var walk = new OffsetWalk(call, target, envelope, PageSize);
        while (await walk.FetchAsync(cancellationToken).ConfigureAwait(false))
        {
            while (walk.TryTake(out var item))
            {
                items.Add(item.Json);
            }
        }

        return items;
    }
}
