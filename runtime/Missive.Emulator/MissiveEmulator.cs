using System.Text.Json.Nodes;
using Missive.Emulator.Account;
using Missive.Emulator.Account.Json;
using Missive.Emulator.Account.Sample;
using Missive.Emulator.Faults;
using Missive.Emulator.Hosting;
using Missive.Emulator.Limits;
using Missive.Emulator.Recording;

namespace Missive.Emulator;

/// <summary>
/// A strict stand-in for Missive's public REST API, listening on a loopback port. It offers the documented endpoints and
/// <c>PATCH /conversations/{ids}</c> (secondary) over a sample account that is the same in every run.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = await MissiveEmulator.StartAsync(new MissiveEmulatorOptions { Organizations = 2 });
/// client.BaseAddress = emulator.BaseAddress;
/// </code>
/// </example>
public sealed class MissiveEmulator : IAsyncDisposable
{
    private readonly AccountState _account;
    private readonly EffectLog _effects;
    private readonly RequestLog _requests;
    private readonly TokenLimiters _limiters;
    private readonly KestrelHost _host;

    private MissiveEmulator(MissiveEmulatorOptions options)
    {
        Options = options;
        Token = options.Tokens.Count > 0 ? options.Tokens[0] : MissiveEmulatorOptions.SampleToken;
        _effects = new EffectLog();
        _account = SampleAccount.Create(options, _effects);
        _requests = new RequestLog(options.MaxRecordedRequests);
        _limiters = new TokenLimiters(options.RateLimits, options.Time);
        _host = new KestrelHost(options, new RequestPipeline(options, _account, _requests, _limiters, Faults));
    }

    /// <summary>The options it was started with.</summary>
    public MissiveEmulatorOptions Options { get; }

    /// <summary>The API's base URL, without a slash at its end: <c>http://127.0.0.1:40000/v1</c>.</summary>
    public Uri BaseAddress => _host.BaseAddress;

    /// <summary>A token that is accepted.</summary>
    public string Token { get; }

    /// <summary>Faults for the requests to come.</summary>
    public PendingFaults Faults { get; } = new();

    /// <summary>The requests so far, oldest first: a copy.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _requests.Snapshot();

    /// <summary>What requests changed in the stored account so far, oldest first: a copy.</summary>
    public IReadOnlyList<RecordedEffect> Effects => _effects.Snapshot();

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">Its options; the defaults when null.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running emulator; disposing it stops it.</returns>
    /// <exception cref="ArgumentException">An option is out of range, or the host is not a loopback address.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<MissiveEmulator> StartAsync(
        MissiveEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var chosen = options ?? new MissiveEmulatorOptions();
        chosen.Validate();
        var emulator = new MissiveEmulator(chosen);
        try
        {
            await emulator._host.StartAsync(cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The requests so far, oldest first; they are forgotten afterwards.</summary>
    /// <returns>The requests.</returns>
    public IReadOnlyList<RecordedRequest> TakeRequests() => _requests.Take();

    /// <summary>Forgets the recorded requests and effects. The stored account, counters and waiting faults stay.</summary>
    public void ClearRecords()
    {
        _requests.Take();
        _effects.Clear();
    }

    /// <summary>What the rate limiter of a token saw.</summary>
    /// <param name="token">The token; <see cref="Token"/> when null.</param>
    /// <returns>Its counters.</returns>
    public RateObservation ObserveRates(string? token = null) => _limiters.For(token ?? Token).Observe();

    /// <summary>A copy of what is stored, in the form in which lists show it, in the order of its making.</summary>
    /// <param name="resource">
    /// The envelope key: <c>contacts</c>, <c>contact_books</c>, <c>contact_groups</c>, <c>conversations</c>, <c>drafts</c>,
    /// <c>hooks</c>, <c>messages</c>, <c>organizations</c>, <c>posts</c>, <c>responses</c>, <c>shared_labels</c>,
    /// <c>tasks</c>, <c>teams</c> or <c>users</c>.
    /// </param>
    /// <returns>The resources.</returns>
    /// <exception cref="ArgumentException">There is no such resource.</exception>
    public JsonArray ReadStored(string resource)
    {
        lock (_account.Gate)
        {
            return StoredJson.Of(_account, resource);
        }
    }

    /// <summary>Stops listening; requests in progress are broken off.</summary>
    /// <returns>When it has stopped.</returns>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
