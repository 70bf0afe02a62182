using Missive.Emulator.Account.Json;
using Missive.Emulator.Paging;
using Missive.Emulator.Queries;
using Missive.Emulator.Routing;

namespace Missive.Emulator.Endpoints;

internal static class OrganizationEndpoints
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        Route.Get("/organizations", QuerySchema.OffsetList(), call =>
            Pages.Offset(call, "organizations", call.Account.Organizations, PeopleJson.Of)),
    ];
}
