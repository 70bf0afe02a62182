using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>
/// <c>create_comment</c>: the API cannot create comments. A post comes closest; with assignees a subtask does, since posts
/// cannot be assigned to anybody.
/// </summary>
internal sealed class CreateComment : FunctionHandler
{
    private const int MaxTitle = 1000;
    private const int MaxDescription = 10_000;

    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var conversation = call.Text("conversation_id")!;
        var text = call.Text("body")!;
        Refusal.IfBlank(call, "conversation_id", conversation);
        Refusal.IfBlank(call, "body", text);
        string[] assignees = call.Value("assignees") is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(static assignee => assignee.GetString()!)]
            : [];
        if (call.Options.AllowUndocumented)
        {
            return Answers.Of(call, await call.SendAsync(Comment(conversation, text, assignees), cancellationToken).ConfigureAwait(false));
        }

        var (request, form) = assignees.Length == 0
            ? (Post(conversation, text), CommentForm.Post)
            : (await SubtaskAsync(call, conversation, text, assignees, cancellationToken).ConfigureAwait(false), CommentForm.Task);
        var response = await call.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return Answers.Extend(response, static (writer, form) => writer.WriteString("created_as", form.Value), form, "created_as");
    }

    // Undocumented: what other clients tried.
    private static ToolRequest Comment(string conversation, string text, string[] assignees)
        => new("POST", "/comments", RequestBody.Write((conversation, text, assignees), static (writer, comment) =>
        {
            writer.WriteStartObject();
            writer.WriteString("conversation_id", comment.conversation);
            writer.WriteString("body", comment.text);
            if (comment.assignees.Length > 0)
            {
                WriteTexts(writer, "assignees", comment.assignees);
            }

            writer.WriteEndObject();
        }));

    private static ToolRequest Post(string conversation, string text)
        => new("POST", "/posts", RequestBody.Write((conversation, text), static (writer, post) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("posts");
            writer.WriteString("conversation", post.conversation);
            writer.WriteString("markdown", post.text);
            writer.WriteStartObject("notification");
            writer.WriteString("title", "New comment");
            writer.WriteString("body", PlainText.Of(post.text, PlainText.MaxNotification));
            writer.WriteEndObject();

            // A note must not open a closed conversation again.
            writer.WriteBoolean("reopen", false);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }));

    private static async ValueTask<ToolRequest> SubtaskAsync(
        ToolCall call, string conversation, string text, string[] assignees, CancellationToken cancellationToken)
    {
        if (PlainText.Length(text) > MaxDescription)
        {
            throw Refusal.Of(
                call,
                ToolValidationCodes.TooLong,
                "body",
                $"string of at most {MaxDescription} characters together with assignees",
                $"{PlainText.Length(text)} characters",
                "Shorten it, or call once without assignees for the text and once with them for the request.");
        }

        var organization = await OrganizationOfAsync(call, conversation, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < assignees.Length; i++)
        {
            assignees[i] = await call.Lookups.Users.FindIdAsync(call, assignees[i], $"assignees[{i}]", cancellationToken).ConfigureAwait(false);
        }

        var title = PlainText.FirstLine(text, MaxTitle);
        return new("POST", "/tasks", RequestBody.Write((conversation, organization, assignees, title, text), static (writer, task) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("tasks");
            writer.WriteBoolean("subtask", true);
            writer.WriteString("conversation", task.conversation);
            writer.WriteString("organization", task.organization);
            WriteTexts(writer, "assignees", task.assignees);
            writer.WriteString("title", task.title);
            if (task.text.Trim().Length > task.title.Length)
            {
                writer.WriteString("description", task.text);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }));
    }

    private static async ValueTask<string> OrganizationOfAsync(ToolCall call, string conversation, CancellationToken cancellationToken)
    {
        var response = await call.ForLookup.GetAsync($"/conversations/{Refusal.Segment(call, "conversation_id", conversation)}", cancellationToken).ConfigureAwait(false);
        var found = ListItems.Of(call, response, "conversations").EnumerateArray().FirstOrDefault();
        if (found.ValueKind == JsonValueKind.Object
            && found.TryGetProperty("organization", out var organization)
            && ListItems.Text(organization, "id") is { } id)
        {
            return id;
        }

        throw Refusal.Of(
            call,
            ToolValidationCodes.Conflict,
            "assignees",
            "nothing where the conversation belongs to no organization",
            $"assignees for the personal conversation {Excerpt.Quoted(conversation)}",
            "Leave assignees out, which makes a post, or share the conversation with an organization first.");
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, string[] texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
