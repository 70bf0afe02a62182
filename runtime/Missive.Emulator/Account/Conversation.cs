namespace Missive.Emulator.Account;

internal sealed class Conversation(string id, long createdAt)
{
    public string Id => id;

    public long CreatedAt { get; } = createdAt;

    public long LastActivityAt { get; set; } = createdAt;

    public string? Subject { get; set; }

    public string? Color { get; set; }

    public string? OrganizationId { get; set; }

    public string? TeamId { get; set; }

    public bool InTeamInbox { get; set; }

    /// <summary>The token owner only follows it: then all but id and last activity is hidden (secondary).</summary>
    public bool OwnerIsGuest { get; init; }

    public List<ConversationUser> Users { get; } = [];

    public List<string> Labels { get; } = [];

    public List<(string Name, string Address)> Authors { get; } = [];

    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    public List<ConversationEntry> Messages { get; } = [];

    public List<ConversationEntry> Drafts { get; } = [];

    public List<ConversationEntry> Comments { get; } = [];

    public List<ConversationEntry> Posts { get; } = [];

    public ConversationUser UserOf(string userId)
    {
        if (Users.Find(user => user.UserId == userId) is { } known)
        {
            return known;
        }

        var added = new ConversationUser(userId);
        Users.Add(added);
        return added;
    }

    public void AddAuthor(string? name, string? address)
    {
        if (address is not null && !Authors.Exists(author => author.Address == address))
        {
            Authors.Add((name ?? "", address));
        }
    }
}
