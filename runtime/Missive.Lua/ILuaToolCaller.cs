using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Lua;

/// <summary>Carries out the calls that scripts make. Permissions are its business.</summary>
public interface ILuaToolCaller
{
    /// <summary>Calls a tool.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="arguments">The arguments, an object, not validated.</param>
    /// <param name="account">A named account; null for the default one.</param>
    /// <param name="cancellationToken">Ends the call, when the run is cancelled or out of time.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ToolValidationException">The arguments are refused; the script receives the message as it is.</exception>
    /// <remarks>What the script receives of other exceptions, <see cref="LuaHost.DescribeError"/> says.</remarks>
    ValueTask<ToolAnswer> CallAsync(ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken);

    /// <summary>How strictly an account's calls are validated: used to propose a corrected call when the script used invalid call syntax.</summary>
    /// <param name="account">A named account; null for the default one.</param>
    /// <param name="cancellationToken">Ends the look, when the run is cancelled or out of time.</param>
    /// <returns>The account's options; the default ones unless said otherwise, and of an account that cannot be used.</returns>
    ValueTask<ToolValidationOptions> GetValidationOptionsAsync(string? account, CancellationToken cancellationToken)
        => ValueTask.FromResult(ToolValidationOptions.Default);
}
