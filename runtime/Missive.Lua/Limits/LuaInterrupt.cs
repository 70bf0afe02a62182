using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Missive.Lua;

/// <summary>
/// Ends a run from within: a hook that Lua calls every thousand instructions looks at the clock. When the run has to stop,
/// it puts a native function that raises in its own place, to be called before every further instruction of every thread.
/// No <c>pcall</c> outlives that, and no managed frame is unwound by it.
/// </summary>
internal sealed unsafe class LuaInterrupt
{
    private const int Period = 1000;

    // lua_error raises whatever lies on top of the stack, which costs no memory. Others will not do: most look at the
    // stack's bottom, which belongs to the script; the function error even closes variables while hooks are off.
    private const string RaiseName = "lua_error";

    private static readonly Lazy<nint> Raise = new(FindRaise);

    private readonly LuaMemory _memory;
    private volatile int _stop;
    private bool _enforced;
    private RunClock? _clock;

    /// <exception cref="DllNotFoundException">The Lua library is not there, or not whole.</exception>
    public LuaInterrupt(LuaMemory memory)
    {
        if (Raise.Value == 0)
        {
            throw new DllNotFoundException(
                $"The Lua library {LuaApi.Library} is not there, or does not export {RaiseName}, without which no script can be stopped. "
                + "A program that links Lua statically has to import Missive.Lua.Static.targets.");
        }

        _memory = memory;
        memory.Interrupt = this;
    }

    /// <summary>Why the run has to stop.</summary>
    public LuaStop Stop => (LuaStop)_stop;

    /// <summary>Begins to look at a run's clock.</summary>
    public void Start(RunClock clock)
    {
        _clock = clock;
        _stop = (int)LuaStop.None;
        _enforced = false;
        SetHook(&Look, Period);
    }

    /// <summary>Ends looking; coroutines that were stopped can run again.</summary>
    public void End()
    {
        _clock = null;
        SetHook(null, 0);
    }

    /// <summary>Tells the run to stop. Called by any thread; the first reason counts.</summary>
    public void Request(LuaStop reason) => Interlocked.CompareExchange(ref _stop, (int)reason, (int)LuaStop.None);

    /// <summary>If the run has to stop, makes every further instruction raise. Called by the thread that runs Lua.</summary>
    public void Enforce()
    {
        if (_stop != (int)LuaStop.None && !_enforced)
        {
            _enforced = true;
            SetHook((delegate* unmanaged[Cdecl]<nint, nint, void>)Raise.Value, 1);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Look(nint state, nint record) => LuaMachine.Of(state).Interrupt.Look();

    private void Look()
    {
        if (_clock is { } clock && clock.Check() is var stop and not LuaStop.None)
        {
            Request(stop);
        }

        Enforce();
    }

    private void SetHook(delegate* unmanaged[Cdecl]<nint, nint, void> hook, int period)
    {
        foreach (var thread in _memory.Threads)
        {
            LuaApi.lua_sethook(thread, hook, hook is null ? 0 : LuaApi.HookOnCount, period);
        }
    }

    // Linked statically, the program itself exports it; otherwise the library does.
    private static nint FindRaise()
        => NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), RaiseName, out var address)
            || (NativeLibrary.TryLoad(LuaApi.Library, typeof(LuaApi).Assembly, null, out var library)
                && NativeLibrary.TryGetExport(library, RaiseName, out address))
            ? address
            : 0;
}
