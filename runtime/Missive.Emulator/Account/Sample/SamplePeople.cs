using System.Globalization;
using System.Text.Json.Nodes;
using Missive.Emulator.Account.Json;

namespace Missive.Emulator.Account.Sample;

internal static class SamplePeople
{
    private const int FirstNumber = 123;

    public static void Add(AccountState account, MissiveEmulatorOptions options)
    {
        for (var index = 0; index < options.Organizations; index++)
        {
            var id = SampleIds.Numbered("org", FirstNumber + index);
            account.Organizations.Add(new Organization(id, index == 0 ? "Example Organization" : $"Example Organization {id}"));
        }

        AddUsers(account, options);
        AddTeam(account, SampleIds.Team, "Example Team", SampleIds.Organization);
        AddTeam(account, SampleIds.OtherTeam, "Example Inbox", SampleIds.Organization);
        AddLabel(account, SampleIds.Label, "Important", SampleIds.Organization);
        AddLabel(account, "label_456", "Urgent", SampleIds.Organization, parent: SampleIds.Label);
        foreach (var organization in account.Organizations.Skip(1))
        {
            var suffix = organization.Id["org".Length..];
            AddTeam(account, "team" + suffix, $"Team of {organization.Name}", organization.Id);
            AddLabel(account, "label" + suffix, $"Label of {organization.Name}", organization.Id);
        }

        account.MessageAccounts.Add(new MessageAccount("account_123", IsCustomChannel: true));
        account.MessageAccounts.Add(new MessageAccount("account_456", IsCustomChannel: false, "+15550100", "twilio"));
    }

    private static void AddUsers(AccountState account, MissiveEmulatorOptions options)
    {
        HashSet<string> first = [SampleIds.Organization];
        for (var index = 0; index < options.ExtraUsers; index++)
        {
            var number = (1000 + index).ToString(CultureInfo.InvariantCulture);
            account.Users.Add(new User("user_" + number, "Colleague " + number, $"colleague{number}@example.test", first));
        }

        var all = account.Organizations.Select(organization => organization.Id).ToHashSet(StringComparer.Ordinal);
        account.Users.Add(new User(AccountState.OwnerId, "Example Owner", "me@example.test", all));
        account.Users.Add(new User(SampleIds.Person, "Example Person", "person@example.test", first));
        account.Users.Add(new User(SampleIds.Assignee, "Example Assignee", "assignee@example.test", first));
        foreach (var organization in account.Organizations.Skip(1))
        {
            var number = organization.Id["org_".Length..];
            account.Users.Add(new User(
                "user_of_" + organization.Id, "Member " + number, $"member{number}@example.test", new HashSet<string> { organization.Id }));
        }
    }

    private static void AddTeam(AccountState account, string id, string name, string organization) =>
        account.Teams[id] = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["organization"] = organization,
            ["active_members"] = PeopleJson.Texts([AccountState.OwnerId]),
            ["observers"] = new JsonArray(),
        };

    private static void AddLabel(AccountState account, string id, string name, string organization, string? parent = null)
    {
        var label = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["name_with_parent_names"] = parent is null ? name : $"{account.SharedLabels[parent]["name"]}/{name}",
            ["color"] = null,
            ["organization"] = organization,
        };
        if (parent is not null)
        {
            label["parent"] = parent;
        }

        account.SharedLabels[id] = label;
    }
}
