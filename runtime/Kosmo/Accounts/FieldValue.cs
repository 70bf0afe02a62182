using System.Text.Json;

namespace Kosmo.Accounts;

/// <summary>What an account was given for a field.</summary>
/// <param name="Value">The value; of a secret, never to be shown.</param>
/// <param name="Source">Where it comes from: <c>store</c>, <c>environment</c> or <c>emulator</c>.</param>
internal readonly record struct FieldValue(JsonElement Value, string Source);
