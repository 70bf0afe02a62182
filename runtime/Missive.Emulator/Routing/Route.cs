using Missive.Emulator.Answers;
using Missive.Emulator.Queries;

namespace Missive.Emulator.Routing;

/// <summary>One documented endpoint. <c>{id}</c> stands for one id, <c>{ids}</c> for ids joined by literal commas.</summary>
internal sealed class Route(string method, string template, Func<ApiCall, ApiAnswer> handle, QuerySchema? query = null)
{
    private readonly string[] _parts = template.Split('/');

    public Func<ApiCall, ApiAnswer> Handle => handle;

    public QuerySchema? Query => query;

    public static Route Get(string template, QuerySchema query, Func<ApiCall, ApiAnswer> handle) => new("GET", template, handle, query);

    public static Route Post(string template, Func<ApiCall, ApiAnswer> handle) => new("POST", template, handle);

    public static Route Patch(string template, Func<ApiCall, ApiAnswer> handle) => new("PATCH", template, handle);

    public static Route Delete(string template, Func<ApiCall, ApiAnswer> handle) => new("DELETE", template, handle);

    public IReadOnlyList<string>? Match(string requestMethod, string[] rawParts)
    {
        if (!string.Equals(method, requestMethod, StringComparison.Ordinal) || rawParts.Length != _parts.Length)
        {
            return null;
        }

        IReadOnlyList<string> ids = [];
        for (var index = 0; index < _parts.Length; index++)
        {
            var raw = rawParts[index];
            switch (_parts[index])
            {
                case "{id}" when raw.Length > 0:
                    ids = [Uri.UnescapeDataString(raw)];
                    break;
                case "{ids}" when raw.Length > 0:
                    ids = [.. raw.Split(',').Select(Uri.UnescapeDataString)];
                    break;
                case var literal when string.Equals(literal, raw, StringComparison.Ordinal):
                    break;
                default:
                    return null;
            }
        }

        return ids;
    }
}
