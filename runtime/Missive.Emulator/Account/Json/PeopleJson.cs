using System.Text.Json.Nodes;

namespace Missive.Emulator.Account.Json;

internal static class PeopleJson
{
    public static JsonObject Of(Organization organization) =>
        new() { ["id"] = organization.Id, ["name"] = organization.Name };

    public static JsonObject Of(User user) => new()
    {
        ["id"] = user.Id,
        ["me"] = user.Id == AccountState.OwnerId,
        ["email"] = user.Email,
        ["name"] = user.Name,
        ["avatar_url"] = user.AvatarUrl,
    };

    public static JsonObject Author(User user) => new()
    {
        ["id"] = user.Id,
        ["name"] = user.Name,
        ["email"] = user.Email,
        ["avatar_url"] = user.AvatarUrl,
    };

    public static JsonObject Of(ContactBook book) => new()
    {
        ["id"] = book.Id,
        ["user"] = AccountState.OwnerId,
        ["share_with_organization"] = true,
        ["share_with_team"] = null,
        ["share_with_users"] = new JsonArray(),
        ["organization"] = book.OrganizationId,
        ["name"] = book.Name,
        ["description"] = null,
    };

    public static JsonObject Of(ContactGroup group) => new() { ["id"] = group.Id, ["name"] = group.Name };

    public static JsonObject? TeamSummary(AccountState account, string? teamId) =>
        teamId is not null && account.Teams.TryGetValue(teamId, out var team)
            ? new JsonObject
            {
                ["id"] = teamId,
                ["name"] = team["name"]?.DeepClone(),
                ["organization"] = team["organization"]?.DeepClone(),
            }
            : null;

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
