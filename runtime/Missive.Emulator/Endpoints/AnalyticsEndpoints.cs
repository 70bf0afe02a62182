using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;
using Missive.Emulator.Queries;
using Missive.Emulator.Recording;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class AnalyticsEndpoints
{
    private static readonly BodySchema Schema = new(
        [
            BodyField.Text("organization").Required(),
            BodyField.Instant("start").Required(),
            BodyField.Instant("end").Required(),
            BodyField.Text("time_zone"),
            BodyField.TextList("teams"),
            BodyField.TextList("users"),
            BodyField.TextList("shared_labels"),
            BodyField.TextList("accounts"),
            BodyField.List("account_types", BodyField.Choice("", "custom", "email", "instagram", "live_chat", "messenger", "sms", "whatsapp")),
        ],
        item => item.Whole("start") > item.Whole("end") ? "'start' must not be after 'end'" : null,
        item => item.Text("time_zone") is { } zone && zone != "UTC" && !zone.Contains('/', StringComparison.Ordinal)
            ? "'time_zone' must be an IANA name such as Europe/Paris"
            : null);

    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Post("/analytics/reports", Create),
        Route.Get("/analytics/reports/{id}", QuerySchema.None, Get),
    ];

    private static ApiAnswer Create(ApiCall call)
    {
        var item = BodyReader.Single(call, "reports", Schema);
        var account = call.Account;
        account.RequireOrganization(item.Text("organization"));
        foreach (var team in item.Texts("teams"))
        {
            account.RequireTeam(team);
        }

        account.RequireUsers(item.Texts("users"));
        account.RequireLabels(item.Texts("shared_labels"));
        foreach (var channel in item.Texts("accounts"))
        {
            account.RequireMessageAccount(channel);
        }

        var id = account.Ids.Next("report");
        var readyAt = call.Options.Time.GetTimestamp() + Ticks(call, call.Options.ReportDelay);
        account.Reports[id] = new Report(id, readyAt, item.Whole("start")!.Value, item.Whole("end")!.Value);
        call.Record(EffectKind.Created, "reports", id, item.Text("organization"));
        return WriteAnswers.Created(call, "reports", new JsonObject { ["id"] = id });
    }

    private static ApiAnswer Get(ApiCall call) =>
        call.Account.Reports.TryGetValue(call.Id, out var report) && IsAvailable(call, report)
            ? ApiAnswer.Enveloped("reports", Render(report))

            // Official: one empty 404 for not finished, expired and unknown.
            : ApiAnswer.Empty((int)ErrorCondition.NotFound);

    private static bool IsAvailable(ApiCall call, Report report)
    {
        if (report.ReadyAt is not { } readyAt)
        {
            return true;
        }

        var age = call.Options.Time.GetTimestamp() - readyAt;
        return age >= 0 && age < Ticks(call, call.Options.ReportLifetime);
    }

    private static long Ticks(ApiCall call, TimeSpan span) => (long)(span.TotalSeconds * call.Options.Time.TimestampFrequency);

    private static JsonObject Render(Report report) => new()
    {
        ["id"] = report.Id,
        ["start"] = report.Start,
        ["end"] = report.End,
        ["selected_period"] = new JsonObject { ["global"] = new JsonObject { ["totals"] = new JsonObject { ["messages_count"] = 42 } } },
    };
}
