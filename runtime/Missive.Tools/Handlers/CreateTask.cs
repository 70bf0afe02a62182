using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>create_task</c>: a standalone task needs an assignee and an organization, which callers need not know.</summary>
internal sealed class CreateTask : FunctionHandler
{
    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        Refusal.IfBlank(call, "title", call.Text("title"));
        var dueAt = DueAt(call);
        var assignee = await call.Lookups.Users
            .FindIdAsync(call, call.Text("assignee") ?? UserLookup.Me, "assignee", cancellationToken).ConfigureAwait(false);
        var organization = await call.Lookups.Organizations.FindAsync(call, assignee, "assignee", cancellationToken).ConfigureAwait(false);
        var body = RequestBody.Write((call, assignee, organization, dueAt), static (writer, task) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("tasks");
            writer.WriteString("title", task.call.Text("title"));
            if (task.call.Text("description") is { } description)
            {
                writer.WriteString("description", description);
            }

            writer.WriteStartArray("assignees");
            writer.WriteStringValue(task.assignee);
            writer.WriteEndArray();
            writer.WriteString("organization", task.organization);
            if (task.dueAt is { } dueAt)
            {
                writer.WriteNumber("due_at", dueAt);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        return Answers.Of(call, await call.SendAsync(new ToolRequest("POST", "/tasks", body), cancellationToken).ConfigureAwait(false));
    }

    // A day without a time is over only at its end.
    private static long? DueAt(ToolCall call)
    {
        if (call.Text("due_date") is not { } text)
        {
            return null;
        }

        return Timestamp.TryParse(text, out var dueDate)
            ? dueDate.ToUnixSeconds(DateOnlyRule.EndOfDay, call.Settings.TimeZone)
            : throw Refusal.Of(
                call,
                ToolValidationCodes.WrongType,
                "due_date",
                "ISO 8601 text such as 2025-12-31 or 2025-12-31T09:30:00Z, or Unix seconds",
                Excerpt.Quoted(text),
                "Write the year first, then month and day with two digits each.");
    }
}
