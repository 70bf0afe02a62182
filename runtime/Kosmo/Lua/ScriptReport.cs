using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.Output;
using Missive.Codegen;
using Missive.Lua;

namespace Kosmo.Lua;

/// <summary>Prints what came of a script: an envelope for programs, or its output and values for people.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="isJson">Whether to print the envelope.</param>
/// <param name="isForced">Whether permissions were lifted.</param>
internal sealed class ScriptReport(Terminal terminal, bool isJson, bool isForced)
{
    public void Print(LuaRun run)
    {
        if (isJson)
        {
            Json.Print(terminal, writer => WriteEnvelope(writer, run));
        }
        else
        {
            PrintText(run);
        }
    }

    private void PrintText(LuaRun run)
    {
        if (run.Output.Length > 0)
        {
            terminal.WriteForeignLine(run.Output);
        }

        if (run.Result is { } values && values.GetArrayLength() > 0)
        {
            Json.Print(terminal, values);
        }

        if (run.Error is { } error)
        {
            ErrorReport.PrintText(terminal, error.Message, HintOf(error));
        }
    }

    private void WriteEnvelope(Utf8JsonWriter writer, LuaRun run)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", run.Success);
        writer.WriteString("output", run.Output);
        writer.WriteString("error", run.Error?.Message);
        writer.WritePropertyName("result");
        if (run.Result is { } values)
        {
            values.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteNumber("execution_time_ms", Milliseconds(run.ExecutionTime));
        writer.WritePropertyName("memory_usage");
        if (run is { Success: true, MemoryBytes: { } memory })
        {
            writer.WriteNumberValue(memory);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteStartArray("integration_calls");
        foreach (var call in run.Calls)
        {
            Write(writer, call);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("meta");
        writer.WriteBoolean("permission_bypassed", isForced);
        writer.WriteNumber("call_count", run.CallCount);
        writer.WriteBoolean("output_truncated", run.OutputTruncated);
        writer.WriteEndObject();
        if (run.Error is { } error)
        {
            writer.WriteStartObject("details");
            writer.WriteString("code", error.Code ?? "lua");
            writer.WriteString("path", error.Path);
            writer.WriteString("hint", HintOf(error));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, LuaCall call)
    {
        writer.WriteStartObject();
        writer.WriteString("path", call.Path);
        writer.WriteNumber("durationMs", Milliseconds(call.Duration));
        writer.WriteString("status", call.Error is null ? "ok" : "error");
        if (call.Error is not null)
        {
            writer.WriteString("error", call.Error);
        }

        if (call.Tool is { } tool)
        {
            writer.WriteString("name", FunctionTitle.Of(tool.Name));
            writer.WriteString("account", AccountName.Show(call.Account));
        }

        writer.WriteString("group", Configuration.Provider);
        writer.WriteEndObject();
    }

    // Lua knows its limits, but not by which option they are given.
    private static string? HintOf(LuaFailure error) => error.Hint ?? error.Code switch
    {
        LuaFailureCodes.CpuLimit => "Give the script more with --cpu-limit=<seconds>.",
        LuaFailureCodes.MemoryLimit => "Give the script more with --memory-limit=<bytes>, such as 64M; a function that calls itself without end takes whatever there is.",
        LuaFailureCodes.TimeLimit => "Give the run more with --time-limit=<seconds>.",
        _ => null,
    };

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
