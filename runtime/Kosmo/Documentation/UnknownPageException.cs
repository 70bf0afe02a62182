using System.Collections.Immutable;
using Kosmo.Output;

namespace Kosmo.Documentation;

/// <summary>A page that does not exist.</summary>
/// <param name="page">Its name.</param>
/// <param name="nearest">The names of pages that come near.</param>
internal sealed class UnknownPageException(string page, ImmutableArray<string> nearest) : KosmoException(
    "unknown_page",
    $"No integration docs found for '{PlainText.OneLine(page)}'."
        + (nearest.IsEmpty ? " There are: missive, integrations.missive, and missive.<function>." : $" Did you mean {string.Join(", ", nearest)}?"),
    "kosmo integrations:docs missive");
