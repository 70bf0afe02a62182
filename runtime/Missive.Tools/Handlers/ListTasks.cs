namespace Missive.Tools;

/// <summary>
/// <c>list_tasks</c>: the API takes one state a request and user ids only. Open tasks are two lists, read as one by latest
/// activity.
/// </summary>
internal sealed class ListTasks : ListFunction
{
    protected override async ValueTask<ListPlan> PlanAsync(ToolCall call, bool isStream, CancellationToken cancellationToken)
    {
        var (target, until) = CursorListFunction.Begin(call.BuildRequest().PathAndQuery);
        if (call.Text("assignee") is { } assignee)
        {
            var user = await call.Lookups.Users.FindIdAsync(call, assignee, "assignee", cancellationToken).ConfigureAwait(false);
            target = QueryEdit.With(target, "assignee", user);
        }

        if (call.Options.TaskType is { } type)
        {
            target = QueryEdit.With(target, "type", type.Value);
        }

        var paging = call.Definition.Paging!;
        var (limit, offset) = RangeOf(call, isStream);
        var pages = CursorListFunction.PagesOf(call) with
        {
            Limit = PageSize.Of(paging, limit, offset, isStream),
            Until = until,

            // Official: until is inclusive, and nothing says that a page grows to the end of a second.
            CutsSeconds = true,
        };
        var budget = CursorListFunction.BudgetOf(call, isStream);
        return new ListPlan { Walk = WalkOf(call.Text("state")), Offset = offset, Limit = limit, PageSize = pages.Limit };

        ItemWalk WalkOf(string? state) => state switch
        {
            null => new CursorWalk(call, target, pages, budget),
            "open" => new MergedWalk(WalkOf(TaskState.Todo.Value), WalkOf(TaskState.InProgress.Value)),
            "completed" => WalkOf(TaskState.Closed.Value),
            _ => new CursorWalk(call, QueryEdit.With(target, "state", state), pages, budget),
        };
    }
}
