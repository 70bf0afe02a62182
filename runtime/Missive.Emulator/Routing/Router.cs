using Missive.Emulator.Endpoints;

namespace Missive.Emulator.Routing;

/// <summary>
/// All endpoints there are. A call that is not among them answers 404, whatever other methods its path has: the API
/// documents no other status, and <c>GET /hooks</c> must look as if it did not exist.
/// </summary>
internal sealed class Router
{
    private readonly Route[] _routes =
    [
        .. AnalyticsEndpoints.Routes,
        .. ContactEndpoints.Routes,
        .. ContactBookEndpoints.Routes,
        .. ConversationEndpoints.Routes,
        .. ConversationEntryEndpoints.Routes,
        .. DraftEndpoints.Routes,
        .. HookEndpoints.Routes,
        .. MessageEndpoints.Routes,
        .. OrganizationEndpoints.Routes,
        .. PostEndpoints.Routes,
        .. ResponseEndpoints.Routes,
        .. SharedLabelEndpoints.Routes,
        .. TaskEndpoints.Routes,
        .. TeamEndpoints.Routes,
        .. UserEndpoints.Routes,
    ];

    public (Route Route, IReadOnlyList<string> Ids)? Find(string method, RequestTarget target)
    {
        if (!target.IsBelowBase)
        {
            return null;
        }

        var parts = target.Path.Split('/');
        foreach (var route in _routes)
        {
            if (route.Match(method, parts) is { } ids)
            {
                return (route, ids);
            }
        }

        return null;
    }
}
