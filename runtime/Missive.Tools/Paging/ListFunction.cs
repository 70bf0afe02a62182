using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>A function that lists: as a call a part of the list, as a stream all of it.</summary>
internal abstract class ListFunction : FunctionHandler
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(call, isStream: false, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(call, plan, hint: null, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<string?> RehearseAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(call, isStream: false, cancellationToken).ConfigureAwait(false);
        await ListReader.ReadAsync(plan, cancellationToken).ConfigureAwait(false);
        return DescribeFurtherPages(plan, call.Definition.Paging!.MaxRequests);
    }

    public sealed override async IAsyncEnumerable<JsonElement> StreamAsync(
        ToolCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(call, isStream: true, cancellationToken).ConfigureAwait(false);
        await foreach (var item in ListReader.WalkAsync(plan, cancellationToken).ConfigureAwait(false))
        {
            yield return item.Json;
        }
    }

    /// <summary>Reads what a plan says.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected static async ValueTask<ToolAnswer> ReadAsync(ToolCall call, ListPlan plan, string? hint, CancellationToken cancellationToken)
    {
        var (items, report) = await ListReader.ReadAsync(plan, cancellationToken).ConfigureAwait(false);
        var envelope = call.Definition.Response!.Envelope!;
        return Answers.Extend(plan.Walk.FirstAnswer, static (writer, parts) =>
        {
            writer.WriteStartArray(parts.envelope);
            foreach (var item in parts.items)
            {
                Answers.WriteWhole(writer, item.Json);
            }

            writer.WriteEndArray();
            parts.report.WriteTo(writer);
            WriteHint(writer, parts.hint);
        }, (envelope, items, report, hint), envelope, "pagination");
    }

    /// <summary>Writes the field <c>hint</c>, where there is one.</summary>
    protected static void WriteHint(Utf8JsonWriter writer, string? hint)
    {
        if (hint is not null)
        {
            writer.WriteString("hint", hint);
        }
    }

    // A page that is full holds all that is wanted, and one that is not ends the list, unless items have to be searched.
    private static string? DescribeFurtherPages(ListPlan plan, int? maxRequests)
        => plan.Limit + (decimal)plan.Offset is { } wanted && (plan.Filter is not null || wanted > plan.PageSize)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Further pages, each from where the answer before it ends, until {wanted} {(plan.Filter is null ? "" : "matching ")}items are found; at most {maxRequests} requests in all.")
            : null;

    /// <summary>How many items a call wants (null for one page of a call, and for all items of a stream), and how many it skips.</summary>
    protected static (long? Limit, long Offset) RangeOf(ToolCall call, bool isStream)
    {
        var paging = call.Definition.Paging!;
        return (call.Integer(paging.Limit) ?? (isStream ? null : paging.DefaultLimit), call.Integer(paging.Offset) ?? 0);
    }

    /// <summary>Decides what a call reads. May look up what the request needs, but fetches no page.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isStream">Whether the whole list is wanted, without a bound on the requests.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    protected abstract ValueTask<ListPlan> PlanAsync(ToolCall call, bool isStream, CancellationToken cancellationToken);
}
