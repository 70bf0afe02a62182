namespace Missive.Emulator.Routing;

/// <summary>
/// The request target as it came over the wire. The framework's own path is of no use here: it is decoded, and then an
/// encoded comma in an id list can no longer be told from a literal one.
/// </summary>
internal sealed record RequestTarget(string Path, string Query, bool IsBelowBase)
{
    public const string BasePath = "/v1";

    public static RequestTarget Parse(string raw)
    {
        var question = raw.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? raw : raw[..question];
        var query = question < 0 ? "" : raw[(question + 1)..];
        return path.StartsWith(BasePath + "/", StringComparison.Ordinal)
            ? new RequestTarget(path[BasePath.Length..], query, true)
            : new RequestTarget(path, query, false);
    }
}
