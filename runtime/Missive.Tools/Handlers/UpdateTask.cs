using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>update_task</c>: speaks the words of <c>create_task</c> too, which the API does not know.</summary>
internal sealed class UpdateTask : FunctionHandler
{
    private static readonly DataType UserIds = DataType.Array(DataType.String());
    private static readonly DataType DueAt = DataType.Timestamp(DateOnlyRule.EndOfDay);

    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var body = call.Body("body");
        var task = body.Content;
        var assignee = ListItems.Text(task, "assignee");
        if (assignee is not null)
        {
            var path = body.IsEnveloped ? "body.tasks.assignee" : "body.assignee";
            assignee = await call.Lookups.Users.FindIdAsync(call, assignee, path, cancellationToken).ConfigureAwait(false);
        }

        var changes = RequestBody.Write((task, assignee, call.Settings), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject("tasks");
            ContentWriter.WriteFields(
                writer, TaskChanges.Definition, state.task, state.Settings, "state", "assignees", "assignee", "due_at", "due_date");
            WriteState(writer, state.task);
            WriteAssignees(writer, state.task, state.assignee, state.Settings);
            WriteDueAt(writer, state.task, state.Settings);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        var request = new ToolRequest("PATCH", $"/tasks/{PathSegment.Encode(call.Text("task_id")!)}", changes);
        return Answers.Of(call, await call.SendAsync(request, cancellationToken).ConfigureAwait(false));
    }

    private static void WriteState(Utf8JsonWriter writer, JsonElement task)
    {
        if (ListItems.Text(task, "state") is { } state)
        {
            writer.WriteString("state", state switch
            {
                "completed" => TaskState.Closed.Value,
                "open" => TaskState.Todo.Value,
                _ => state,
            });
        }
    }

    private static void WriteAssignees(Utf8JsonWriter writer, JsonElement task, string? assignee, ToolSettings settings)
    {
        if (assignee is not null)
        {
            writer.WriteStartArray("assignees");
            writer.WriteStringValue(assignee);
            writer.WriteEndArray();
        }
        else if (TryGet(task, "assignees", out var assignees))
        {
            writer.WritePropertyName("assignees");
            ContentWriter.WriteValue(writer, UserIds, assignees, settings);
        }
    }

    private static void WriteDueAt(Utf8JsonWriter writer, JsonElement task, ToolSettings settings)
    {
        if (TryGet(task, "due_at", out var dueAt) || TryGet(task, "due_date", out dueAt))
        {
            writer.WritePropertyName("due_at");
            ContentWriter.WriteValue(writer, DueAt, dueAt, settings);
        }
    }

    private static bool TryGet(JsonElement task, string name, out JsonElement value)
    {
        value = default;
        return task.ValueKind == JsonValueKind.Object && task.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }
}
