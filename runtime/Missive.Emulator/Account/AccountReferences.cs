using Missive.Emulator.Answers;

namespace Missive.Emulator.Account;

/// <summary>
/// Finds what a request refers to. An unknown organization is a 400, as the live API answers for one that is not a UUID
/// (secondary); anything else that is unknown is a 404.
/// </summary>
internal static class AccountReferences
{
    extension(AccountState account)
    {
        public void RequireOrganization(string? id)
        {
            if (id is not null && account.Organizations.TrueForAll(organization => organization.Id != id))
            {
                throw ApiRefusalException.BadRequest($"unknown organization '{id}'");
            }
        }

        public Conversation RequireConversation(string id) =>
            account.ConversationById(id) ?? throw ApiRefusalException.NotFound($"conversation '{id}' is not found");

        public void RequireTeam(string? id) => RequireKnown("team", id, account.Teams.ContainsKey);

        public void RequireUsers(params IEnumerable<string> ids)
        {
            foreach (var id in ids)
            {
                RequireKnown("user", id, known => account.UserById(known) is not null);
            }
        }

        public void RequireLabels(params IEnumerable<string> ids)
        {
            foreach (var id in ids)
            {
                RequireKnown("shared label", id, account.SharedLabels.ContainsKey);
            }
        }

        public void RequireContactBook(string? id) =>
            RequireKnown("contact book", id, known => account.ContactBooks.Exists(book => book.Id == known));

        public MessageAccount RequireMessageAccount(string id) =>
            account.MessageAccounts.Find(known => known.Id == id)
                ?? throw ApiRefusalException.NotFound($"account '{id}' is not found");
    }

    public static T Require<T>(this IReadOnlyDictionary<string, T> items, string kind, string id) =>
        items.TryGetValue(id, out var item) ? item : throw ApiRefusalException.NotFound($"{kind} '{id}' is not found");

    private static void RequireKnown(string kind, string? id, Func<string, bool> isKnown)
    {
        if (id is not null && !isKnown(id))
        {
            throw ApiRefusalException.NotFound($"{kind} '{id}' is not found");
        }
    }
}
