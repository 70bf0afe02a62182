using Kosmo.Lua.Worker;

namespace Kosmo.Tests.Lua;

public class ReplStatementTests
{
    [Theory]
    [InlineData("local x = 1", "x = 1")]
    [InlineData("  local a, b = f()", "a, b = f()")]
    [InlineData("local function f() end", "function f() end")]
    [InlineData("local tasks = missive.list_tasks({\nstate = 'open' })", "tasks = missive.list_tasks({\nstate = 'open' })")]
    public void A_variable_that_is_entered_lasts(string entered, string run)
        => Assert.Equal(run, ReplStatement.WithLastingVariables(entered));

    [Theory]
    [InlineData("x = 1 local y = 2")]
    [InlineData("local x")]
    [InlineData("local x <const> = 1")]
    [InlineData("locality = 1")]
    [InlineData("do local x = 1 end")]
    public void Everything_else_is_run_as_it_is(string entered)
        => Assert.Equal(entered, ReplStatement.WithLastingVariables(entered));
}
