using System.Collections.Concurrent;
using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Finds users by what callers call them: an id, an email, or <c>me</c>.</summary>
internal sealed class UserLookup(TimeProvider timeProvider)
{
    /// <summary>The word for the token owner.</summary>
    public const string Me = "me";

    /// <summary>The list of users.</summary>
    public const string AllUsers = "/users";

    private readonly Remembered<IReadOnlyList<JsonElement>> _all = new(timeProvider);
    private readonly Remembered<string> _me = new(timeProvider);
    private readonly ConcurrentDictionary<string, Remembered<IReadOnlyList<JsonElement>>> _ofOrganization = new(StringComparer.Ordinal);

    /// <summary>The id of a user. Ids are taken as they are, without a request.</summary>
    /// <param name="call">The call that names the user.</param>
    /// <param name="reference">An id, an email, or <c>me</c>.</param>
    /// <param name="path">The argument that holds it.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="ToolValidationException">No user, or several, have the email.</exception>
    public async ValueTask<string> FindIdAsync(ToolCall call, string reference, string path, CancellationToken cancellationToken)
    {
        Refusal.IfBlank(call, path, reference);
        if (string.Equals(reference, Me, StringComparison.Ordinal))
        {
            return await FindOwnIdAsync(call, cancellationToken).ConfigureAwait(false);
        }

        return reference.Contains('@', StringComparison.Ordinal)
            ? await FindByEmailAsync(call, reference, path, cancellationToken).ConfigureAwait(false)
            : reference;
    }

    /// <summary>The id of the token owner.</summary>
    public async ValueTask<string> FindOwnIdAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if ((_me.Value ?? OwnIdAmong(_all.Value)) is { } known)
        {
            return known;
        }

        var owner = await FindOwnerAsync(call.ForLookup, cancellationToken).ConfigureAwait(false);
        return _me.Store(ListItems.Text(owner, "id") ?? throw NoOwner(call));
    }

    /// <summary>The token owner as the API lists users, not remembered. Pages are read until the owner is found.</summary>
    /// <exception cref="MissiveAnswerException">No user is marked as the owner.</exception>
    public async ValueTask<JsonElement> FindOwnerAsync(ToolCall call, CancellationToken cancellationToken)
    {
        var seen = new List<JsonElement>();
        var walk = new OffsetWalk(call, AllUsers, "users", WholeList.PageSize);
        while (await walk.FetchAsync(cancellationToken).ConfigureAwait(false))
        {
            while (walk.TryTake(out var item))
            {
                seen.Add(item.Json);
            }

            if (walk.End == WalkEnd.Reached)
            {
                _all.Store(seen);
            }

            if (seen.Find(IsOwner) is { ValueKind: JsonValueKind.Object } owner)
            {
                return owner;
            }
        }

        throw NoOwner(call);
    }

    /// <summary>Whether an organization lists a user.</summary>
    public async ValueTask<bool> IsMemberAsync(ToolCall call, string organization, string userId, CancellationToken cancellationToken)
    {
        var remembered = _ofOrganization.GetOrAdd(organization, static (_, time) => new(time), timeProvider);
        var users = remembered.Value ?? remembered.Store(await WholeList
            .ReadAsync(call.ForLookup, QueryEdit.With(AllUsers, "organization", organization), "users", cancellationToken).ConfigureAwait(false));
        return users.Any(user => string.Equals(ListItems.Text(user, "id"), userId, StringComparison.Ordinal));
    }

    private async ValueTask<string> FindByEmailAsync(ToolCall call, string email, string path, CancellationToken cancellationToken)
    {
        var users = _all.Value ?? _all.Store(await WholeList.ReadAsync(call.ForLookup, AllUsers, "users", cancellationToken).ConfigureAwait(false));
        string[] ids = [.. users
            .Where(user => string.Equals(ListItems.Text(user, "email"), email, StringComparison.OrdinalIgnoreCase))
            .Select(static user => ListItems.Text(user, "id"))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)];
        return ids switch
        {
            [var id] => id,
            [] => throw Unknown(call, email, path, users),
            _ => throw Refusal.Of(
                call,
                ToolValidationCodes.Conflict,
                path,
                "the email of one user",
                $"{Excerpt.Quoted(email)}, which {ids.Length} users have",
                $"Pass one of their ids: {string.Join(", ", ids)}."),
        };
    }

    private static ToolValidationException Unknown(ToolCall call, string email, string path, IReadOnlyList<JsonElement> users)
    {
        var nearest = NearestName.Find(email, users.Select(static user => ListItems.Text(user, "email")).OfType<string>());
        var advice = nearest is null ? "list_users lists them; an id or me is taken too." : $"Did you mean {nearest}?";
        return Refusal.Of(
            call, ToolValidationCodes.NotAllowed, path, "the email of a user that the token can see", Excerpt.Quoted(email), advice, nearest);
    }

    private static string? OwnIdAmong(IReadOnlyList<JsonElement>? users)
        => users?.Where(IsOwner).Select(static user => ListItems.Text(user, "id")).FirstOrDefault();

    private static bool IsOwner(JsonElement user)
        => user.ValueKind == JsonValueKind.Object && user.TryGetProperty("me", out var me) && me.ValueKind == JsonValueKind.True;

    private static MissiveAnswerException NoOwner(ToolCall call)
        => new($"{call.Definition.Name}: none of the users that Missive lists is marked as the token owner.", call.Definition.Name);
}
