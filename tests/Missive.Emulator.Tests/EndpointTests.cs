using Missive.Emulator.Tests.Support;

namespace Missive.Emulator.Tests;

public sealed class EndpointTests
{
    private const string Documented = """
        POST /analytics/reports
        GET /analytics/reports/report_123
        POST /contacts
        PATCH /contacts/contact_123
        GET /contacts
        GET /contacts/contact_123
        GET /contact_books
        GET /contact_groups
        GET /conversations
        GET /conversations/conv_123
        PATCH /conversations/conv_123
        GET /conversations/conv_123/messages
        GET /conversations/conv_123/comments
        GET /conversations/conv_123/drafts
        GET /conversations/conv_123/posts
        POST /conversations/conv_123/merge
        POST /drafts
        DELETE /drafts/draft_123
        POST /messages
        GET /messages/message_123
        GET /messages
        GET /organizations
        GET /responses
        GET /responses/response_123
        POST /responses
        PATCH /responses/response_123
        DELETE /responses/response_123
        POST /posts
        DELETE /posts/post_123
        POST /shared_labels
        PATCH /shared_labels/label_123
        GET /shared_labels
        GET /teams
        POST /teams
        PATCH /teams/team_123
        GET /users
        GET /tasks
        GET /tasks/task_123
        POST /tasks
        PATCH /tasks/task_123
        POST /hooks
        DELETE /hooks/hook_123
        """;

    [Fact]
    public async Task All_42_endpoints_are_there()
    {
        await using var sandbox = await Sandbox.StartAsync();
        var calls = Documented.Split('\n').Select(line => line.Trim().Split(' ')).ToList();
        Assert.Equal(42, calls.Count);
        foreach (var call in calls)
        {
            var answer = await sandbox.Send(new HttpMethod(call[0]), call[1], call[0] is "POST" or "PATCH" ? "{}" : null);
            Assert.True(answer.Status is 200 or 400 or 422, $"{call[0]} {call[1]}: {answer.Status} {answer.Text}");
        }
    }
}
