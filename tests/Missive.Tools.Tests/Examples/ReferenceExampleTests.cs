using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Examples;

/// <summary>The requests of every example of the reference.</summary>
public sealed class ReferenceExampleTests
{
    private const string Draft = """{"body":{"subject":"Follow up","body":"Thanks for the details.","to_fields":[{"address":"person@example.test"}]}}""";

    [Fact]
    public async Task ListConversationsOfOpenState()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_conversations", """{"state":"open","limit":25}""");
        sandbox.AssertSent("GET /conversations?inbox=true&limit=25");
    }

    [Fact]
    public async Task ListConversationsWithAPlaceholderStateSendsNothing()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var error = await sandbox.RefusedAsync(
            "list_conversations", """{"inbox":"example_inbox","assignee":"example_assignee","state":"example_state","limit":1,"offset":1}""");
        Assert.Equal(("not_allowed", "state"), (error.Code, error.Path));
        sandbox.AssertSent();
    }

    [Fact]
    public async Task ListConversationsOfAnAssigneeInATeamInbox()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync(
            "list_conversations", """{"inbox":"example_inbox","assignee":"example_assignee","state":"open","limit":1,"offset":1}""");
        sandbox.AssertSent("GET /conversations?team_inbox=example_inbox&limit=50");
        var conversation = Assert.Single(result.GetProperty("conversations").EnumerateArray());
        Assert.Contains(conversation.GetProperty("assignees").EnumerateArray(), static user => user.GetProperty("id").ValueEquals("example_assignee"));
    }

    [Fact]
    public async Task GetConversationReadsItsMessagesToo()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("get_conversation", """{"id":"conv_123"}""");
        sandbox.AssertSent("GET /conversations/conv_123", "GET /conversations/conv_123/messages?limit=10");
    }

    [Fact]
    public async Task ListConversationMessagesWalksUntilTwenty()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("list_conversation_messages", """{"conversation_id":"conv_123","params":{"limit":20}}""");
        Assert.Equal(20, result.GetProperty("messages").GetArrayLength());
        var lines = sandbox.Lines;
        Assert.Equal("GET /conversations/conv_123/messages?limit=10", lines[0]);
        Assert.All(lines.Skip(1), static line => Assert.StartsWith("GET /conversations/conv_123/messages?limit=10&until=", line, StringComparison.Ordinal));
        Assert.InRange(lines.Count, 2, 3);
    }

    [Fact]
    public async Task ListConversationComments()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_conversation_comments", """{"conversation_id":"conv_123"}""");
        sandbox.AssertSent("GET /conversations/conv_123/comments");
    }

    [Fact]
    public async Task CreateDraftWithoutASender()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("create_draft", Draft);
        sandbox.AssertSent(("POST /drafts",
            """{"drafts":{"subject":"Follow up","body":"Thanks for the details.","to_fields":[{"address":"person@example.test"}]}}"""));
    }

    [Fact]
    public async Task CreateDraftWithTheSenderOfTheSettings()
    {
        var options = new MissiveOptions { DefaultFromField = new DraftSender { Address = "support@example.test" } };
        await using var sandbox = await FunctionSandbox.StartAsync(options: options);
        await sandbox.CallAsync("create_draft", Draft);
        sandbox.AssertSent(("POST /drafts",
            """
            {"drafts":{"subject":"Follow up","body":"Thanks for the details.","to_fields":[{"address":"person@example.test"}],
             "from_field":{"address":"support@example.test"}}}
            """));
    }

    [Fact]
    public async Task ListMessagesEncodesTheMessageId()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_messages", """{"params":{"email_message_id":"<message-id@example.test>"}}""");
        sandbox.AssertSent("GET /messages?email_message_id=%3Cmessage-id%40example.test%3E");
    }

    [Fact]
    public async Task ListOpenTasksReadsTwoStates()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        var result = await sandbox.CallAsync("list_tasks", """{"state":"open","limit":20}""");
        sandbox.AssertSent("GET /tasks?state=todo&limit=20", "GET /tasks?state=in_progress&limit=20");
        Assert.Equal(20, result.GetProperty("tasks").GetArrayLength());
    }

    [Fact]
    public async Task GetTask()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("get_task", """{"task_id":"task_123"}""");
        sandbox.AssertSent("GET /tasks/task_123");
    }

    [Fact]
    public async Task UpdateTaskToCompleted()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("update_task", """{"task_id":"task_123","body":{"state":"completed"}}""");
        sandbox.AssertSent(("PATCH /tasks/task_123", """{"tasks":{"state":"closed"}}"""));
    }

    [Fact]
    public async Task ListContactsOfEveryBook()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ContactBooks = 3, ContactsPerBook = 30 });
        var result = await sandbox.CallAsync("list_contacts", """{"params":{"search":"Example","limit":50}}""");
        sandbox.AssertSent(
            "GET /contact_books?limit=200",
            "GET /contacts?contact_book=book_123&search=Example&limit=50",
            "GET /contacts?contact_book=book_124&search=Example&limit=50");
        Assert.Equal(50, result.GetProperty("contacts").GetArrayLength());
    }

    [Fact]
    public async Task CreateContactsFindsTheBookAndMovesTheEmail()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("create_contacts", """{"body":{"contacts":[{"email":"person@example.test","first_name":"Example"}]}}""");
        sandbox.AssertSent(
            "GET /contact_books?limit=200",
            ("POST /contacts",
            """{"contacts":[{"contact_book":"book_123","first_name":"Example","infos":[{"kind":"email","label":"other","value":"person@example.test"}]}]}"""));
    }

    [Theory]
    [InlineData("list_organizations", "/organizations")]
    [InlineData("list_teams", "/teams")]
    [InlineData("list_shared_labels", "/shared_labels")]
    [InlineData("list_responses", "/responses")]
    public async Task AListWithoutParametersIsOnePlainRequest(string function, string path)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync(function);
        sandbox.AssertSent($"GET {path}");
    }

    [Fact]
    public async Task ListUsersOfAnOrganization()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("list_users", """{"params":{"organization":"org_123"}}""");
        sandbox.AssertSent("GET /users?organization=org_123");
    }

    [Fact]
    public async Task CreateAnalyticsReportOfSomeDays()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync(
            "create_analytics_report", """{"body":{"organization":"org_123","start":"2026-05-01","end":"2026-05-06","time_zone":"UTC"}}""");
        sandbox.AssertSent(("POST /analytics/reports",
            """{"reports":{"organization":"org_123","start":1777593600,"end":1778111999,"time_zone":"UTC"}}"""));
    }

    [Fact]
    public async Task ListHooksTriesTheUndocumentedList()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await Assert.ThrowsAsync<MissiveNotOfferedException>(() => sandbox.CallAsync("list_hooks"));
        sandbox.AssertSent("GET /hooks");
    }

    [Fact]
    public async Task ApiGetOfContactsFindsTheOnlyBook()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("api_get", """{"path":"/contacts","params":{"limit":10}}""");
        sandbox.AssertSent("GET /contact_books?limit=200", "GET /contacts?limit=10&contact_book=book_123");
    }

    [Fact]
    public async Task ApiGetOfContactsTakesTheBookOfTheSettings()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(options: new MissiveOptions { DefaultContactBook = "book_123" });
        await sandbox.CallAsync("api_get", """{"path":"/contacts","params":{"limit":10}}""");
        sandbox.AssertSent("GET /contacts?limit=10&contact_book=book_123");
    }

    [Fact]
    public async Task ApiGetOfContactsPassesTheRefusalOnWhenTheBookIsOpen()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(new MissiveEmulatorOptions { ContactBooks = 2 });
        var refusal = await Assert.ThrowsAsync<MissiveApiException>(
            () => sandbox.CallAsync("api_get", """{"path":"/contacts","params":{"limit":10}}"""));
        Assert.Equal(400, refusal.Status);
        sandbox.AssertSent("GET /contact_books?limit=200", "GET /contacts?limit=10");
    }

    [Fact]
    public async Task CreateTaskDueOnADay()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("create_task", """{"title":"T","due_date":"2025-12-31"}""");
        sandbox.AssertSent(
            "GET /users?limit=200",
            "GET /organizations?limit=200",
            ("POST /tasks", """{"tasks":{"title":"T","assignees":["user_123"],"organization":"org_123","due_at":1767225599}}"""));
    }
}
