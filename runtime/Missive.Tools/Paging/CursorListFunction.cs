using System.Globalization;

namespace Missive.Tools;

/// <summary>A list by cursor whose request its definition describes.</summary>
internal sealed class CursorListFunction : ListFunction
{
    protected override ValueTask<ListPlan> PlanAsync(ToolCall call, bool isStream, CancellationToken cancellationToken)
    {
        var paging = call.Definition.Paging!;
        var (limit, offset) = RangeOf(call, isStream);

        var (target, until) = Begin(call.BuildRequest().PathAndQuery);
        var pages = PagesOf(call) with { Limit = PageSize.Of(paging, limit, offset, isStream), Until = until };
        return ValueTask.FromResult(new ListPlan
        {
            Walk = new CursorWalk(call, target, pages, BudgetOf(call, isStream)),
            Offset = offset,
            Limit = limit,
            PageSize = pages.Limit,
        });
    }

    /// <summary>Takes from a request what the walk sets anew with each page, and the cursor value to begin at.</summary>
    public static (string Target, decimal? Until) Begin(string request)
    {
        // Written by the request builder, so in the API's form already, unless nobody has declared it.
        var target = QueryEdit.Without(request, "limit", "offset");
        return decimal.TryParse(QueryEdit.Get(target, "until"), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var until)
            ? (QueryEdit.Without(target, "until"), until)
            : (target, null);
    }

    /// <summary>How a function's definition says that its list is walked.</summary>
    public static CursorPages PagesOf(ToolCall call)
    {
        var paging = call.Definition.Paging!;
        return new CursorPages
        {
            Envelope = call.Definition.Response!.Envelope!,
            Field = paging.CursorField!,
            DefaultSize = paging.DefaultPage,
        };
    }

    /// <summary>How many requests the pages of a call may take. A stream is as long as its reader wants.</summary>
    public static RequestBudget BudgetOf(ToolCall call, bool isStream) => new(isStream ? null : call.Definition.Paging!.MaxRequests);
}
