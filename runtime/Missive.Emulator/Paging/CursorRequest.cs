namespace Missive.Emulator.Paging;

/// <param name="Limit">The page size asked for.</param>
/// <param name="Until">The newest cursor value wanted, itself included.</param>
/// <param name="Overlap">How many items before the cursor come along once more.</param>
/// <param name="Excess">How many items the page holds beyond its limit in any case.</param>
/// <param name="KeepsSecondsWhole">Whether a page grows until it ends between two cursor values.</param>
internal sealed record CursorRequest(int Limit, long? Until, int Overlap, int Excess, bool KeepsSecondsWhole);
