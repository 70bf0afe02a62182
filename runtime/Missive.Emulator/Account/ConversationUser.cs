namespace Missive.Emulator.Account;

/// <summary>What one user did with a conversation; the API has no conversation-wide state.</summary>
internal sealed class ConversationUser(string userId)
{
    public string UserId => userId;

    public bool Assigned { get; set; }

    public bool Closed { get; set; }

    public bool Archived { get; set; }

    public bool Trashed { get; set; }

    public bool Junked { get; set; }

    public bool Flagged { get; set; }

    public bool Snoozed { get; set; }
}
