using System.Globalization;
using System.Text.Json.Nodes;

namespace Missive.Emulator.Account.Sample;

internal static class SampleContacts
{
    private const int FirstNumber = 123;

    public static void Add(AccountState account, MissiveEmulatorOptions options)
    {
        for (var index = 0; index < options.ContactBooks; index++)
        {
            var id = SampleIds.Numbered("book", FirstNumber + index);
            account.ContactBooks.Add(new ContactBook(id, index == 0 ? "Example Contacts" : $"Example Contacts {id}", SampleIds.Organization));
            if (index == 0)
            {
                AddNamed(account, id);
            }

            AddGenerated(account, id, index * options.ContactsPerBook, options.ContactsPerBook);
        }
    }

    private static void AddNamed(AccountState account, string book)
    {
        var group = new ContactGroup("group_123", "Example Group", "group", book);
        var company = new ContactGroup("group_456", "Example Company", "organization", book);
        account.ContactGroups.AddRange([group, company]);

        var person = Contact("contact_123", book, "Example", "Person", "person@example.test", account.Clock.Epoch - 3600);
        person["memberships"] = new JsonArray(Membership(group), Membership(company, "Engineer"));
        account.Contacts["contact_123"] = person;
        account.Contacts["contact_456"] = Contact("contact_456", book, "Sample", "Contact", "contact@example.test", account.Clock.Epoch - 7200);

        var deleted = Contact("contact_789", book, "Former", "Contact", "former@example.test", account.Clock.Epoch - 1800);
        deleted["deleted"] = true;
        account.Contacts["contact_789"] = deleted;
    }

    private static void AddGenerated(AccountState account, string book, int first, int count)
    {
        for (var index = first; index < first + count; index++)
        {
            var number = (1000 + index).ToString(CultureInfo.InvariantCulture);
            var id = "contact_" + number;
            account.Contacts[id] = Contact(
                id, book, "Example", "Contact " + number, $"contact{number}@example.test", account.Clock.Epoch - 86_400 - (index * 60));
        }
    }

    private static JsonObject Contact(string id, string book, string first, string last, string email, long modifiedAt) => new()
    {
        ["id"] = id,
        ["first_name"] = first,
        ["last_name"] = last,
        ["starred"] = false,
        ["contact_book"] = book,
        ["deleted"] = false,
        ["modified_at"] = modifiedAt,
        ["infos"] = new JsonArray(new JsonObject { ["kind"] = "email", ["label"] = "work", ["value"] = email }),
        ["memberships"] = new JsonArray(),
    };

    private static JsonObject Membership(ContactGroup group, string? title = null)
    {
        var membership = new JsonObject
        {
            ["group"] = new JsonObject { ["id"] = group.Id, ["kind"] = group.Kind, ["name"] = group.Name },
        };
        if (title is not null)
        {
            membership["title"] = title;
        }

        return membership;
    }
}
