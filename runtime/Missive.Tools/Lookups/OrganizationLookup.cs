using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Finds the organization that something new goes into, where the call does not say.</summary>
internal sealed class OrganizationLookup(TimeProvider timeProvider)
{
    /// <summary>The setting that names it.</summary>
    public const string Setting = "default_organization";

    private readonly Remembered<IReadOnlyList<JsonElement>> _all = new(timeProvider);

    /// <summary>The organizations of the token owner.</summary>
    public async ValueTask<IReadOnlyList<JsonElement>> ListAsync(ToolCall call, CancellationToken cancellationToken)
        => _all.Value ?? _all.Store(await WholeList.ReadAsync(call.ForLookup, "/organizations", "organizations", cancellationToken).ConfigureAwait(false));

    /// <summary>The setting, else the only organization, else the only one that lists a user.</summary>
    /// <param name="call">The call.</param>
    /// <param name="userId">The user.</param>
    /// <param name="path">The argument that names the user.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="ToolValidationException">None or several come into question; the message lists them.</exception>
    public async ValueTask<string> FindAsync(ToolCall call, string userId, string path, CancellationToken cancellationToken)
    {
        if (call.Settings.TryGet(Setting, out var setting))
        {
            return setting.GetString()!;
        }

        var organizations = await ListAsync(call, cancellationToken).ConfigureAwait(false);
        if (organizations is [var only] && ListItems.Text(only, "id") is { } onlyId)
        {
            return onlyId;
        }

        var fitting = new List<JsonElement>();
        foreach (var organization in organizations)
        {
            if (ListItems.Text(organization, "id") is { } id
                && await call.Lookups.Users.IsMemberAsync(call, id, userId, cancellationToken).ConfigureAwait(false))
            {
                fitting.Add(organization);
            }
        }

        return fitting is [var found] ? ListItems.Text(found, "id")! : throw Undecided(call, path, organizations, fitting);
    }

    private static ToolValidationException Undecided(
        ToolCall call, string path, IReadOnlyList<JsonElement> organizations, List<JsonElement> fitting)
        => Refusal.Of(
            call,
            ToolValidationCodes.Requires,
            path,
            "a user of exactly one organization",
            fitting.Count == 0 ? "a user of none" : $"a user of {fitting.Count} organizations",
            $"Set {Setting} to the one that is meant, or call api_post with the path /tasks and organization in the body: "
            + $"{NamedList.Of(fitting.Count == 0 ? organizations : fitting)}.");
}
