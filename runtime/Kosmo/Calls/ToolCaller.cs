using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.CommandLine;
using Kosmo.Output;
using Kosmo.Permissions;
using Missive.Codegen.Runtime;
using Missive.Lua;
using Missive.Tools;

namespace Kosmo.Calls;

/// <summary>
/// Carries calls out, whether they come from the command line or from Lua: finds the account, validates, asks for
/// permission where it has to, and sends. Keeps the accounts open until it is disposed.
/// </summary>
internal sealed class ToolCaller(Session session, PermissionGate gate) : ILuaToolCaller, IDisposable
{
    private readonly Dictionary<string, MissiveAccount> _open = new(StringComparer.Ordinal);

    /// <summary>Whether permissions are lifted for this run.</summary>
    public bool IsForced => gate.IsForced;

    /// <summary>Calls a function.</summary>
    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its arguments, an object.</param>
    /// <param name="account">The account; null or <c>default</c> for the default one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="KosmoException">The integration is disabled, the account is not configured, or the call is not allowed.</exception>
    /// <exception cref="ToolValidationException">The arguments are refused; nothing was sent.</exception>
    /// <exception cref="MissiveException">The call failed.</exception>
    public async ValueTask<ToolAnswer> CallAsync(ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
    {
        account = AccountName.Parse(account);
        var opened = await OpenAsync(account, cancellationToken).ConfigureAwait(false);
        ToolValidator.ThrowIfInvalid(tool, arguments, opened.Invoker.ValidationOptions);
        await gate.EnsureAllowedAsync(tool, arguments, account, cancellationToken).ConfigureAwait(false);
        return await opened.Invoker.InvokeAsync(tool, arguments, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<ToolValidationOptions> GetValidationOptionsAsync(string? account, CancellationToken cancellationToken)
    {
        try
        {
            return (await OpenAsync(AccountName.Parse(account), cancellationToken).ConfigureAwait(false)).Invoker.ValidationOptions;
        }
        catch (KosmoException)
        {
            // The call itself will say why.
            return ToolValidationOptions.Default;
        }
    }

    /// <summary>Finds out what a call would send, and changes nothing.</summary>
    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its arguments, an object.</param>
    /// <param name="account">The account; null or <c>default</c> for the default one.</param>
    /// <param name="cancellationToken">Ends the look-ups.</param>
    /// <returns>The requests.</returns>
    /// <exception cref="KosmoException">As for a call. A rehearsal only reads, so that the permission to read is enough.</exception>
    /// <exception cref="ToolValidationException">The arguments are refused.</exception>
    /// <exception cref="MissiveException">A look-up failed.</exception>
    public async ValueTask<MissiveRehearsal> RehearseAsync(
        ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(AccountName.Parse(account), cancellationToken).ConfigureAwait(false);
        ToolValidator.ThrowIfInvalid(tool, arguments, opened.Invoker.ValidationOptions);
        gate.EnsureRehearsalAllowed();
        return await opened.RehearseAsync(tool, arguments, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds out whether a call could be made, up to its arguments.</summary>
    /// <param name="account">The account; null or <c>default</c> for the default one.</param>
    /// <param name="cancellationToken">Ends the start of the stand-in, if it has to be started.</param>
    /// <exception cref="KosmoException">The integration is disabled, or the account is not configured.</exception>
    public async ValueTask EnsureReadyAsync(string? account, CancellationToken cancellationToken)
        => await OpenAsync(AccountName.Parse(account), cancellationToken).ConfigureAwait(false);

    public void Dispose()
    {
        foreach (var account in _open.Values)
        {
            account.Dispose();
        }

        _open.Clear();
    }

    private async ValueTask<MissiveAccount> OpenAsync(string? account, CancellationToken cancellationToken)
    {
        var key = AccountName.Show(account);
        if (_open.TryGetValue(key, out var known))
        {
            return known;
        }

        if (!session.IsEnabled)
        {
            throw Disabled();
        }

        var options = await session.Accounts.GetOptionsAsync(account, cancellationToken).ConfigureAwait(false);
        return _open[key] = MissiveAccount.Create(options);
    }

    private KosmoException Disabled() => session.Configuration.IsEnabled
        ? new KosmoException("disabled", $"Integration 'missive' is installed but not active: the project's file {session.Project.FilePath} disables it.", "kosmo integrations:configure missive --enable --project")
        : new KosmoException(
            "disabled",
            "Integration 'missive' is installed but not active. Enable it first.",
            "kosmo integrations:configure missive --enable");
}
