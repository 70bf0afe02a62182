using Kosmo.CommandLine;
using Kosmo.Output;
using Missive.Tools;

namespace Kosmo.Accounts;

/// <summary>What an account lacks, and what to do next.</summary>
/// <param name="Account">The account; null for the default one.</param>
/// <param name="IsActive">Whether functions can be called with it.</param>
/// <param name="MissingCredentials">The keys of the credentials that it lacks.</param>
/// <param name="Problem">What else keeps it from being used; null for nothing.</param>
/// <param name="NextCommands">The command lines that lead on.</param>
internal sealed record Examination(
    string? Account, bool IsActive, IReadOnlyList<string> MissingCredentials, string? Problem, IReadOnlyList<string> NextCommands)
{
    /// <summary>Examines an account without sending anything.</summary>
    public static async ValueTask<Examination> OfAsync(Session session, string? account)
    {
        var missing = session.Accounts.MissingCredentials(account);
        var next = new List<string>();
        var option = account is null ? "" : $" --account={account}";
        if (missing.Count > 0)
        {
            next.Add($"kosmo integrations:fields missive{option} --json");
            next.Add($"kosmo integrations:configure missive{option}{string.Concat(missing.Select(static key => $" --set {key}=-"))} --json");
        }

        if (!session.IsEnabled)
        {
            next.Add($"kosmo integrations:configure missive --enable{(session.Configuration.IsEnabled ? " --project" : "")} --json");
        }

        if (next.Count == 0)
        {
            next.Add($"kosmo integrations:docs missive.{MissiveTools.Registry.Tools[0].Name}");
        }

        var problem = missing.Count > 0 || session.IsEmulated ? null : await FindProblemAsync(session, account).ConfigureAwait(false);
        return new Examination(account, session.IsEnabled && missing.Count == 0 && problem is null, missing, problem, next);
    }

    private static async ValueTask<string?> FindProblemAsync(Session session, string? account)
    {
        try
        {
            await session.Accounts.GetOptionsAsync(account, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (KosmoException error)
        {
            return error.Message;
        }
    }
}
