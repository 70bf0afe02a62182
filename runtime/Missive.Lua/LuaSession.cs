using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Missive.Lua;

/// <summary>
/// A Lua state in which scripts run, one after the other; what one leaves behind, the next finds. One thread at a time may
/// use it.
/// </summary>
public sealed class LuaSession : IDisposable
{
    private readonly LuaMachine _machine;
    private int _isRunning;
    private bool _isDisposed;

    /// <summary>Makes a state.</summary>
    /// <param name="host">What scripts can reach.</param>
    /// <param name="limits">What each run may use.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The host's binding fails.</exception>
    public LuaSession(LuaHost host, LuaLimits limits)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(limits);
        if (limits.FindFault() is { } fault)
        {
            throw new ArgumentOutOfRangeException(nameof(limits), fault);
        }

        _machine = new LuaMachine(host, limits);
        try
        {
            SandboxBuilder.Build(_machine);
        }
        catch
        {
            _machine.Dispose();
            throw;
        }

        _machine.Memory.MayExceed = false;
    }

    /// <summary>
    /// Raised, on the watchdog's thread, when a run does not end although its time is over: native code of Lua's own, such as
    /// a pathological <c>string.find</c>, cannot be interrupted, and neither can a caller that ignores its token. The argument
    /// is the run's envelope so far. The process should write it and end, or the worker be replaced.
    /// </summary>
    public event Action<LuaRun>? Unresponsive;

    /// <summary>Runs a chunk.</summary>
    /// <param name="code">The chunk's text.</param>
    /// <param name="chunkName">How messages name it: <c>workflow.lua</c> makes <c>workflow.lua:1: …</c>.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>What came of it. Errors of the script and limits are part of that, and never thrown.</returns>
    /// <exception cref="InvalidOperationException">The session runs another chunk.</exception>
    public LuaRun Run(string code, string chunkName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentException.ThrowIfNullOrEmpty(chunkName);
        Enter();
        var context = SynchronizationContext.Current;
        try
        {
            // Calls are waited for on this thread, so nothing that they await may want to come back to it.
            SynchronizationContext.SetSynchronizationContext(null);
            return Run(Encoding.UTF8.GetBytes(WithoutShebang(code)), chunkName, cancellationToken);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
            Leave();
        }
    }

    /// <summary>Whether a chunk is the beginning of one: what was typed so far, when more lines are to come.</summary>
    /// <param name="code">The text.</param>
    /// <returns>True when it is not valid, but could become so by what follows.</returns>
    public bool IsIncomplete(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        Enter();
        try
        {
            // Lua's message names the place where it stopped, and at the end there is nothing to name.
            var isIncomplete = !_machine.TryLoad(Encoding.UTF8.GetBytes(WithoutShebang(code)), "incomplete")
                && _machine.Stack.String(-1).EndsWith("<eof>", StringComparison.Ordinal);
            _machine.Stack.SetTop(0);
            return isIncomplete;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Completes what was typed.</summary>
    /// <param name="text">The text up to the cursor.</param>
    /// <returns>What the word at the text's end may become, in ordinal order: <c>app.integrations.missive.li</c> gives <c>list_contacts</c> and so on.</returns>
    public ImmutableArray<string> Complete(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Enter();
        _machine.Memory.MayExceed = true;
        try
        {
            return Completion.Find(_machine.Stack, text);
        }
        finally
        {
            _machine.Memory.MayExceed = false;
            Leave();
        }
    }

    /// <summary>Frees the state. One that is still running, because it could not be interrupted, is left alone.</summary>
    public void Dispose()
    {
        if (!_isDisposed && Interlocked.Exchange(ref _isRunning, 1) == 0)
        {
            _isDisposed = true;
            _machine.Dispose();
        }
    }

    // The first line of a script may name its interpreter; the others keep their numbers.
    private static string WithoutShebang(string code)
        => code.StartsWith('#') ? code.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? code[end..] : "" : code;

    private void Enter()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Interlocked.Exchange(ref _isRunning, 1) != 0)
        {
            throw new InvalidOperationException("The session runs another chunk. Wait for it, or make another session.");
        }
    }

    private void Leave() => Volatile.Write(ref _isRunning, 0);

    private LuaRun Run(byte[] code, string chunkName, CancellationToken cancellationToken)
    {
        var record = new RunRecord(_machine.Limits);
        var watched = new WatchedRun(
            record.Clock,
            _machine.Interrupt,
            _machine.Limits.Grace,
            stop => Unresponsive?.Invoke(record.ToRun(Describe(stop), null, null)),
            cancellationToken);
        _machine.Run = record;
        _machine.RunToken = watched.Calls;
        _machine.Memory.StartPeak();
        _machine.Interrupt.Start(record.Clock);
        Watchdog.Add(watched);
        try
        {
            using var registration = cancellationToken.UnsafeRegister(static machine =>
            {
                ((LuaMachine)machine!).Interrupt.Request(LuaStop.Cancelled);
                Watchdog.Wake();
            }, _machine);
            return Run(code, chunkName, record);
        }
        finally
        {
            Watchdog.Remove(watched);
            _machine.Run = null;
            _machine.RunToken = default;
            _machine.LastAnswer = null;
        }
    }

    private LuaRun Run(byte[] code, string chunkName, RunRecord record)
    {
        var stack = _machine.Stack;
        var isLoaded = _machine.TryLoad(code, chunkName);
        var status = isLoaded ? _machine.Call(0, LuaApi.MultipleResults) : -1;
        var stop = _machine.Interrupt.Stop;
        _machine.Interrupt.End();
        _machine.Memory.MayExceed = true;
        try
        {
            var (result, failure) = Describe(stop) is { } stopped ? (null, stopped)
                : status == LuaApi.Ok ? ReadResults(stack)
                : (null, Describe(isLoaded, status));
            return record.ToRun(failure, result, _machine.Memory.Peak);
        }
        finally
        {
            stack.SetTop(0);
            if (_machine.Memory.IsFull || status != LuaApi.Ok)
            {
                LuaApi.lua_gc(stack.State, LuaApi.GcCollect);
            }

            _machine.Memory.MayExceed = false;
        }
    }

    private (JsonElement? Result, LuaFailure? Failure) ReadResults(LuaStack stack)
    {
        try
        {
            var json = _machine.Writer.WriteAll(stack, 1, LuaToJson.LargestDocument);
            return (JsonElement.Parse(json, new() { MaxDepth = LuaToJson.MaxDepth + 1 }), null);
        }
        catch (LuaException)
        {
            return (null, new LuaFailure($"The values that the script returns have more than {LuaToJson.LargestDocument} bytes of JSON.", LuaFailureCodes.JsonLimit, Hint: "Return less, or print it."));
        }
    }

    private LuaFailure Describe(bool isLoaded, int status)
    {
        var failure = ErrorValue.Describe(_machine, -1);
        if (status == LuaApi.ErrorOfMemory || failure.Code == LuaFailureCodes.MemoryLimit)
        {
            var hint = status == LuaApi.ErrorOfMemory && _machine.Memory.WasRefusedDeep ? "Thousands of calls were open: a function calls itself without end." : null;
            return new LuaFailure(
                string.Create(CultureInfo.InvariantCulture, $"Memory limit exceeded: not enough memory ({_machine.Limits.MemoryBytes} bytes).{(hint is null ? "" : " ")}{hint}"),
                LuaFailureCodes.MemoryLimit,
                Hint: hint);
        }

        return isLoaded ? failure : failure with { Code = LuaFailureCodes.Syntax };
    }

    private LuaFailure? Describe(LuaStop stop) => stop switch
    {
        LuaStop.Cpu => new LuaFailure(
            string.Create(CultureInfo.InvariantCulture, $"CPU time limit exceeded ({_machine.Limits.Cpu.TotalSeconds} s)."), LuaFailureCodes.CpuLimit),
        LuaStop.WallClock => new LuaFailure(
            string.Create(CultureInfo.InvariantCulture, $"Time limit exceeded ({_machine.Limits.WallClock.TotalSeconds} s, calls included)."), LuaFailureCodes.TimeLimit),
        LuaStop.Cancelled => new LuaFailure("The run was cancelled.", LuaFailureCodes.Cancelled),
        _ => null,
    };
}
