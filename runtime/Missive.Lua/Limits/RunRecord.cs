using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Missive.Lua;

/// <summary>What a run has done so far. Written by the thread that runs Lua; the watchdog may read it at any time.</summary>
internal sealed class RunRecord(LuaLimits limits)
{
    // A script that calls a name that does not exist in a loop makes millions.
    private const int MaxCalls = 10_000;

    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly List<LuaCall> _calls = [];
    private int _entries;
    private int _callCount;
    private bool _truncated;

    /// <summary>How much more output is kept.</summary>
    public int OutputLeft => _truncated ? 0 : limits.OutputBytes - _output.WrittenCount;

    public RunClock Clock { get; } = new(limits);

    /// <summary>Adds an entry of output.</summary>
    public void Print(ReadOnlySpan<byte> entry)
    {
        lock (_lock)
        {
            if (_truncated)
            {
                return;
            }

            if (_entries++ > 0)
            {
                _output.Write("\n"u8);
            }

            if (entry.Length > limits.OutputBytes - _output.WrittenCount)
            {
                _truncated = true;
                entry = entry[..Math.Max(0, limits.OutputBytes - _output.WrittenCount)];
            }

            _output.Write(entry);
        }
    }

    public void Add(LuaCall call)
    {
        lock (_lock)
        {
            _callCount++;
            if (_calls.Count < MaxCalls)
            {
                _calls.Add(call);
            }
        }
    }

    /// <summary>The run's envelope.</summary>
    public LuaRun ToRun(LuaFailure? error, JsonElement? result, long? memoryBytes)
    {
        lock (_lock)
        {
            return new LuaRun
            {
                Output = OutputText(),
                OutputTruncated = _truncated,
                Error = error,
                Result = result,
                ExecutionTime = Clock.Elapsed,
                MemoryBytes = memoryBytes,
                Calls = [.. _calls],
                CallCount = _callCount,
            };
        }
    }

    private string OutputText()
    {
        var written = _output.WrittenSpan;
        if (!_truncated)
        {
            return Encoding.UTF8.GetString(written);
        }

        // A character that the cut went through is left out.
        var end = written.Length;
        while (end > 0 && end > written.Length - 4 && Rune.DecodeLastFromUtf8(written[..end], out _, out _) != OperationStatus.Done)
        {
            end--;
        }

        var text = Encoding.UTF8.GetString(written[..end]);
        var separator = text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
        return string.Create(CultureInfo.InvariantCulture, $"{text}{separator}[output cut: more than {limits.OutputBytes} bytes]");
    }
}
