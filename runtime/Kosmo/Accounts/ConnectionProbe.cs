using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kosmo.CommandLine;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>One attempt to reach the API with an account.</summary>
/// <param name="IsReached">Whether it answered.</param>
/// <param name="Message">What came of it, and what to do next.</param>
/// <param name="Organizations">The names of the organizations that the token reaches.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record ConnectionProbe(bool IsReached, string Message, IReadOnlyList<string> Organizations, TimeSpan Duration)
{
    private static readonly JsonElement NoArguments = JsonElement.Parse("{}"u8);

    /// <summary>Reads the organizations.</summary>
    public static async ValueTask<ConnectionProbe> RunAsync(Session session, string? account)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            using var caller = session.CreateCaller(isForced: false);
            var answer = await caller
                .CallAsync(MissiveTools.Registry.GetDefinition("list_organizations"), NoArguments, account, session.Interruption.Token)
                .ConfigureAwait(false);
            string[] names = [.. NamesOf(answer.Json)];
            return new ConnectionProbe(true, Describe(names, clock.Elapsed), names, clock.Elapsed);
        }
        catch (Exception error) when (error is KosmoException or MissiveException)
        {
            return new ConnectionProbe(false, error.Message, [], clock.Elapsed);
        }
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("probe");
        writer.WriteBoolean("reached", IsReached);
        writer.WriteString("message", Message);
        writer.WriteStrings("organizations", Organizations);
        writer.WriteNumber("duration_ms", Math.Round(Duration.TotalMilliseconds, 1));
        writer.WriteEndObject();
    }

    private static IEnumerable<string> NamesOf(JsonElement answer)
    {
        if (answer.TryGetProperty("organizations", out var organizations) && organizations.ValueKind == JsonValueKind.Array)
        {
            foreach (var organization in organizations.EnumerateArray())
            {
                if (organization.ValueKind == JsonValueKind.Object && organization.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
                {
                    yield return name.GetString()!;
                }
            }
        }
    }

    private static string Describe(string[] names, TimeSpan duration) => string.Create(
        CultureInfo.InvariantCulture,
        $"Reached Missive in {duration.TotalMilliseconds:0} ms. Organizations: {(names.Length == 0 ? "none; calls that need one will be refused" : PlainText.OneLine(string.Join(", ", names)))}.");
}
