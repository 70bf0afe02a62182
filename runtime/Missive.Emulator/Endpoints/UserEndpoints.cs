using Missive.Emulator.Account;
using Missive.Emulator.Account.Json;
using Missive.Emulator.Answers;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class UserEndpoints
{
    public static IReadOnlyList<Route> Routes { get; } =
        [Route.Get("/users", QuerySchema.OffsetList(QueryParameter.Text("organization")), List)];

    private static ApiAnswer List(ApiCall call)
    {
        var organization = call.Query.Text("organization");
        call.Account.RequireOrganization(organization);
        var users = call.Account.Users.Where(user => organization is null || user.Organizations.Contains(organization));
        return Pages.Offset(call, "users", users, PeopleJson.Of);
    }
}
