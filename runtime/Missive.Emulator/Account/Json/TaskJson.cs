using System.Text.Json.Nodes;

namespace Missive.Emulator.Account.Json;

internal static class TaskJson
{
    public static JsonObject ListItem(TaskItem task)
    {
        var json = Bare(task);
        json["last_activity_at"] = task.LastActivityAt;
        return json;
    }

    /// <summary>The form that creating and changing answer: bare ids, no last activity (official).</summary>
    public static JsonObject Bare(TaskItem task)
    {
        var json = Common(task);
        json["assignees"] = PeopleJson.Texts(task.Assignees);
        json["team"] = task.TeamId;
        return json;
    }

    public static JsonObject Detail(TaskItem task, AccountState account)
    {
        var json = Common(task);
        json["assignees"] = Assignees(task, account);
        json["team"] = PeopleJson.TeamSummary(account, task.TeamId);
        return json;
    }

    /// <summary>The form inside the comment that a subtask leaves in its conversation.</summary>
    public static JsonObject InComment(TaskItem task, AccountState account) => new()
    {
        ["description"] = task.Title,
        ["state"] = task.State,
        ["due_at"] = task.DueAt,
        ["started_at"] = task.StartedAt,
        ["closed_at"] = task.ClosedAt,
        ["assignees"] = Assignees(task, account),
        ["team"] = PeopleJson.TeamSummary(account, task.TeamId),
    };

    private static JsonObject Common(TaskItem task) => new()
    {
        ["id"] = task.Id,
        ["conversation"] = task.ConversationId,
        ["title"] = task.Title,
        ["description"] = task.Description,
        ["state"] = task.State,
        ["started_at"] = task.StartedAt,
        ["closed_at"] = task.ClosedAt,
        ["due_at"] = task.DueAt,
        ["type"] = task.Type,
    };

    private static JsonArray Assignees(TaskItem task, AccountState account) =>
        new([.. task.Assignees.Select(id => PeopleJson.Author(account.UserById(id)!))]);
}
