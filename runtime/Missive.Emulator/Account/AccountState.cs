using System.Text.Json.Nodes;
using Missive.Emulator.Recording;

namespace Missive.Emulator.Account;

/// <summary>Everything that is stored. Handlers run one at a time, holding <see cref="Gate"/>.</summary>
internal sealed class AccountState(AccountClock clock, EffectLog effects)
{
    public const string OwnerId = "user_123";

    private readonly Dictionary<string, string> _mergedInto = new(StringComparer.Ordinal);

    public Lock Gate { get; } = new();

    public AccountClock Clock => clock;

    public EffectLog Effects => effects;

    public IdSequence Ids { get; } = new();

    public List<Organization> Organizations { get; } = [];

    public List<User> Users { get; } = [];

    public List<ContactBook> ContactBooks { get; } = [];

    public List<ContactGroup> ContactGroups { get; } = [];

    public List<MessageAccount> MessageAccounts { get; } = [];

    public OrderedDictionary<string, JsonObject> Teams { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, JsonObject> SharedLabels { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, JsonObject> Contacts { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, JsonObject> Responses { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Conversation> Conversations { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, TaskItem> Tasks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Report> Reports { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, JsonObject> Hooks { get; } = new(StringComparer.Ordinal);

    /// <summary>Which conversation holds a message, draft or post.</summary>
    public Dictionary<string, Conversation> HomeOf { get; } = new(StringComparer.Ordinal);

    public User? UserById(string id) => Users.Find(user => user.Id == id);

    /// <summary>A conversation by its id or by one that it absorbed: old ids go on working (official).</summary>
    public Conversation? ConversationById(string id)
    {
        while (_mergedInto.TryGetValue(id, out var survivor))
        {
            id = survivor;
        }

        return Conversations.GetValueOrDefault(id);
    }

    public void Absorb(string absorbedId, string survivorId)
    {
        Conversations.Remove(absorbedId);
        _mergedInto[absorbedId] = survivorId;
    }

    public void Place(List<ConversationEntry> list, ConversationEntry entry, Conversation conversation)
    {
        list.Add(entry);
        HomeOf[entry.Id] = conversation;
    }
}
