using System.Text.Json;

namespace Missive.Tools;

/// <summary>One item of a list.</summary>
/// <param name="Json">The item.</param>
/// <param name="Cursor">Its cursor value; null where it has none.</param>
internal readonly record struct WalkItem(JsonElement Json, decimal? Cursor);
