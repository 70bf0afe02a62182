using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Missive.Lua;

/// <summary>
/// The memory of one Lua state: counts it, refuses what is beyond the limit, and knows where the state's threads are, which
/// Lua tells its allocator alone.
/// </summary>
internal sealed unsafe class LuaMemory : IDisposable
{
    // Blocks that are kept for others of their size do not count against the limit, but there may not be any amount of them:
    // a script could go from size to size.
    private const int ReserveFactor = 2;

    // A limit that is too small for the sandbox itself shall fail by a run's message.
    private const int Baseline = 1 << 20;

    // No script that ends on purpose has so many calls open at once.
    private const int DeepCalls = 10_000;

    // More than lua_Debug has.
    private const int WordsOfRecord = 64;

    private readonly HashSet<nint> _threads = [];
    private readonly BlockStore _blocks = new();
    private readonly long _limit;
    private GCHandle<LuaMemory> _handle;
    private nuint _threadSize;
    private nint _main;

    public LuaMemory(long limit)
    {
        _limit = limit;
        _handle = new GCHandle<LuaMemory>(this);
    }

    /// <summary>What Lua has asked for and not given back, in bytes.</summary>
    public long Used { get; private set; }

    /// <summary>The most that <see cref="Used"/> was since <see cref="StartPeak"/>.</summary>
    public long Peak { get; private set; }

    /// <summary>
    /// Whether allocations beyond the limit are granted: while managed code works on the state, because a refusal would
    /// unwind its frames. What it makes much of, it checks against <see cref="IsFull"/> by itself.
    /// </summary>
    public bool MayExceed { get; set; }

    public bool IsFull => Used > _limit;

    /// <summary>Whether it was amid a recursion without end that memory was refused the last time, as far as the main thread shows.</summary>
    public bool WasRefusedDeep { get; private set; }

    /// <summary>What can still be had within the limit.</summary>
    public long Left => Math.Max(0, _limit - Used);

    /// <summary>What ends the run; it is asked at every allocation.</summary>
    public LuaInterrupt? Interrupt { get; set; }

    /// <summary>The state's threads: the main one and every coroutine that was not collected.</summary>
    public IReadOnlyCollection<nint> Threads => _threads;

    public static delegate* unmanaged[Cdecl]<void*, void*, nuint, nuint, void*> Allocator => &Reallocate;

    /// <summary>What Lua hands to the allocator.</summary>
    public void* Data => (void*)GCHandle<LuaMemory>.ToIntPtr(_handle);

    public void StartPeak() => Peak = Used;

    public void Dispose()
    {
        if (_handle.IsAllocated)
        {
            _handle.Dispose();
            _blocks.Dispose();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* Reallocate(void* data, void* block, nuint oldSize, nuint newSize)
    {
        var memory = GCHandle<LuaMemory>.FromIntPtr((nint)data).Target;
        if (newSize == 0)
        {
            memory.Free(block, oldSize);
            return null;
        }

        return memory.Reallocate(block, oldSize, newSize);
    }

    private void Free(void* block, nuint size)
    {
        if (block is null)
        {
            return;
        }

        if (size == _threadSize)
        {
            _threads.Remove(ThreadIn(block));
        }

        Used -= (long)size;
        _blocks.Free(block, size);
    }

    private void* Reallocate(void* block, nuint oldSize, nuint newSize)
    {
        // Of a new block the old size says what it is for.
        var growth = block is null ? (long)newSize : (long)newSize - (long)oldSize;
        if (growth > 0 && !MayExceed)
        {
            // A script whose every step is a full collection reaches no hook for long.
            Interrupt?.Enforce();
            if (Used + growth > _limit || (_blocks.Reserved - Baseline) / ReserveFactor > _limit)
            {
                WasRefusedDeep = IsDeep();
                return null;
            }
        }

        var result = _blocks.Resize(block, block is null ? 0 : oldSize, newSize);
        if (result is null)
        {
            return null;
        }

        Used += growth;
        Peak = Math.Max(Peak, Used);
        if (block is null && oldSize == (nuint)LuaType.Thread)
        {
            // All have one size, except the first, which the state itself is part of and which is never freed alone.
            _threadSize = _threads.Count == 0 ? 0 : newSize;
            _main = _threads.Count == 0 ? ThreadIn(result) : _main;
            _threads.Add(ThreadIn(result));
        }

        return result;
    }

    private bool IsDeep()
    {
        var record = stackalloc nint[WordsOfRecord];
        return LuaApi.lua_getstack(_main, DeepCalls, record) != 0;
    }

    // Lua promises a word of room for the host in front of each thread; see lua_getextraspace.
    private static nint ThreadIn(void* block) => (nint)block + sizeof(nint);
}
