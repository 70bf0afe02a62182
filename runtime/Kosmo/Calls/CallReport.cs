using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.Arguments;
using Kosmo.CommandLine;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Calls;

/// <summary>Prints what became of a call: an envelope for programs, or the answer alone for people.</summary>
/// <param name="call">The call.</param>
/// <param name="outcome">What became of it.</param>
/// <param name="duration">How long it took.</param>
/// <param name="line">The command line as it was typed, for a better one.</param>
/// <param name="optionHint">The option that an unknown argument may have meant; null for none.</param>
internal sealed class CallReport(FunctionCall call, CallOutcome outcome, TimeSpan duration, CallLine line, string? optionHint)
{
    /// <returns>The exit code.</returns>
    public int Print(Terminal terminal, bool isJson)
    {
        if (isJson)
        {
            Json.Print(terminal, WriteEnvelope);
        }
        else if (outcome.Failure is { } failure)
        {
            ErrorReport.PrintText(terminal, failure.Message, CorrectedCommand ?? HintOf(failure));
        }
        else if (outcome.Rehearsal is not null)
        {
            RehearsalText.Print(terminal, outcome.Rehearsal);
        }
        else
        {
            PrintAnswer(terminal);
        }

        return outcome.Failure is null ? ExitCodes.Success : ExitCodes.Failure;
    }

    private string? CorrectedCommand => outcome.Failure?.CorrectedArguments is { } corrected
        ? line.With(call.Tool, corrected)
        : null;

    private string? HintOf(CallFailure failure)
        => failure.Hint ?? (failure.Refusal is { } refused ? optionHint ?? (refused.CorrectedArguments is null ? ObjectForm.Of(call, refused, line) : null) : null);

    private void PrintAnswer(Terminal terminal)
    {
        if (outcome.Data.ValueKind == JsonValueKind.String)
        {
            terminal.WriteForeignLine(outcome.Data.GetString()!);
        }
        else
        {
            Json.Print(terminal, outcome.Data);
        }
    }

    private void WriteEnvelope(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("function", $"{Configuration.Provider}.{call.Tool.Name}");
        writer.WriteBoolean("success", outcome.Failure is null);
        writer.WritePropertyName("data");
        if (outcome.Data.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            outcome.Data.WriteTo(writer);
        }

        writer.WriteString("error", outcome.Failure?.Message);
        WriteMeta(writer);
        writer.WriteNumber("duration_ms", Math.Round(duration.TotalMilliseconds, 1));
        if (outcome.Failure is { } failure)
        {
            writer.WritePropertyName("details");
            failure.WriteDetails(writer, CorrectedCommand, HintOf(failure));
        }

        writer.WriteEndObject();
    }

    private void WriteMeta(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("meta");
        writer.WriteBoolean("dry_run", call.IsDryRun);
        if (outcome.Failure is null)
        {
            writer.WriteString("operation", Configuration.KeyOf(call.Tool.Operation));
        }

        writer.WriteBoolean("permission_bypassed", call.IsForced);
        writer.WriteString("account", AccountName.Show(call.Account));
        if (outcome.Rehearsal is { } rehearsal)
        {
            WriteRequests(writer, "lookups", rehearsal.Lookups);
            WriteRequests(writer, "requests", rehearsal.Requests);
            writer.WriteString("following", rehearsal.Following);
        }

        writer.WriteEndObject();
    }

    private static void WriteRequests(Utf8JsonWriter writer, string name, IReadOnlyList<ToolRequest> requests)
    {
        writer.WriteStartArray(name);
        foreach (var request in requests)
        {
            writer.WriteStartObject();
            writer.WriteString("method", request.Method);
            writer.WriteString("path", request.PathAndQuery);
            writer.WritePropertyName("body");
            if (request.Body.IsEmpty)
            {
                writer.WriteNullValue();
            }
            else
            {
                JsonElement.Parse(request.Body.Span, JsonText.Composed).WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
