using System.Text.Json;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class ContactDiscrepancyTests
{
    [Fact]
    public async Task D24_01_TheContactBookIsASettingOrTheOnlyOneOrAllOfThem()
    {
        await using var configured = await FunctionSandbox.StartAsync(options: new MissiveOptions { DefaultContactBook = "book_123" });
        await configured.CallAsync("list_contacts");
        configured.AssertSent("GET /contacts?contact_book=book_123");

        await using var only = await FunctionSandbox.StartAsync();
        await only.CallAsync("list_contacts", """{"params":{"limit":5,"offset":2}}""");
        only.AssertSent("GET /contact_books?limit=200", "GET /contacts?limit=5&offset=2&contact_book=book_123");

        await using var several = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ContactBooks = 3, ContactsPerBook = 4 });
        var all = await several.CallAsync("list_contacts");
        several.AssertSent(
            "GET /contact_books?limit=200",
            "GET /contacts?contact_book=book_123&limit=50",
            "GET /contacts?contact_book=book_124&limit=50",
            "GET /contacts?contact_book=book_125&limit=50");
        Assert.Equal(14, Ids(all).Count);
        Assert.Equal(
            """{"offset":0,"limit":50,"returned":14,"has_more":false,"next_until":null,"incomplete":false}""",
            all.GetProperty("pagination").GetRawText());

        var part = await several.CallAsync("list_contacts", """{"params":{"limit":5,"offset":4}}""");
        Assert.Equal(Ids(all).Skip(4).Take(5), Ids(part));
        Assert.True(part.GetProperty("pagination").GetProperty("has_more").GetBoolean());
    }

    [Fact]
    public async Task ContactBooksThatFillPagesAreWalkedToTheirEnd()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ContactBooks = 2, ContactsPerBook = 250 });
        var contacts = await sandbox.StreamAsync("list_contacts");
        Assert.Equal(502, contacts.Select(static contact => contact.GetProperty("id").GetString()).Distinct().Count());
        sandbox.AssertSent(
            "GET /contact_books?limit=200",
            "GET /contacts?contact_book=book_123&limit=200",
            "GET /contacts?contact_book=book_123&limit=200&offset=200",
            "GET /contacts?contact_book=book_124&limit=200",
            "GET /contacts?contact_book=book_124&limit=200&offset=200");
    }

    [Fact]
    public async Task WithoutAnyContactBookTheCallIsRefused()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ContactBooks = 0 });
        var error = await sandbox.RefusedAsync("list_contacts", "{}");
        Assert.Equal(("missing", "params.contact_book"), (error.Code, error.Path));
    }

    [Fact]
    public async Task D24_02_ChangesSinceADayAreUnixSecondsAndLoneDeletedOnesHinted()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var changed = await sandbox.CallAsync(
            "list_contacts", """{"params":{"contact_book":"book_123","modified_since":"2026-04-30","include_deleted":true}}""");
        Assert.Equal("GET /contacts?contact_book=book_123&modified_since=1777507200&include_deleted=true", sandbox.Lines[0]);
        Assert.False(changed.TryGetProperty("hint", out _));

        var alone = await sandbox.Client.Contacts.ListContactsAsync(
            new() { Params = new() { ContactBook = "book_123", IncludeDeleted = true } }, TestContext.Current.CancellationToken);
        Assert.Contains("modified_since", alone.Hint, StringComparison.Ordinal);
        Assert.NotEmpty(alone.Contacts);
    }

    [Fact]
    public async Task D26_01_AContactNeedsABookAndAWriteNeverFansOut()
    {
        await using var configured = await FunctionSandbox.StartAsync(options: new MissiveOptions { DefaultContactBook = "book_123" });
        await configured.CallAsync("create_contacts", """{"body":{"first_name":"Example"}}""");
        configured.AssertSent(("POST /contacts", """{"contacts":[{"first_name":"Example","contact_book":"book_123"}]}"""));

        await using var several = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ContactBooks = 2 });
        var error = await several.RefusedAsync(
            "create_contacts", """{"body":{"contacts":[{"first_name":"A","contact_book":"book_123"},{"first_name":"B"}]}}""");
        Assert.Equal(("missing", "body.contacts[1].contact_book"), (error.Code, error.Path));
        Assert.Contains("book_123 (Example Contacts), book_124", error.Message, StringComparison.Ordinal);
        several.AssertSent("GET /contact_books?limit=200");
    }

    [Fact]
    public async Task D26_02_FlatEmailsAndPhoneNumbersBecomeInfos()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync(
            "create_contacts",
            """
            {"body":[{"contact_book":"book_123","infos":[{"kind":"url","label":"blog","value":"https://example.test"}],"email":"a@example.test",
              "emails":["b@example.test","c@example.test"],"phone":"+15550100","phone_number":"+15550101"}]}
            """);
        sandbox.AssertSent(("POST /contacts",
            """
            {"contacts":[{"contact_book":"book_123","infos":[
              {"kind":"url","label":"blog","value":"https://example.test"},
              {"kind":"email","label":"other","value":"a@example.test"},
              {"kind":"email","label":"other","value":"b@example.test"},
              {"kind":"email","label":"other","value":"c@example.test"},
              {"kind":"phone_number","label":"other","value":"+15550100"},
              {"kind":"phone_number","label":"other","value":"+15550101"}]}]}
            """));
    }

    [Fact]
    public async Task D26_03_AnInfoWithoutALabelGetsOther()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync(
            "create_contacts", """{"body":{"contact_book":"book_123","infos":[{"kind":"facebook","name":"example"},{"kind":"email","label":"work","value":"a@example.test"}]}}""");
        sandbox.AssertSent(("POST /contacts",
            """
            {"contacts":[{"contact_book":"book_123","infos":[
              {"kind":"facebook","label":"other","name":"example"},{"kind":"email","label":"work","value":"a@example.test"}]}]}
            """));
    }

    [Fact]
    public async Task D27_01_AttributesAreCopiedForEveryIdAndIdsHaveToMatch()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("update_contacts", """{"contact_ids":"contact_123,contact_456","body":{"starred":true}}""");
        await sandbox.CallAsync("update_contacts", """{"contact_ids":"contact_123","body":{"contacts":[{"starred":true}]}}""");
        sandbox.AssertSent(
            ("PATCH /contacts/contact_123,contact_456", """{"contacts":[{"id":"contact_123","starred":true},{"id":"contact_456","starred":true}]}"""),
            ("PATCH /contacts/contact_123", """{"contacts":[{"id":"contact_123","starred":true}]}"""));
        var error = await sandbox.RefusedAsync(
            "update_contacts",
            """{"contact_ids":"contact_123,contact_456","body":{"contacts":[{"id":"contact_123","notes":"A"},{"id":"contact_789","notes":"B"}]}}""");
        Assert.Equal("conflict", error.Code);
        Assert.Contains("contact_123, contact_456", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D27_02_CommasBetweenIdsStayLiteral()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("update_contacts", """{"contact_ids":" contact_123 , contact_456,","body":{"starred":true}}""");
        Assert.Equal("PATCH /contacts/contact_123,contact_456", Assert.Single(sandbox.Lines));
        Assert.Equal("contact_ids", (await sandbox.RefusedAsync("update_contacts", """{"contact_ids":" , ","body":{"starred":true}}""")).Path);
        await Assert.ThrowsAnyAsync<MissiveApiException>(
            () => sandbox.CallAsync("update_contacts", """{"contact_ids":"a/b,c?d","body":{"starred":true}}"""));
        Assert.Equal("PATCH /contacts/a%2Fb,c%3Fd", sandbox.Lines[^1]);
    }

    [Fact]
    public async Task D27_03_ReplacingIsFlaggedAndShorthandsAreRefused()
    {
        var definition = MissiveTools.Registry.GetDefinition("update_contacts");
        var destroys = definition.Effects.Destructive!;
        Assert.True(destroys.AppliesTo(definition, JsonElement.Parse("""{"body":{"contacts":[{"infos":[]}]}}""")));
        Assert.True(destroys.AppliesTo(definition, JsonElement.Parse("""{"body":{"memberships":[]}}""")));
        Assert.False(destroys.AppliesTo(definition, JsonElement.Parse("""{"body":{"starred":true}}""")));

        await using var sandbox = await FunctionSandbox.StartAsync();
        foreach (var shorthand in (string[])["email", "phone", "phone_number"])
        {
            var error = await sandbox.RefusedAsync("update_contacts", $$$"""{"contact_ids":"contact_123","body":{"{{{shorthand}}}":"x"}}""");
            Assert.Equal(("unknown", $"body.{shorthand}"), (error.Code, error.Path));
        }

        sandbox.AssertSent();
    }

    [Fact]
    public async Task D29_01_GroupsNeedABookAndAKind()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        Assert.Equal("params.kind", (await sandbox.RefusedAsync("list_contact_groups", "{}")).Path);
        Assert.Equal("params.kind", (await sandbox.RefusedAsync("list_contact_groups", """{"params":{"kind":"team"}}""")).Path);
        sandbox.AssertSent();
        await sandbox.CallAsync("list_contact_groups", """{"params":{"kind":"group"}}""");
        sandbox.AssertSent("GET /contact_books?limit=200", "GET /contact_groups?kind=group&contact_book=book_123");

        await using var several = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ContactBooks = 2 });
        var error = await several.RefusedAsync("list_contact_groups", """{"params":{"kind":"group"}}""");
        Assert.Equal(("missing", "params.contact_book"), (error.Code, error.Path));
        several.AssertSent("GET /contact_books?limit=200");
    }

    private static List<string> Ids(JsonElement result)
        => [.. result.GetProperty("contacts").EnumerateArray().Select(static item => item.GetProperty("id").GetString()!)];
}
