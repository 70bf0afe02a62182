using System.Globalization;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary><c>get_analytics_report</c>: asks again until the report is finished. Until then the API answers 404.</summary>
internal sealed class GetAnalyticsReport : FunctionHandler
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public override async ValueTask<ToolAnswer> InvokeAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var request = call.BuildRequest();
        var time = call.Services.Time;
        var start = time.GetTimestamp();
        while (true)
        {
            TimeSpan left;
            try
            {
                return Answers.Of(call, await call.SendAsync(request, cancellationToken).ConfigureAwait(false));
            }
            catch (MissiveNotFoundException refusal)
            {
                left = call.Options.ReportWait - time.GetElapsedTime(start);
                if (left <= TimeSpan.Zero)
                {
                    throw Unavailable(call, refusal);
                }
            }

            await Task.Delay(left < Interval ? left : Interval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public override async ValueTask<string?> RehearseAsync(ToolCall call, CancellationToken cancellationToken)
    {
        await call.SendAsync(call.BuildRequest(), cancellationToken).ConfigureAwait(false);
        return call.Options.ReportWait <= TimeSpan.Zero
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The same request again every {Interval.TotalSeconds} s while the report is not finished, for {call.Options.ReportWait.TotalSeconds} s.");
    }

    private static MissiveReportUnavailableException Unavailable(ToolCall call, MissiveNotFoundException refusal)
    {
        var id = Excerpt.Quoted(call.Text("report_id")!);
        var waited = call.Options.ReportWait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return new(
            $"{call.Definition.Name}: Missive has no report {id} to give after {waited} seconds. Either it is not finished: ask again, or raise "
            + "the setting report_wait_seconds. Or it expired, 60 seconds after its completion: order it anew with create_analytics_report. "
            + "Or the ID is wrong: use the one that create_analytics_report returned.",
            call.Definition.Name,
            refusal);
    }
}
