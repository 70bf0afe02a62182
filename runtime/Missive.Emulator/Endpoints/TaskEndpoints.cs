using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Account.Json;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class TaskEndpoints
{
    // The default page size is not documented; any client that depends on it is wrong anyway.
    private const int DefaultLimit = 25;
    private const int MaxLimit = 50;

    private static readonly QuerySchema ListQuery = QuerySchema.CursorList(
        MaxLimit,
        QueryParameter.Text("organization"),
        QueryParameter.Text("team"),
        QueryParameter.Text("assignee"),
        QueryParameter.Choice("state", "todo", "in_progress", "closed"),
        QueryParameter.Choice("type", "task", "conversation", "all"),
        QueryParameter.Text("conversation"),
        QueryParameter.Instant("due_at_gteq"),
        QueryParameter.Instant("due_at_lteq"));

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/tasks", ListQuery, List),
        Route.Get("/tasks/{id}", QuerySchema.None, Get),
        Route.Post("/tasks", Create),
        Route.Patch("/tasks/{id}", Update),
    ];

    private static ApiAnswer List(ApiCall call)
    {
        var query = call.Query;
        call.Account.RequireOrganization(query.Text("organization"));
        call.Account.RequireTeam(query.Text("team"));
        if (query.Text("assignee") is { } assignee)
        {
            call.Account.RequireUsers(assignee);
        }

        var conversation = query.Text("conversation") is { } id ? call.Account.RequireConversation(id).Id : null;
        var type = query.Text("type") ?? "all";
        var tasks = call.Account.Tasks.Values
            .Where(task => query.Text("organization") is not { } organization || task.OrganizationId == organization)
            .Where(task => query.Text("team") is not { } team || task.TeamId == team)
            .Where(task => query.Text("assignee") is not { } user || task.Assignees.Contains(user))
            .Where(task => query.Text("state") is not { } state || task.State == state)
            .Where(task => type == "all" || task.Type == type)
            .Where(task => conversation is null || (task.Type == "task" && task.ConversationId == conversation))
            .Where(task => query.Instant("due_at_gteq") is not { } from || task.DueAt >= from)
            .Where(task => query.Instant("due_at_lteq") is not { } to || task.DueAt <= to);
        return Pages.Cursor(
            call,
            "tasks",
            DefaultLimit,
            tasks,
            (task => task.LastActivityAt, task => task.Id, TaskJson.ListItem),
            call.Options.TaskPagesMayExceedLimit);
    }

    private static ApiAnswer Get(ApiCall call) =>
        ApiAnswer.Enveloped("tasks", TaskJson.Detail(call.Account.Tasks.Require("task", call.Id), call.Account));

    private static ApiAnswer Create(ApiCall call)
    {
        var item = BodyReader.Single(call, "tasks", TaskSchemas.New);
        var account = call.Account;
        account.RequireOrganization(item.Text("organization"));
        account.RequireTeam(item.Text("team"));
        account.RequireUsers([.. item.Texts("assignees"), .. item.Texts("add_users")]);
        ConversationLookup.Check(account, item);

        var parent = item.Flag("subtask") ? ConversationLookup.FindOrCreate(account, item, inInbox: false) : null;
        var task = new TaskItem(account.Ids.Next("task"))
        {
            Title = item.Text("title")!,
            Description = item.Text("description"),
            OrganizationId = item.Text("organization") ?? parent?.OrganizationId,
            ConversationId = parent?.Id,
            TeamId = item.Text("team"),
            DueAt = item.Whole("due_at"),
            LastActivityAt = account.Clock.Now,
        };
        task.Assignees.AddRange(item.Texts("assignees").Distinct(StringComparer.Ordinal));
        task.MoveTo(item.Text("state") ?? "todo", account.Clock.Now);
        account.Tasks[task.Id] = task;
        if (parent is not null)
        {
            AddToParent(account, item, task, parent);
        }

        call.Record(EffectKind.Created, "tasks", task.Id, task.Title);
        return WriteAnswers.Created(call, "tasks", TaskJson.Bare(task));
    }

    private static void AddToParent(AccountState account, JsonObject item, TaskItem task, Conversation parent)
    {
        foreach (var user in item.Texts("add_users"))
        {
            parent.UserOf(user);
        }

        if (item.Flag("add_to_inbox"))
        {
            ConversationActions.MoveToInbox(parent);
        }

        parent.Subject ??= item.Text("conversation_subject");
        parent.LastActivityAt = account.Clock.Now;
        var id = account.Ids.Next("comment");
        var comment = EntryJson.Comment(id, task.Title, account.UserById(AccountState.OwnerId)!, account.Clock.Now);
        parent.Comments.Add(new ConversationEntry(id, account.Clock.Now, comment, TaskId: task.Id));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var item = BodyReader.Single(call, "tasks", TaskSchemas.Changes);
        var account = call.Account;
        var task = account.Tasks.Require("task", call.Id);
        account.RequireTeam(item.Text("team"));
        account.RequireUsers(item.Texts("assignees"));

        task.Title = item.Text("title") ?? task.Title;
        task.Description = item.Text("description") ?? task.Description;
        task.TeamId = item.Text("team") ?? task.TeamId;
        task.DueAt = item.Whole("due_at") ?? task.DueAt;
        task.LastActivityAt = account.Clock.Now;
        if (item.Text("state") is { } state)
        {
            task.MoveTo(state, account.Clock.Now);
        }

        if (item.ContainsKey("assignees"))
        {
            task.Assignees.Clear();
            task.Assignees.AddRange(item.Texts("assignees").Distinct(StringComparer.Ordinal));
        }

        call.Record(EffectKind.Updated, "tasks", task.Id, item.Text("title") ?? task.Id);
        return ApiAnswer.Enveloped("tasks", TaskJson.Bare(task));
    }
}
