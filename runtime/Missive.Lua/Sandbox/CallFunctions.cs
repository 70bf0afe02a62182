using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>Calls of tools, and what names get that are none.</summary>
internal static unsafe class CallFunctions
{
    // How much of a name that is none is shown.
    private const int ShownPath = 200;

    // How much JSON of values is looked at that no function takes.
    private const int LargestShown = 10_000;

    /// <summary>How arguments are read.</summary>
    public static JsonDocumentOptions ParseOptions { get; } = new() { MaxDepth = LuaToJson.MaxDepth };

    public static void AddTo(LuaStack stack, int table)
    {
        stack.PushFunction(&Invoke);
        stack.SetField(table, "invoke");
        stack.PushFunction(&Unknown);
        stack.SetField(table, "unknown");
        stack.PushFunction(&CheckList);
        stack.SetField(table, "check_list");
        stack.PushFunction(&UnknownMember);
        stack.SetField(table, "unknown_member");
        stack.PushFunction(&Misused);
        stack.SetField(table, "misused");
        stack.PushFunction(&Failure);
        stack.SetField(table, "failure");
    }

    // Name, arguments, account, path.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Invoke(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        var target = machine.Targets.Of(stack);
        var (tool, account, path) = target;
        var clock = machine.Run!.Clock;
        var duration = TimeSpan.Zero;
        JsonElement arguments = default;
        ToolAnswer answer;
        try
        {
            arguments = ArgumentsOf(machine, stack, tool);
            clock.EnterCall();
            try
            {
                answer = Wait(machine.Host.Caller.CallAsync(tool, arguments, account, machine.RunToken));
            }
            finally
            {
                duration = clock.LeaveCall();
            }
        }
        catch (Exception exception)
        {
            var failure = new FailureDescription(machine.Host, target).Of(exception, arguments);
            machine.Run.Add(new LuaCall { Path = path, Account = account, Duration = duration, Error = failure.Message, Tool = tool });
            throw new LuaException(failure);
        }

        machine.Run.Add(new LuaCall { Path = path, Account = account, Duration = duration, Tool = tool });
        stack.SetTop(0);
        stack.Push(true);
        machine.Reader.Push(stack, answer);
        machine.LastAnswer = new LastAnswer(tool, answer, stack.Identity(2));
        return 2;
    });

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unknown(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        var path = Excerpt.Of(stack.Text(1), ShownPath);
        var failure = new UnknownName(machine.Host).Describe(path);
        machine.Run!.Add(new LuaCall { Path = CallPath.WithoutApp(path), Error = failure.Message });
        throw new LuaException(failure);
    });

    // A table with fields and without items, which is to be gone through as a list.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckList(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        if (machine.LastAnswer is { } last && last.IsAt(stack, 1))
        {
            throw new LuaException(last.DescribeAsNoList());
        }

        stack.Push(true);
        return 1;
    });

    // Library, name, and the library's table.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int UnknownMember(nint state) => HostFunction.Run(state, static (_, stack) =>
    {
        var name = stack.Type(2) == LuaType.String ? Excerpt.Of(stack.Text(2), ShownPath) : ScalarText.NameOf(stack.Type(2));
        throw new LuaException(UnknownName.InLibrary(stack.String(1), name, Completion.Names(stack, 3, "")));
    });

    // Name, what is wrong, account, path, and the values that the function was called with.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Misused(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        var target = machine.Targets.Of(stack);
        var call = new MisusedCall(target, ValuesOf(machine, stack, 5), stack.Top - 4, ValidationOptionsOf(machine, target.Account));
        var failure = stack.String(2) switch
        {
            "colon" => call.WithColon(),
            "table" => call.BesideTable(),
            _ => call.TooMany(),
        };
        machine.Run!.Add(new LuaCall { Path = target.Path, Account = target.Account, Error = failure.Message, Tool = target.Tool });
        throw new LuaException(failure);
    });

    // A message, and the name of what is asked about it.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Failure(nint state) => HostFunction.Run(state, static (machine, stack) =>
    {
        var failure = machine.Failures.Find(stack.String(1));
        stack.Push(stack.String(2) switch
        {
            "code" => failure.Code,
            "path" => failure.Path,

            // Other languages' errors have one; that of a text is the text itself, when it is an error at all.
            "message" => failure is { Code: null, Path: null, Hint: null } ? null : failure.Message,
            _ => failure.Hint ?? LuaAdvice.Explain(machine, failure.Message),
        });
        return 1;
    });

    private static JsonElement[]? ValuesOf(LuaMachine machine, LuaStack stack, int first)
    {
        try
        {
            var json = new List<JsonElement>();
            for (var index = first; index <= stack.Top; index++)
            {
                json.Add(JsonElement.Parse(machine.Writer.Write(stack, index, indented: false, LargestShown), ParseOptions));
            }

            return [.. json];
        }
        catch (LuaException)
        {
            // They could not be passed, and need not be shown.
            return null;
        }
    }

    private static JsonElement ArgumentsOf(LuaMachine machine, LuaStack stack, ToolDefinition tool)
    {
        try
        {
            // No arguments are an object without fields, which Lua cannot tell from a list without items.
            var json = machine.Writer.Write(stack, 2, indented: false, LuaToJson.LargestDocument);
            return JsonElement.Parse(json.SequenceEqual("[]"u8) ? "{}"u8 : json, ParseOptions);
        }
        catch (LuaException exception) when (exception.Failure.Code == LuaFailureCodes.NoJson)
        {
            throw new LuaException(exception.Failure with { Message = $"{tool.Name}: {exception.Message}", Code = ToolValidationCodes.WrongType });
        }
        catch (LuaException exception) when (exception.Failure.Code == LuaFailureCodes.MemoryLimit)
        {
            throw new LuaException(new LuaFailure(
                $"{tool.Name}: the arguments have more than {LuaToJson.LargestDocument} bytes of JSON.", LuaFailureCodes.JsonLimit, Hint: "Send less at once."));
        }
    }

    private static ToolValidationOptions ValidationOptionsOf(LuaMachine machine, string? account)
    {
        machine.Run!.Clock.EnterCall();
        try
        {
            return Wait(machine.Host.Caller.GetValidationOptionsAsync(account, machine.RunToken));
        }
        finally
        {
            machine.Run.Clock.LeaveCall();
        }
    }

    // The script has nothing else to do until the answer is there.
    private static T Wait<T>(ValueTask<T> call)
        => call.IsCompletedSuccessfully ? call.Result : call.AsTask().GetAwaiter().GetResult();
}
