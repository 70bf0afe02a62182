using Missive.Emulator.Answers;
using Missive.Emulator.Faults;
using Missive.Emulator.Limits;
using Missive.Emulator.Recording;

namespace Missive.Emulator;

/// <summary>How an emulator behaves. Every default is the strictest reading of what is known about the API.</summary>
public sealed record MissiveEmulatorOptions
{
    /// <summary>The token that is always accepted: <c>missive_pat-sample</c>.</summary>
    public const string SampleToken = "missive_pat-sample";

    /// <summary>The moment around which the sample account lies unless told otherwise: 2026-05-01T00:00:00Z.</summary>
    public static DateTimeOffset DefaultEpoch { get; } = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The address to listen on: <c>127.0.0.1</c> (default), <c>::1</c> or <c>localhost</c>. Others are refused.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Tokens that are accepted beside <see cref="SampleToken"/>. The first becomes <see cref="MissiveEmulator.Token"/>.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>
    /// The clock for delays, rate windows and reports, and, when it is given, for the times that are stored. Without it
    /// the stored times start at <see cref="Epoch"/> and move on by one second a write.
    /// </summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>The newest moment of the sample account. Default: the time provider's now, without one <see cref="DefaultEpoch"/>.</summary>
    public DateTimeOffset? Epoch { get; init; }

    /// <summary>How many organizations the account has: <c>org_123</c>, <c>org_124</c> … At least 1, default 1.</summary>
    public int Organizations { get; init; } = 1;

    /// <summary>How many contact books there are: <c>book_123</c>, <c>book_124</c> … Default 1.</summary>
    public int ContactBooks { get; init; } = 1;

    /// <summary>How many generated contacts each book holds beside the named ones. Default 10.</summary>
    public int ContactsPerBook { get; init; } = 10;

    /// <summary>How many conversations the Inbox holds, <c>conv_123</c> and <c>conv_456</c> included. At least 2, default 60.</summary>
    public int InboxConversations { get; init; } = 60;

    /// <summary>How many open tasks there are beside <c>task_123</c>, half of them to do, half in progress. Default 30.</summary>
    public int OpenTasks { get; init; } = 30;

    /// <summary>How many users are listed before the token owner, so that finding the owner takes pages. Default 0.</summary>
    public int ExtraUsers { get; init; }

    /// <summary>The address that drafts without <c>from_field</c> are sent from; null makes them a 400. Default <c>me@example.test</c>.</summary>
    public string? DefaultSender { get; init; } = "me@example.test";

    /// <summary>The addresses that <c>from_field</c> may name, <see cref="DefaultSender"/> aside.</summary>
    public IReadOnlyList<string> SenderAliases { get; init; } = ["me@example.test", "support@example.test"];

    /// <summary>Whether the token owner administers the organizations; otherwise calls that need it answer 403. Default true.</summary>
    public bool TokenOwnerIsAdmin { get; init; } = true;

    /// <summary>How long after its creation a report is finished. Default zero.</summary>
    public TimeSpan ReportDelay { get; init; }

    /// <summary>How long a finished report can be fetched. Default 60 seconds (official).</summary>
    public TimeSpan ReportLifetime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The rate limits of each token.</summary>
    public RateLimits RateLimits { get; init; } = new();

    /// <summary>Chooses a fault for a request, null for none. Asked after the request's header and <see cref="MissiveEmulator.Faults"/>.</summary>
    public Func<FaultContext, Fault?>? FaultSelector { get; init; }

    /// <summary>
    /// Whether unknown and repeated query parameters of a documented GET, and several mailboxes, are refused with 400.
    /// Default true.
    /// </summary>
    public bool StrictQuery { get; init; } = true;

    /// <summary>Whether unknown attributes of a body are refused with 422; otherwise they are ignored. Default true.</summary>
    public bool StrictBody { get; init; } = true;

    /// <summary>How error bodies are written. The empty 404 of reports stays as it is.</summary>
    public ErrorShape ErrorShape { get; init; }

    /// <summary>What a successful POST answers.</summary>
    public CreateAnswer CreateAnswer { get; init; }

    /// <summary>The status of a successful DELETE, whose body is empty: 200 (default) or 204.</summary>
    public int DeleteStatus { get; init; } = 200;

    /// <summary>The envelope of <c>GET /contacts/{id}</c> and <c>GET /responses/{id}</c>.</summary>
    public SingleShape SingleShape { get; init; }

    /// <summary>How many items newer than <c>until</c> a page repeats, beside those of its second. Default 0.</summary>
    public int PageOverlap { get; init; }

    /// <summary>How many items every cursor page holds beyond its limit. Default 0.</summary>
    public int PageExcess { get; init; }

    /// <summary>
    /// Whether pages of tasks, like all others, grow so as not to end inside a second. The API does not say; with false
    /// no client can list more tasks of one second than its limit. Default true.
    /// </summary>
    public bool TaskPagesMayExceedLimit { get; init; } = true;

    /// <summary>Whether a merge keeps the source and not the target, as Missive may do: the answer's id is then another one. Default false.</summary>
    public bool MergeKeepsSource { get; init; }

    /// <summary>The largest request body in bytes; a larger one is answered 413. Default 10 MiB (official: 10 MB).</summary>
    public int MaxBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>How many requests <see cref="MissiveEmulator.Requests"/> keeps, the oldest going first; 0 keeps none. Default 100,000.</summary>
    public int MaxRecordedRequests { get; init; } = 100_000;

    /// <summary>Called once a request, when its answer is settled, on the thread that handles it.</summary>
    public Action<RecordedRequest>? RequestHandled { get; init; }

    internal TimeProvider Time => TimeProvider ?? TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Organizations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ContactBooks, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(ContactsPerBook, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(InboxConversations, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(OpenTasks, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(ExtraUsers, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(PageOverlap, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(PageExcess, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBodyBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRecordedRequests, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReportDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReportLifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(RateLimits.MaxConcurrent, 1);
        if (DeleteStatus is not (200 or 204))
        {
            throw new ArgumentOutOfRangeException(nameof(DeleteStatus), DeleteStatus, "200 or 204");
        }

        foreach (var window in RateLimits.Windows)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(window.Permits, 1);
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window.Length, TimeSpan.Zero);
        }
    }
}
