using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Missive.Lua;

/// <summary>One Lua state, and what managed functions need to know when Lua calls them.</summary>
internal sealed unsafe class LuaMachine : IDisposable
{
    // What managed code pushes at most before it checks again.
    private const int SlotsPerValue = 16;

    private GCHandle<LuaMachine> _handle;

    public LuaMachine(LuaHost host, LuaLimits limits)
    {
        Host = host;
        Limits = limits;
        Memory = new LuaMemory(limits.MemoryBytes) { MayExceed = true };
        try
        {
            Interrupt = new LuaInterrupt(Memory);
            Reader = new JsonToLua(this);
            Targets = new CallTargets(host.Registry);
            var state = LuaApi.lua_newstate(LuaMemory.Allocator, Memory.Data);
            if (state == 0)
            {
                throw new InsufficientMemoryException("There is no memory for a Lua state.");
            }

            Stack = new LuaStack(state);
            _handle = new GCHandle<LuaMachine>(this);
            *Extra(state) = GCHandle<LuaMachine>.ToIntPtr(_handle);
        }
        catch
        {
            // Its handle would keep it for ever.
            Memory.Dispose();
            throw;
        }
    }

    public LuaHost Host { get; }

    public LuaLimits Limits { get; }

    public LuaMemory Memory { get; }

    public LuaInterrupt Interrupt { get; }

    /// <summary>The stack of the main thread.</summary>
    public LuaStack Stack { get; }

    /// <summary>The run at hand; null between runs.</summary>
    public RunRecord? Run { get; set; }

    /// <summary>Cancelled when the run at hand is to end.</summary>
    public CancellationToken RunToken { get; set; }

    /// <summary>What the last call of the run was answered, for messages about fields that are not there.</summary>
    public LastAnswer? LastAnswer { get; set; }

    /// <summary>Writes values as JSON. No managed function that Lua calls is called within another, so one serves all.</summary>
    public LuaToJson Writer { get; } = new();

    /// <summary>Makes values of JSON.</summary>
    public JsonToLua Reader { get; }

    /// <summary>Shows values.</summary>
    public TableText Text { get; } = new();

    /// <summary>What the binding's functions call.</summary>
    public CallTargets Targets { get; }

    /// <summary>The patterns in use.</summary>
    public PatternCache Patterns { get; } = new();

    /// <summary>Collects bytes.</summary>
    public ArrayBufferWriter<byte> Buffer { get; } = new();

    /// <summary>The failures that scripts were given.</summary>
    public FailureMemory Failures { get; } = new();

    /// <summary>The machine that a thread belongs to.</summary>
    public static LuaMachine Of(nint state) => GCHandle<LuaMachine>.FromIntPtr(*Extra(state)).Target;

    /// <summary>Compiles text. Pushes the function, or the error's message and returns false.</summary>
    public bool TryLoad(ReadOnlySpan<byte> code, string name)
    {
        // A name without a mark would be shown as source text.
        var marked = name is ['=' or '@', ..] ? name : $"={name}";
        fixed (byte* start = code, chunk = Encoding.UTF8.GetBytes($"{marked}\0"), mode = "t\0"u8)
        {
            return LuaApi.luaL_loadbufferx(Stack.State, start, (nuint)code.Length, chunk, mode) == LuaApi.Ok;
        }
    }

    /// <summary>Calls the function below its arguments. Pushes what it returns, or the error's value.</summary>
    /// <returns>Lua's status.</returns>
    public int Call(int arguments, int results) => LuaApi.lua_pcallk(Stack.State, arguments, results, 0, 0, 0);

    /// <summary>For managed code that makes many values: whether it may go on.</summary>
    /// <exception cref="LuaException">The run is to end, or the memory's limit is reached.</exception>
    public void Check(LuaStack stack)
    {
        if (Interrupt.Stop != LuaStop.None)
        {
            // Lua's next instruction raises, so nobody gets to see this.
            throw new LuaException("the run is over");
        }

        if (Memory.IsFull)
        {
            LuaApi.lua_gc(stack.State, LuaApi.GcCollect);
        }

        if (Memory.IsFull || !stack.TryReserve(SlotsPerValue))
        {
            throw LuaException.OutOfMemory();
        }
    }

    public void Dispose()
    {
        if (!_handle.IsAllocated)
        {
            return;
        }

        // Nothing is run by this: no finalizer can be set, and nothing waits to be closed.
        Memory.MayExceed = true;
        LuaApi.lua_close(Stack.State);
        Memory.Dispose();
        _handle.Dispose();
    }

    // The word in front of a thread belongs to the host; new threads copy that of the main one.
    private static nint* Extra(nint state) => (nint*)state - 1;
}
