using System.Runtime.CompilerServices;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>A list by offset, which the API pages itself: a call is one request, a stream walks on.</summary>
internal class OffsetListFunction : ListFunction
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public sealed override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
        => await ReadAsync(call, await TargetsAsync(call, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public sealed override async ValueTask<string?> RehearseAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var targets = await TargetsAsync(call, cancellationToken).ConfigureAwait(false);
        await ReadAsync(call, targets, cancellationToken).ConfigureAwait(false);
        return targets.Count == 1
            ? null
            : "The lists are read one after the other until enough items are found: later requests may not be needed, and a list that fills "
                + "a page is read on.";
    }

    protected sealed override async ValueTask<ListPlan> PlanAsync(ToolCall call, bool isStream, CancellationToken cancellationToken)
        => Plan(call, await TargetsAsync(call, cancellationToken).ConfigureAwait(false), null, isStream);

    /// <summary>The lists to read, as path and query; several are read one after the other, as one.</summary>
    protected virtual ValueTask<IReadOnlyList<string>> TargetsAsync(ToolCall call, CancellationToken cancellationToken)
        => ValueTask.FromResult<IReadOnlyList<string>>([call.BuildRequest().PathAndQuery]);

    /// <summary>What a caller should know of a call that does not do what it seems to; null for nothing.</summary>
    protected virtual string? HintFor(ToolCall call) => null;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ToolAnswer> ReadAsync(ToolCall call, IReadOnlyList<string> targets, CancellationToken cancellationToken)
    {
        if (targets is not [var target])
        {
            var plan = Plan(call, targets, call.Definition.Paging!.DefaultPage, isStream: false);
            return await ReadAsync(call, plan, HintFor(call), cancellationToken).ConfigureAwait(false);
        }

        var response = await call.GetAsync(target, cancellationToken).ConfigureAwait(false);
        var report = ReportOf(call, ListItems.Of(call, response, call.Definition.Response!.Envelope!).GetArrayLength());
        return Answers.Extend(response, static (writer, parts) =>
        {
            parts.report.WriteTo(writer);
            WriteHint(writer, parts.hint);
        }, (report, hint: HintFor(call)), "pagination");
    }

    private static ListPlan Plan(ToolCall call, IReadOnlyList<string> targets, int? defaultLimit, bool isStream)
    {
        var paging = call.Definition.Paging!;
        var limit = call.Integer(paging.Limit) ?? defaultLimit;
        var offset = call.Integer(paging.Offset) ?? 0;

        // Of one list the API skips; of several it cannot, since only the items tell how many each has.
        var skips = targets.Count == 1;
        var pageSize = PageSize.Of(paging, limit, skips ? 0 : offset, isStream) ?? WholeList.PageSize;
        var walks = targets.Select(target => new OffsetWalk(
            call, QueryEdit.Without(target, "limit", "offset"), call.Definition.Response!.Envelope!, pageSize, skips ? offset : 0));
        return new ListPlan { Walk = new ConcatenatedWalk([.. walks]), Offset = skips ? 0 : offset, Limit = limit, PageSize = pageSize };
    }

    private static PageReport ReportOf(ToolCall call, int returned)
    {
        var paging = call.Definition.Paging!;
        var limit = call.Integer(paging.Limit);
        return new PageReport
        {
            Offset = call.Integer(paging.Offset) ?? 0,
            Limit = limit,
            Returned = returned,
            HasMore = (limit ?? paging.DefaultPage) is { } page ? returned >= page : null,
        };
    }
}
