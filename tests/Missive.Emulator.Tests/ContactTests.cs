using Missive.Emulator.Answers;
using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class ContactTests
{
    [Theory]
    [InlineData("""{"first_name":"A"}""", 422)]
    [InlineData("""{"contact_book":"book_999","first_name":"A"}""", 404)]
    [InlineData("""{"contact_book":"book_123","email":"a@example.test"}""", 422)]
    [InlineData("""{"contact_book":"book_123","infos":[{"kind":"email","value":"a@example.test"}]}""", 422)]
    [InlineData("""{"contact_book":"book_123","infos":[{"kind":"email","label":"mobile","value":"a@example.test"}]}""", 422)]
    [InlineData("""{"contact_book":"book_123","infos":[{"kind":"fax","label":"other","value":"1"}]}""", 422)]
    [InlineData("""{"contact_book":"book_123","infos":[{"kind":"email","label":"other"}]}""", 422)]
    [InlineData("""{"contact_book":"book_123","infos":[{"kind":"facebook","label":"other","value":"x"}]}""", 422)]
    [InlineData("""{"contact_book":"book_123","infos":[{"kind":"email","label":"work","custom_label":"x","value":"a@example.test"}]}""", 422)]
    [InlineData("""{"contact_book":"book_123","infos":[{"kind":"email","label":"work","city":"x","value":"a@example.test"}]}""", 422)]
    [InlineData("""{"contact_book":"book_123","memberships":[{"group":{"kind":"group"}}]}""", 422)]
    [InlineData("""{"contact_book":"book_123","memberships":[{"group":{"kind":"group","name":"G"},"title":"x"}]}""", 422)]
    [InlineData("""{"contact_book":"book_123","starred":"yes"}""", 422)]
    [InlineData("""{"contact_book":"book_123","infos":[{"kind":"physical_address","label":"home","city":"Paris"},{"kind":"facebook","label":"other","name":"x"}]}""", 201)]
    [InlineData("""{"contact_book":"book_123","memberships":[{"group":{"kind":"organization","name":"New"},"title":"x"}]}""", 201)]
    public async Task Creating_follows_the_documented_conditions(string contact, int status)
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(status, (await sandbox.Post("/contacts", $$"""{"contacts":[{{contact}}]}""")).Status);
    }

    [Fact]
    public async Task One_wrong_contact_keeps_all_of_them_out()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Post("/contacts", """{"contacts":[{"contact_book":"book_123"},{"contact_book":"book_999"}]}""");
        Assert.Equal(404, answer.Status);
        Assert.Empty(sandbox.Emulator.Effects);
        Assert.DoesNotContain("contact_1", sandbox.Emulator.ReadStored("contacts").Select(contact => (string?)contact!["id"]));
    }

    [Fact]
    public async Task Changing_replaces_infos_and_memberships_whole()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var answer = await sandbox.Patch("/contacts/contact_123", """{"contacts":[{"id":"contact_123","infos":[],"nickname":"Ex"}]}""");
        var contact = answer.Items("contacts")[0]!;
        Assert.Empty(contact["infos"]!.AsArray());
        Assert.Equal(2, contact["memberships"]!.AsArray().Count);
        Assert.Equal("Example", (string?)contact["first_name"]);
        Assert.Equal("Ex", (string?)contact["nickname"]);
    }

    [Fact]
    public async Task A_new_membership_makes_its_group_once()
    {
        await using var sandbox = await Sandbox.StartAsync();
        const string Json = """{"contacts":[{"contact_book":"book_123","memberships":[{"group":{"kind":"group","name":"New"}}]}]}""";
        var first = await sandbox.Post("/contacts", Json);
        await sandbox.Post("/contacts", Json);
        Assert.Equal("group_1", (string?)first.Items("contacts")[0]!["memberships"]![0]!["group"]!["id"]);
        Assert.Equal(["group_123", "group_1"], (await sandbox.Get("/contact_groups?contact_book=book_123&kind=group")).Ids("contact_groups"));
    }

    [Fact]
    public async Task A_deleted_contact_is_not_found_and_listed_only_on_demand()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(404, (await sandbox.Get("/contacts/contact_789")).Status);
        Assert.DoesNotContain("contact_789", (await sandbox.Get("/contacts?contact_book=book_123&include_deleted=true")).Ids("contacts"));
        var listed = await sandbox.Get("/contacts?contact_book=book_123&include_deleted=true&modified_since=0");
        var deleted = listed.Items("contacts").Single(contact => (string?)contact!["id"] == "contact_789")!.AsObject();
        Assert.Equal(["id", "deleted", "modified_at"], deleted.Select(field => field.Key));
    }

    [Fact]
    public async Task Contacts_can_be_searched_ordered_and_limited_to_recent_changes()
    {
        await using var sandbox = await Sandbox.StartAsync();
        Assert.Equal(["contact_123"], (await sandbox.Get("/contacts?contact_book=book_123&search=COMPANY")).Ids("contacts"));
        Assert.Equal("contact_123", (await sandbox.Get("/contacts?contact_book=book_123&order=last_modified")).Ids("contacts")[0]);
        Assert.Equal(["contact_123"], (await sandbox.Get("/contacts?contact_book=book_123&modified_since=1777590000")).Ids("contacts"));
    }

    [Fact]
    public async Task A_single_contact_or_response_comes_in_either_shape()
    {
        await using var array = await Sandbox.StartAsync();
        await using var bare = await Sandbox.StartAsync(new() { SingleShape = SingleShape.Bare });
        Assert.Single((await array.Get("/contacts/contact_123")).Items("contacts"));
        Assert.Single((await array.Get("/responses/response_123")).Items("responses"));
        Assert.Equal("contact_123", (string?)(await bare.Get("/contacts/contact_123")).Json["contacts"]!["id"]);
        Assert.Equal("response_123", (string?)(await bare.Get("/responses/response_123")).Json["responses"]!["id"]);
    }
}
