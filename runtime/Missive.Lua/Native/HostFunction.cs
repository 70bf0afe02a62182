namespace Missive.Lua;

/// <summary>The way from Lua into managed code, and back without unwinding anything.</summary>
internal static class HostFunction
{
    /// <summary>
    /// Runs managed code that Lua called. What it throws is never seen by Lua: the results are then <c>false</c> and the
    /// message, and it is Lua that raises. <see cref="LuaMachine.Failures"/> keeps the failure's code, path and hint.
    /// </summary>
    /// <param name="state">The calling thread.</param>
    /// <param name="body">Reads the arguments, pushes results, and returns their number.</param>
    public static int Run(nint state, Func<LuaMachine, LuaStack, int> body)
    {
        var machine = LuaMachine.Of(state);
        var stack = new LuaStack(state);
        var mayExceed = machine.Memory.MayExceed;
        machine.Memory.MayExceed = true;
        try
        {
            return body(machine, stack);
        }
        catch (LuaException exception)
        {
            return Fail(machine, stack, exception.Failure);
        }
        catch (OutOfMemoryException)
        {
            return Fail(machine, stack, LuaException.OutOfMemory().Failure);
        }
        catch (Exception exception)
        {
            // Messages that were not written for scripts may hold what they must not see.
            return Fail(machine, stack, new LuaFailure($"the host failed: {exception.GetType().Name}", LuaFailureCodes.HostError));
        }
        finally
        {
            machine.Memory.MayExceed = mayExceed;

            // A call may have been waited for until the run's end.
            machine.Interrupt.Enforce();
        }
    }

    private static int Fail(LuaMachine machine, LuaStack stack, LuaFailure failure)
    {
        machine.Failures.Add(failure);
        stack.SetTop(0);
        stack.TryReserve(2);
        stack.Push(false);
        stack.Push(failure.Message);
        return 2;
    }
}
