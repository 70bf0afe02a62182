using System.Text.Json;
using Kosmo.Output;
using Missive.Codegen.Runtime;
using Missive.Tools;

namespace Kosmo.Calls;

/// <summary>Why a call failed: in words, and in parts for programs.</summary>
/// <param name="error">The error.</param>
internal sealed class CallFailure(Exception error)
{
    /// <summary>What happened, and what to do next.</summary>
    public string Message => Refusal?.Reason ?? error.Message;

    /// <summary>What is wrong with the arguments; null when they were not refused.</summary>
    public ToolValidationException? Refusal => error as ToolValidationException;

    /// <summary>The arguments with every problem corrected; null when that cannot be derived.</summary>
    public JsonElement? CorrectedArguments => Refusal?.CorrectedArguments;

    /// <summary>A line to read or paste next; null for none.</summary>
    public string? Hint => (error as KosmoException)?.Hint;

    /// <summary>The kind of error, as a stable word.</summary>
    public string Code => error switch
    {
        KosmoException known => known.Code,
        ToolValidationException => "invalid_arguments",
        MissiveAuthenticationException => "authentication",
        MissiveNotFoundException => "not_found",
        MissivePermissionException => "forbidden",
        MissiveRateLimitException => "rate_limit",
        MissiveApiException => "api",
        MissiveTransportException => "transport",
        MissiveNotOfferedException => "not_offered",
        _ => "failed",
    };

    /// <summary>Writes the parts, as one object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="correctedCommand">The corrected call as a command line; null for none.</param>
    /// <param name="hint">What to do next; null for nothing in particular.</param>
    public void WriteDetails(Utf8JsonWriter writer, string? correctedCommand, string? hint)
    {
        writer.WriteStartObject();
        writer.WriteString("code", Code);
        switch (error)
        {
            case ToolValidationException refused:
                WriteProblems(writer, refused);
                break;
            case MissiveApiException api:
                writer.WriteNumber("status", api.Status);
                writer.WriteString("method", api.Method);
                writer.WriteString("path", api.Path);
                writer.WriteString("api_message", api.ApiMessage);
                writer.WriteBoolean("may_have_been_carried_out", api.MayHaveBeenCarriedOut);
                break;
            case MissiveTransportException transport:
                writer.WriteString("method", transport.Method);
                writer.WriteString("path", transport.Path);
                writer.WriteBoolean("may_have_been_carried_out", transport.MayHaveBeenCarriedOut);
                break;
        }

        if (correctedCommand is not null)
        {
            writer.WritePropertyName("corrected_arguments");
            CorrectedArguments!.Value.WriteTo(writer);
            writer.WriteString("corrected_command", correctedCommand);
        }

        if (hint is not null)
        {
            writer.WriteString("hint", hint);
        }

        writer.WriteEndObject();
    }

    private static void WriteProblems(Utf8JsonWriter writer, ToolValidationException refused)
    {
        writer.WriteStartArray("problems");
        foreach (var problem in refused.Errors)
        {
            writer.WriteStartObject();
            writer.WriteString("code", problem.Code);
            writer.WriteString("path", problem.Path);
            writer.WriteString("message", problem.Message);
            writer.WriteString("expected", problem.Expected);
            writer.WriteString("got", problem.Got);
            writer.WriteString("suggestion", problem.Suggestion);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
