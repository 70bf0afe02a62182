using System.Text.Json;
using Kosmo.Accounts;
using Kosmo.Output;
using Missive.Codegen.Runtime;

namespace Kosmo.Permissions;

/// <summary>Lets calls pass, asks, or refuses. What a function does is the manifest's word, never a guess from its name.</summary>
/// <param name="terminal">Where to ask.</param>
/// <param name="policy">What is allowed.</param>
/// <param name="isForced">Whether ask and deny are lifted for this run.</param>
/// <param name="isEmulated">Whether nothing real is touched: then nobody is told to change what holds for real accounts.</param>
internal sealed class PermissionGate(Terminal terminal, PermissionPolicy policy, bool isForced, bool isEmulated)
{
    private readonly HashSet<ToolOperation> _allowedFromNowOn = [];

    public bool IsForced => isForced;

    /// <summary>Refuses a call that is not allowed.</summary>
    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its arguments, validated: they are shown to whoever is asked.</param>
    /// <param name="account">The account; null for the default one.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="KosmoException">The call is not allowed.</exception>
    public ValueTask EnsureAllowedAsync(ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
        => isForced ? ValueTask.CompletedTask : policy.For(tool.Operation) switch
        {
            Permission.Allow => ValueTask.CompletedTask,
            Permission.Ask => AskAsync(tool, arguments, account, cancellationToken),
            _ => throw Denied(tool.Operation),
        };

    /// <summary>Refuses a rehearsal that is not allowed. It only reads, so that it counts as a read.</summary>
    /// <exception cref="KosmoException">Reads are not allowed.</exception>
    public void EnsureRehearsalAllowed()
    {
        if (!isForced && policy.Read != Permission.Allow)
        {
            throw policy.Read == Permission.Ask ? NeedsApproval(ToolOperation.Read) : Denied(ToolOperation.Read);
        }
    }

    private async ValueTask AskAsync(ToolDefinition tool, JsonElement arguments, string? account, CancellationToken cancellationToken)
    {
        if (_allowedFromNowOn.Contains(tool.Operation))
        {
            return;
        }

        if (!terminal.CanAsk)
        {
            throw NeedsApproval(tool.Operation);
        }

        switch (await PermissionQuestion.AskAsync(terminal, tool, arguments, account, cancellationToken).ConfigureAwait(false))
        {
            case PermissionAnswer.Yes:
                return;
            case PermissionAnswer.All:
                _allowedFromNowOn.Add(tool.Operation);
                return;
            default:
                throw new KosmoException("permission", $"{Configuration.Provider}.{tool.Name} was not approved; nothing was sent.");
        }
    }

    private KosmoException NeedsApproval(ToolOperation operation) => Refused(operation, "requires approval, and there is no terminal to ask on");

    private KosmoException Denied(ToolOperation operation) => Refused(operation, "access denied");

    private KosmoException Refused(ToolOperation operation, string reason)
    {
        var word = Configuration.KeyOf(operation);
        if (isEmulated)
        {
            return new KosmoException("permission", $"Integration 'missive' {word} {reason}. Lift it for this run with --force: the stand-in is not your account.");
        }

        var line = $"kosmo integrations:configure missive --{word} allow";
        return policy.FileThatRestricts(operation) is { } file
            ? new KosmoException(
                "permission",
                $"Integration 'missive' {word} {reason}. The project's file {file} says so, whatever your own settings allow. Lift it there with the line below, or for one run with --force.",
                $"{line} --project")
            : new KosmoException(
                "permission",
                $"Integration 'missive' {word} {reason}. Allow it for good with the line below, or for one run with --force.",
                line);
    }
}
