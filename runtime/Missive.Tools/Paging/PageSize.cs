using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Chooses the page size to ask the API for.</summary>
internal static class PageSize
{
    /// <summary>The page size; null to leave it to the API.</summary>
    /// <param name="paging">The list's paging.</param>
    /// <param name="limit">The number of items wanted; null for one page of a call, or all items of a stream.</param>
    /// <param name="offset">The number of items to skip first.</param>
    /// <param name="isStream">Whether all pages are walked.</param>
    /// <param name="isFiltered">Whether items are searched, so that their number says nothing about the pages needed.</param>
    public static int? Of(ToolPaging paging, long? limit, long offset, bool isStream, bool isFiltered = false)
    {
        if (isFiltered || (limit is null && isStream))
        {
            return paging.MaxPage;
        }

        if (limit is not { } wanted)
        {
            return null;
        }

        long max = paging.MaxPage ?? int.MaxValue;
        return (int)Math.Clamp(offset > max ? max : offset + Math.Min(wanted, max), paging.MinPage ?? 1, max);
    }
}
