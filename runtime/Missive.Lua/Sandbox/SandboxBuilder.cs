using System.Text;

namespace Missive.Lua;

/// <summary>Makes the environment of scripts in a new Lua state.</summary>
internal static unsafe class SandboxBuilder
{
    private static readonly Lazy<byte[]> Sandbox = new(ReadSandbox);

    public static void Build(LuaMachine machine)
    {
        var stack = machine.Stack;
        stack.TryReserve(32);
        TableMarks.Initialize(stack);
        KeyCache.Initialize(stack);
        OpenLibraries(stack);
        Load(machine, Sandbox.Value, "sandbox");
        PushHost(machine);
        Call(machine, 1, 1);

        // What the sandbox returned is what the binding takes.
        Load(machine, Encoding.UTF8.GetBytes(machine.Host.Binding), "binding");
        LuaApi.lua_rotate(stack.State, -2, 1);
        Call(machine, 1, 0);
    }

    private static void OpenLibraries(LuaStack stack)
    {
        LuaApi.luaopen_base(stack.State);
        var globals = stack.Top;
        LuaApi.luaopen_string(stack.State);
        stack.SetField(globals, "string");
        LuaApi.luaopen_table(stack.State);
        stack.SetField(globals, "table");
        LuaApi.luaopen_math(stack.State);
        stack.SetField(globals, "math");
        LuaApi.luaopen_utf8(stack.State);
        stack.SetField(globals, "utf8");
        LuaApi.luaopen_coroutine(stack.State);
        stack.SetField(globals, "coroutine");
        stack.Pop();
    }

    private static void PushHost(LuaMachine machine)
    {
        var stack = machine.Stack;
        stack.PushTable(0, 8);
        var host = stack.Top;
        OutputFunctions.AddTo(stack, host);
        CallFunctions.AddTo(stack, host);
        AddLibrary(stack, host, "json", JsonFunctions.AddTo);
        AddLibrary(stack, host, "regex", PatternFunctions.AddTo);
        AddLibrary(stack, host, "time", TimeFunctions.AddTo);
        if (machine.Host.Documentation is not null)
        {
            AddLibrary(stack, host, "docs", DocumentationFunctions.AddTo);
        }

        stack.Push(Random.Shared.NextInt64());
        stack.SetField(host, "seed");
        stack.PushTable(machine.Host.Accounts.Length, 0);
        for (var i = 0; i < machine.Host.Accounts.Length; i++)
        {
            stack.Push(machine.Host.Accounts[i]);
            stack.SetItem(-2, i + 1);
        }

        stack.SetField(host, "accounts");
    }

    private static void AddLibrary(LuaStack stack, int host, string name, Action<LuaStack, int> add)
    {
        stack.PushTable(0, 8);
        add(stack, stack.Top);
        stack.SetField(host, name);
    }

    private static void Load(LuaMachine machine, ReadOnlySpan<byte> code, string name)
    {
        if (!machine.TryLoad(code, name))
        {
            throw Broken(machine, name);
        }
    }

    private static void Call(LuaMachine machine, int arguments, int results)
    {
        if (machine.Call(arguments, results) != LuaApi.Ok)
        {
            throw Broken(machine, "binding");
        }
    }

    private static InvalidOperationException Broken(LuaMachine machine, string name)
        => new($"The Lua {name} fails: {Encoding.UTF8.GetString(ScalarText.Of(machine.Stack, -1))}");

    private static byte[] ReadSandbox()
    {
        using var stream = typeof(SandboxBuilder).Assembly.GetManifestResourceStream("sandbox.lua")!;
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }
}
