using System.Collections.Immutable;

namespace Missive.Codegen.Runtime;

/// <summary>The API behind a set of tools, as the manifest's root file describes it.</summary>
public sealed class ApiDefinition
{
    /// <summary>The URL that the paths of requests follow.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The most requests that may be in progress at once; null when the API names no limit.</summary>
    public int? ConcurrentRequests { get; init; }

    /// <summary>How many requests the API takes in which time; all of them hold.</summary>
    public ImmutableArray<ApiRateWindow> RateWindows { get; init; } = [];

    /// <summary>The largest body of a request, in bytes; null when the API names no limit.</summary>
    public int? LargestBody { get; init; }

    /// <summary>What an account needs to reach the API, in the manifest's order.</summary>
    public ImmutableArray<ApiCredential> Credentials { get; init; } = [];

    /// <summary>What an account may be told besides, in the manifest's order.</summary>
    public ImmutableArray<ApiSetting> Settings { get; init; } = [];
}
