using System.Text.Json.Nodes;

namespace Missive.Emulator.Account;

/// <summary>A message, draft, comment or post.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Cursor">Its paging value in Unix seconds; null for a draft that was neither sent nor scheduled.</param>
/// <param name="Json">It as lists show it.</param>
/// <param name="Body">What lists do not show: a message's body.</param>
/// <param name="TaskId">The task that a comment shows.</param>
internal sealed record ConversationEntry(string Id, long? Cursor, JsonObject Json, string? Body = null, string? TaskId = null);
