using System.Globalization;

namespace Missive.Emulator.Account.Sample;

internal static class SampleTasks
{
    private const int Spacing = 45;

    public static void Add(AccountState account, MissiveEmulatorOptions options)
    {
        Add(account, "task_123", "Example task", "todo", 0, AccountState.OwnerId);
        for (var index = 0; index < options.OpenTasks; index++)
        {
            var number = (1000 + index).ToString(CultureInfo.InvariantCulture);
            var assignee = index % 3 == 0 ? SampleIds.Person : AccountState.OwnerId;
            Add(account, "task_" + number, "Task " + number, index % 2 == 0 ? "in_progress" : "todo", index + 1, assignee);
        }

        for (var index = 0; index < 6; index++)
        {
            var number = (900 + index).ToString(CultureInfo.InvariantCulture);
            Add(account, "task_" + number, "Closed task " + number, "closed", options.OpenTasks + 100 + index, AccountState.OwnerId);
        }

        // An assigned conversation shows among the tasks, with a type of its own.
        var conversation = Add(account, "task_800", "Example conversation", "todo", options.OpenTasks + 50, AccountState.OwnerId, "conversation");
        conversation.ConversationId = "conv_123";

        var thread = account.Conversations["conv_123"];
        PutInto(thread, account.Tasks["task_900"], 1);
        if (account.Tasks.TryGetValue("task_1001", out var open))
        {
            PutInto(thread, open, 0);
        }
    }

    // A subtask shows in its conversation as a comment.
    private static void PutInto(Conversation thread, TaskItem task, int comment)
    {
        task.ConversationId = thread.Id;
        var entry = thread.Comments[comment] with { TaskId = task.Id };
        entry.Json["body"] = task.Title;
        thread.Comments[comment] = entry;
    }

    private static TaskItem Add(
        AccountState account, string id, string title, string state, int index, string assignee, string type = "task")
    {
        var lastActivityAt = account.Clock.Epoch - 30 - (SampleIds.Slot(index / 2) * Spacing * 2) - (index % 2);
        var task = new TaskItem(id)
        {
            Title = title,
            Type = type,
            OrganizationId = SampleIds.Organization,
            TeamId = index % 4 == 0 ? SampleIds.Team : null,
            DueAt = index % 5 == 0 ? account.Clock.Epoch + 86_400 : null,
            LastActivityAt = lastActivityAt,
        };
        task.Assignees.Add(assignee);
        task.MoveTo(state, lastActivityAt - 60);
        account.Tasks[id] = task;
        return task;
    }
}
